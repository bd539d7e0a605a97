import { App, Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { MergeFile, MergePreview } from '../../src-shared/collection.ts'
import { FileDoor } from '../components/file-door.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { WorkLine } from '../components/work-line.tsx'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { isMergeable, openQuestions, takeAll } from './decisions.ts'
import { FileDetails } from './file-details.tsx'
import { FileList } from './file-list.tsx'
import { ReturnReportDialog } from './return-report-dialog.tsx'
import { useDecisions } from './use-decisions.ts'
import type { Reading } from './use-reading.ts'

/** 核对收回的表: every cell that came back otherwise, what has to be decided first; nothing is written before 合并. */
export function MergePage({ preview, reading }: { preview: MergePreview; reading: Reading }) {
  const { files } = preview
  const [open, setOpen] = useState(files.find((file) => openQuestions(file) > 0)?.id ?? files[0]?.id ?? '')
  // Those that nobody filled in stay out unless they are ticked; all others come in.
  const [ticked, setTicked] = useState<readonly string[]>([])
  const left_out = useMemo(() => {
    const untouched = files.filter(({ id, state }) => state === 'untouched' && !ticked.includes(id))
    return new Set([...reading.left_out, ...untouched.map(({ id }) => id)])
  }, [files, ticked, reading.left_out])
  const decisions = useDecisions()
  const [returning, setReturning] = useState<MergeFile | null>(null)
  const { message } = App.useApp()
  const merge = useChange('collection.merge')
  const categories = useValue('categories.list', {}, []).filter(({ voided_on }) => voided_on === null)
  const groups = useValue('groups.list', {}, []).filter(({ voided_on }) => voided_on === null)
  const wanted = useMemo(
    () => files.filter((file) => isMergeable(file) && !left_out.has(file.id)),
    [files, left_out],
  )
  const undecided = wanted.reduce((sum, file) => sum + openQuestions(file, decisions.of), 0)
  const shown = files.find(({ id }) => id === open) ?? files[0]
  const lacks = (what: string) =>
    files.some(({ words }) => words.some((word) => word.includes(`请选择默认${what}`)))
  const tick = (id: string) => {
    const is_untouched = files.some((file) => file.id === id && file.state === 'untouched')
    if (is_untouched) setTicked(toggled(ticked, id))
    else void reading.leaveOut(toggled(reading.left_out, id))
  }
  const mergeAll = async () => {
    const done = await merge.run({
      merge_id: preview.merge_id,
      left_out: [...left_out],
      decisions: [...decisions.of.values()],
    })
    if (done === undefined) return
    message.success(
      `已合并 ${done.files} 份：改动 ${done.taken} 处，新增 ${done.new_rows} 行。可以一步撤销。`,
    )
    reading.leave()
  }
  return (
    <Page
      title="核对收回的表"
      is_fixed
      subtitle={`${preview.week_title} · ${files.length} 份 · ${undecided > 0 ? `待定 ${undecided} 处` : '没有待定的'}`}
      actions={
        <>
          <Button onClick={reading.leave}>不合并，返回</Button>
          <Button
            disabled={undecided === 0}
            onClick={() => decisions.setAll(takeAll(wanted, decisions.of, 'theirs'))}
          >
            其余都采用来件
          </Button>
          <Button
            disabled={undecided === 0}
            onClick={() => decisions.setAll(takeAll(wanted, decisions.of, 'ours'))}
          >
            其余都保留现值
          </Button>
          <Button
            type="primary"
            disabled={undecided > 0 || wanted.length === 0}
            loading={merge.is_busy}
            onClick={mergeAll}
          >
            合并 {wanted.length} 份
          </Button>
        </>
      }
    >
      <div className="bar">
        {(lacks('组别') || reading.group_id !== null) && (
          <Select
            aria-label="默认组别"
            placeholder="没有写组别的行，算哪一组"
            style={{ width: 220 }}
            allowClear
            value={reading.group_id}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: number | null) => void reading.setDefaults({ group_id: id ?? null })}
          />
        )}
        {(lacks('类别') || reading.category_id !== null) && (
          <Select
            aria-label="默认类别"
            placeholder="没有写类别的行，算哪一类"
            style={{ width: 220 }}
            allowClear
            value={reading.category_id}
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: number | null) => void reading.setDefaults({ category_id: id ?? null })}
          />
        )}
        <span className="bar-fill" />
        <FileDoor
          verb="再放入几份"
          kind="workbook"
          many
          is_busy={reading.is_reading}
          drop_words="放开后与这一批一起核对"
          onFiles={(more) => void reading.add(more)}
        />
      </div>
      {(reading.is_reading || merge.is_busy) && <WorkLine of="collection" />}
      <ProblemNotice problem={reading.problem ?? merge.problem} />
      {merge.problem?.code === 'merge_outdated' && (
        <div className="bar">
          <Button loading={reading.is_reading} onClick={() => void reading.again()}>
            重新核对
          </Button>
        </div>
      )}
      <div className="merge-layout">
        <FileList
          files={files}
          open={shown?.id ?? ''}
          left_out={left_out}
          decisions={decisions.of}
          onOpen={setOpen}
          onTick={tick}
        />
        {shown && (
          <FileDetails
            key={shown.id}
            file={shown}
            decisions={decisions}
            onTakeForThisWeek={() => void reading.takeForThisWeek(shown.id)}
            onReturn={() => setReturning(shown)}
          />
        )}
      </div>
      {returning !== null && (
        <ReturnReportDialog
          week_monday={preview.week_monday}
          people={returning.people}
          note={wrongWords(returning)}
          onClose={(is_done) => {
            setReturning(null)
            if (is_done && !left_out.has(returning.id)) tick(returning.id)
          }}
        />
      )}
    </Page>
  )
}

/** What is wrong in the file, for those who are to put it right. */
function wrongWords({ rows }: MergeFile): string {
  const wrong = rows.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'wrong'))
  const lines = wrong.map(({ address, why }) => `${address}：${why}`).join('')
  return lines.length > 300 ? `${lines.slice(0, 299)}…` : lines
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
}

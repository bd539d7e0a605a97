import { Button, Input } from 'antd'
import { useState } from 'react'
import { sizeText } from '../../src-shared/files.ts'
import type { MatterFile } from '../../src-shared/matter-evidence.ts'
import { call, problemFrom } from '../call.ts'
import { CellButton } from '../components/cell-button.tsx'
import { FileDoor } from '../components/file-door.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import './evidence.css'

interface EvidencePartProps {
  matter_id: number
  number: string
  /** False once the matter is archived or withdrawn. */
  can_change: boolean
}

const nothing_kept = { files: [], paper: '' }

/** 佐证材料 that are there: files in the book, and where what is on paper lies. */
export function EvidencePart({ matter_id, number, can_change }: EvidencePartProps) {
  const { files, paper } = useValue('matters.evidence', { matter_id }, nothing_kept)
  const add = useChange('matters.addFiles')
  const said = ({ added, known }: { added: number; known: number }) =>
    known === 0 ? `已登记 ${added} 份` : `已登记 ${added} 份；另外 ${known} 份已经登记过`
  return (
    <div className="evidence-part">
      <FileList files={files} can_change={can_change} />
      {can_change && (
        <>
          <ProblemNotice problem={add.problem} onClose={add.clear} />
          <FileDoor
            verb="放入文件"
            kind="any"
            many
            drop_words={`放开后登记为 ${number} 的佐证材料`}
            is_busy={add.is_busy}
            onFiles={(taken) => add.run({ matter_id, tokens: taken.map(({ token }) => token) }, said)}
          />
          <PaperField key={`${matter_id} ${paper}`} matter_id={matter_id} paper={paper} />
        </>
      )}
      {!can_change && paper !== '' && <p className="quiet">纸质：{paper}</p>}
    </div>
  )
}

function FileList({ files, can_change }: { files: MatterFile[]; can_change: boolean }) {
  const remove = useChange('matters.removeFile')
  const [problem, setProblem] = useState<ReturnType<typeof problemFrom> | null>(null)
  const save = async (id: number) => {
    setProblem(null)
    try {
      await call('matters.saveFile', { id })
    } catch (error) {
      setProblem(problemFrom(error))
    }
  }
  if (files.length === 0) return null
  return (
    <>
      <ProblemNotice problem={remove.problem ?? problem} onClose={() => setProblem(null)} />
      <ul className="evidence-files" aria-label="佐证材料的文件">
        {files.map(({ id, name, size, added_on }) => (
          <li key={id}>
            <div className="cut" title={name}>
              {name}
            </div>
            <span className="quiet small">
              {sizeText(size)}　{added_on}
            </span>
            <CellButton label={`另存${name}`} onClick={() => save(id)}>
              另存…
            </CellButton>
            {can_change && (
              <CellButton
                label={`移除${name}`}
                onClick={() => remove.run({ id }, `已移除 ${name}，可以撤销`)}
              >
                移除
              </CellButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Saved on leaving it or with Enter, so that it never stands there unsaved. */
function PaperField({ matter_id, paper }: { matter_id: number; paper: string }) {
  const { run, is_busy, problem } = useChange('matters.setPaper')
  const [typed, setTyped] = useState(paper)
  const is_changed = typed.trim() !== paper
  const save = () => {
    if (is_changed) void run({ matter_id, place: typed }, '已保存纸质材料的存放处')
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      <div className="evidence-paper">
        <Input
          addonBefore="纸质"
          aria-label="纸质材料的存放处"
          placeholder="存放处，如：3号柜第2盒；没有的不填"
          value={typed}
          maxLength={100}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={save}
          onPressEnter={(event) => {
            event.stopPropagation()
            save()
          }}
        />
        {is_changed && (
          <Button size="small" loading={is_busy} onClick={save}>
            保存
          </Button>
        )}
      </div>
    </>
  )
}

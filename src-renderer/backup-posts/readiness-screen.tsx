import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import {
  type Readiness,
  type ReadinessState,
  readiness_words,
  type Training,
} from '../../src-shared/backup-posts.ts'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { NoDuties } from './no-duties.tsx'
import { ReadinessTable } from './readiness-table.tsx'
import { TrainingDialog, TrainingEditDialog } from './training-dialog.tsx'

type View = 'all' | ReadinessState | 'planned'
const views: readonly View[] = ['all', 'never', 'stale', 'fresh', 'planned']

const isInView = (row: Readiness, view: View) =>
  view === 'all' || (view === 'planned' ? row.training !== null : row.state === view)

/** AB岗 · 熟悉度: could each B really step in? */
export function ReadinessScreen() {
  const answer = useAnswer('backupPosts.readiness', {})
  const book = useAnswer('book.state', {})
  return (
    <Page
      title="AB岗"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={<ExportButton report="training-plan">导出培训计划…</ExportButton>}
    >
      <Faces answer={answer} empty={(rows) => (rows.length === 0 ? <NoDuties /> : null)}>
        {(rows) => <ReadyBs all={rows} today={book.state === 'ready' ? book.value.today : ''} />}
      </Faces>
    </Page>
  )
}

const countOf = (rows: Readiness[], view: View) => rows.filter((row) => isInView(row, view)).length

function subtitleOf(rows: Readiness[]): string {
  const never = countOf(rows, 'never')
  const stale = countOf(rows, 'stale')
  if (never + stale === 0) return `${rows.length}个B岗近期都办过所备岗的职责`
  return `${rows.length}个B岗：${never}个从未办理，${stale}个久未办理`
}

function ReadyBs({ all, today }: { all: Readiness[]; today: string }) {
  const [view_param, setView] = useParam('show')
  const [person, setPerson] = useParam('person')
  const [picked, setPicked] = useState<number[]>([])
  const [dialog, setDialog] = useState<'plan' | Training | null>(null)
  const view = views.find((one) => one === view_param) ?? 'all'
  const rows = useMemo(
    () =>
      all
        .map((row, at) => ({ ...row, key: at + 1 }))
        .filter((row) => isInView(row, view) && (person === '' || String(row.b.staff_id) === person)),
    [all, view, person],
  )
  const people = useMemo(
    () => [...new Map(all.map(({ b }) => [b.staff_id, { value: b.staff_id, label: b.name }])).values()],
    [all],
  )
  const chosen = rows.filter(({ key }) => picked.includes(key))
  return (
    <>
      <div className="bar">
        <Segmented<View>
          aria-label="按熟悉度筛选"
          value={view}
          options={views.map((value) => ({ value, label: `${wordOf(value)} ${countOf(all, value)}` }))}
          onChange={(next) => setView(next === 'all' ? null : next)}
        />
        <span className="bar-fill" />
        <NameSelect
          label="按B岗筛选"
          placeholder="全部B岗"
          width={148}
          options={people}
          value={person === '' ? null : Number(person)}
          onChange={setPerson}
        />
        <Button disabled={chosen.length === 0} onClick={() => setDialog('plan')}>
          列入培训计划…
        </Button>
      </div>
      <ReadinessTable rows={rows} picked={picked} onPick={setPicked} onTraining={setDialog} />
      <TableFoot keys={[['空格', '选中']]}>
        列出 {rows.length} 个B岗{chosen.length > 0 ? `，选中 ${chosen.length} 个` : ''}
      </TableFoot>
      {dialog === 'plan' && (
        <TrainingDialog
          rows={chosen}
          today={today}
          onClose={() => {
            setDialog(null)
            setPicked([])
          }}
        />
      )}
      {dialog !== null && dialog !== 'plan' && (
        <TrainingEditDialog training={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  )
}

function wordOf(view: View): string {
  if (view === 'all') return '全部'
  return view === 'planned' ? '培训计划' : readiness_words[view]
}

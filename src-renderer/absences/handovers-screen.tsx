import { Button } from 'antd'
import { type AbsenceRow, handover_state_words } from '../../src-shared/absences.ts'
import { yearOf } from '../../src-shared/dates.ts'
import { spanText } from '../../src-shared/half-days.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import './absences.css'
import { HandoverPage } from './handover-page.tsx'
import { RegisterButton } from './register-button.tsx'

/** 交接单: at the left every absence of the year that needs one or has one, at the right the sheet that is open. */
export function HandoversScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <HandoversOn today={today} />}</Faces>
}

function HandoversOn({ today }: { today: string }) {
  const answer = useAnswer('absences.list', { year: yearOf(today), staff_id: null })
  return (
    <Page
      title="离岗顶岗"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={<RegisterButton is_quiet />}
    >
      <Faces answer={answer}>{(rows) => <Handovers rows={rows.filter(isListed)} today={today} />}</Faces>
    </Page>
  )
}

function isListed(row: AbsenceRow): boolean {
  if (row.handover !== null) return true
  return row.needs_handover && (row.state === 'coming' || row.state === 'away')
}

function subtitleOf(rows: AbsenceRow[]): string {
  const made = rows.flatMap(({ handover }) => handover ?? [])
  const of = (state: 'waiting' | 'handed_over' | 'handed_back') =>
    `${handover_state_words[state]} ${made.filter((one) => one.state === state).length}`
  const wanting = rows.filter((row) => isListed(row) && row.handover === null).length
  return `交接单 ${made.length} 张：${of('waiting')}，${of('handed_over')}，${of('handed_back')} · 还没有生成 ${wanting} 张`
}

function Handovers({ rows, today }: { rows: AbsenceRow[]; today: string }) {
  const [open_param, setOpen] = useParam('open')
  const opened = rows.find((row) => String(row.id) === open_param) ?? rows[0]
  if (opened === undefined) {
    return (
      <EmptyHint
        title="还没有要办的交接单"
        actions={<Button onClick={() => go(routeTo('absences', { view: 'register' }))}>去离岗登记</Button>}
      >
        离岗一天以上（天数可在设置里改）就要办交接单：职责、在办事项由程序列出，资料、权限、物品登记一次，下次自动带出。
      </EmptyHint>
    )
  }
  return (
    <div className="handover-layout">
      <nav className="sheet handover-list" aria-label="交接单">
        {rows.map((row) => (
          <button
            key={row.id}
            type="button"
            aria-current={row.id === opened.id ? 'true' : undefined}
            onClick={() => setOpen(row.id)}
          >
            <strong>{row.name}</strong>　{row.kind}
            <div className="quiet small">{spanText(row)}</div>
            <div className="small">
              {row.handover === null ? (
                <span className="finding">还没有生成</span>
              ) : (
                `${handover_state_words[row.handover.state]}　${row.handover.number}`
              )}
            </div>
          </button>
        ))}
      </nav>
      {opened.handover === null ? (
        <NotMade row={opened} />
      ) : (
        <HandoverPage key={opened.id} absence_id={opened.id} today={today} />
      )}
    </div>
  )
}

function NotMade({ row }: { row: AbsenceRow }) {
  const { run, is_busy, problem } = useChange('handovers.open')
  return (
    <div>
      <ProblemNotice problem={problem} />
      <EmptyHint
        title={`${row.name}　${spanText(row)}${row.kind}`}
        actions={
          <Button
            type="primary"
            loading={is_busy}
            onClick={() => run({ absence_id: row.id }, ({ number }) => `已生成 ${number}`)}
          >
            生成交接单
          </Button>
        }
      >
        取一个编号，把职责、接替人、在办事项列好；上次登记的资料、权限、物品、联系人一并带出。
      </EmptyHint>
    </div>
  )
}

import { Button } from 'antd'
import type { AbsenceEvent, AbsenceRecord } from '../../src-shared/absences.ts'
import { absence_state_words } from '../../src-shared/absences.ts'
import { monthDay } from '../../src-shared/dates.ts'
import { half_words, spanText } from '../../src-shared/half-days.ts'
import { CellButton } from '../components/cell-button.tsx'
import { Faces } from '../components/faces.tsx'
import { Facts } from '../components/facts.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { Timeline } from '../components/timeline.tsx'
import { go, routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import type { OpenDialog } from './absence-dialogs.tsx'
import { PreviewParts } from './preview-parts.tsx'

interface AbsencePanelProps {
  id: number
  onDialog: (dialog: OpenDialog) => void
  onClose: () => void
}

/** One absence: who stands in, what nobody answers for, what falls due, who was appointed, what became of it. */
export function AbsencePanel({ id, onDialog, onClose }: AbsencePanelProps) {
  const answer = useAnswer('absences.get', { id })
  const record = answer.state === 'ready' && answer.value.row.id === id ? answer.value : null
  return (
    <RecordPanel
      title={record === null ? '离岗' : record.row.name}
      label={`离岗 ${record?.row.name ?? ''}`}
      onClose={onClose}
      actions={record !== null && <Actions record={record} onDialog={onDialog} />}
    >
      <Faces answer={answer}>{(value) => <Record record={value} onDialog={onDialog} />}</Faces>
    </RecordPanel>
  )
}

type PartProps = { record: AbsenceRecord; onDialog: (dialog: OpenDialog) => void }

function Actions({ record: { row }, onDialog }: PartProps) {
  const { run, is_busy } = useChange('handovers.open')
  if (row.state === 'cancelled') return null
  const show = () => go(routeTo('absences', { view: 'handovers', open: row.id }))
  const make = async () => {
    const made = await run({ absence_id: row.id }, ({ number }) => `已生成 ${number}`)
    if (made !== undefined) show()
  }
  return (
    <>
      <Button onClick={() => onDialog({ kind: 'edit', row })}>修改</Button>
      <Button onClick={() => onDialog({ kind: 'end', row })}>返岗/延长</Button>
      {row.handover === null ? (
        <Button loading={is_busy} onClick={make}>
          生成交接单
        </Button>
      ) : (
        <Button onClick={show}>交接单</Button>
      )}
    </>
  )
}

function Record({ record, onDialog }: PartProps) {
  const { row, preview, events } = record
  return (
    <>
      <Facts
        facts={[
          ['类别', row.kind],
          ['状态', absence_state_words[row.state]],
          ['起止', `${spanText(row)}　${row.length}`],
          ['批准人', row.approver],
          ['去向、电话', row.reachable],
          ['取消原因', row.cancel_reason],
          ['备注', row.note],
        ]}
      />
      {row.state !== 'cancelled' && (
        <div className="record-section absence-preview-in-panel">
          <PreviewParts
            preview={preview}
            onAppoint={(duty, { staff_id }) => onDialog({ kind: 'appoint', row, duties: [duty], staff_id })}
            onChooseOther={(duties) => onDialog({ kind: 'appoint', row, duties, staff_id: null })}
          />
        </div>
      )}
      <Appointed record={record} />
      {events.length > 0 && (
        <section className="record-section">
          <h3>变更经过</h3>
          <Timeline entries={events.map(eventEntry)} />
        </section>
      )}
      {row.state !== 'cancelled' && (
        <Button type="link" className="cancel-absence" onClick={() => onDialog({ kind: 'cancel', row })}>
          取消这次离岗…
        </Button>
      )}
    </>
  )
}

const event_words = { extended: '延长', shortened: '提前返岗', cancelled: '取消' } as const

function eventEntry(event: AbsenceEvent, at: number) {
  const { kind, happened_on, by_name, reason, old_to_on, old_to_half } = event
  const before = kind === 'cancelled' ? '' : `，原定到${monthDay(old_to_on)}${half_words[old_to_half]}`
  const who = by_name === '' ? '' : `（${by_name}）`
  return { key: String(at), when: happened_on, what: `${event_words[kind]}${who}${before}`, detail: reason }
}

function Appointed({ record: { stand_ins, preview } }: { record: AbsenceRecord }) {
  const { run, problem } = useChange('absences.dismiss')
  if (stand_ins.length === 0) return null
  const numbers = new Map(preview.duties.map(({ duty_id, number }) => [duty_id, number]))
  return (
    <section className="record-section" aria-label="指派顶岗">
      <h3>指派顶岗</h3>
      <ProblemNotice problem={problem} />
      <ul className="appointed">
        {stand_ins.map(({ id, duty_id, name, appointed_by, ...span }) => (
          <li key={id}>
            <span>
              {name}　<span className="number">{numbers.get(duty_id) ?? ''}</span>　{spanText(span)}
              <span className="quiet">　{appointed_by}批准</span>
            </span>
            <CellButton label={`取消指派${name}`} onClick={() => run({ id }, `已取消指派 ${name}`)}>
              取消指派
            </CellButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

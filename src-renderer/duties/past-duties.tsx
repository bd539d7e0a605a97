import { useMemo } from 'react'
import { longDate } from '../../src-shared/dates.ts'
import type { Duty } from '../../src-shared/duties.ts'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { DutiesTable } from './duties-table.tsx'
import { DutyPanel } from './duty-panel.tsx'
import type { DutyFilterControl, DutyFilterState } from './use-duty-filter.ts'

const keys = [
  ['↑↓', '移动'],
  ['回车', '查看'],
] as const

/** The list as it was on another day: what duties said, and who held them. It is read only. */
export function PastDuties({ day, control }: { day: string; control: DutyFilterControl }) {
  const answer = useAnswer('duties.listOn', { day })
  return <Faces answer={answer}>{(all) => <PastList day={day} all={all} filter={control.filter} />}</Faces>
}

function PastList({ day, all, filter }: { day: string; all: Duty[]; filter: DutyFilterState }) {
  const [open_param, setOpen] = useParam('open')
  const { group_id, category_id, staff_id, text } = filter
  const rows = useMemo(
    () => all.filter((duty) => isWanted(duty, { group_id, category_id, staff_id, text })),
    [all, group_id, category_id, staff_id, text],
  )
  const opened = all.find((duty) => String(duty.id) === open_param)
  return (
    <>
      <div className="bar past-bar" role="status">
        <span>
          这是 {longDate(day)} 的清单，共 {all.length} 项，只供查看和导出。
        </span>
        <ExportButton report="duty-list" of={{ as_of: day, group_id }}>
          导出这一天的清单…
        </ExportButton>
      </div>
      <div className="list-area">
        <DutiesTable rows={rows} open_id={opened?.id ?? null} onOpen={(duty) => setOpen(duty.id)} />
        <TableFoot keys={keys}>列出 {rows.length} 项</TableFoot>
        {opened !== undefined && <DutyPanel duty={opened} onClose={() => setOpen(null)} />}
      </div>
    </>
  )
}

function isWanted(duty: Duty, filter: Omit<DutyFilterState, 'include_voided'>): boolean {
  const holders = [...(duty.a_holder === null ? [] : [duty.a_holder]), ...duty.b_holders]
  const words = [duty.number, duty.content, duty.card_text, duty.due_rule, ...holders.map(({ name }) => name)]
  return (
    (filter.group_id === null || duty.group_id === filter.group_id) &&
    (filter.category_id === null || duty.category_id === filter.category_id) &&
    (filter.staff_id === null || holders.some((holder) => holder.staff_id === filter.staff_id)) &&
    filter.text
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => words.some((value) => value.includes(word)))
  )
}

import { PeriodQuestion } from '../../src-shared/periods.ts'
import type { ReportName, ReportRequest } from '../../src-shared/reports.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { NameSelect } from '../components/name-select.tsx'
import { PeriodSwitch } from '../components/period-switch.tsx'
import { WeekSwitch } from '../components/week-switch.tsx'
import { useParam } from '../route.ts'
import { useGroupChoices, useStaffChoices } from '../use-choices.ts'

/** What is chosen for all reports at once; each follows what it can (`followed`). */
export type ReportChoice = Pick<ReportRequest, 'week_monday' | 'group_id' | 'staff_id' | 'period'>

const of_the_duties: readonly ReportName[] = [
  'duty-list',
  'work-list',
  'duty-register',
  'routine-year',
  'roster',
]
const of_the_week: readonly ReportName[] = ['weekly-report', 'sign-off-ledger']
const of_a_period: readonly ReportName[] = ['completion', 'overdue-list']
const tracked: readonly ReportName[] = ['supervision-ledger', 'rectification-ledger']
const by_person: readonly ReportName[] = ['personal-duties', ...of_the_week, 'overdue-list', ...tracked]

/** The words of the choices that a report follows. */
export function followed(report: ReportName): string[] {
  const by_week = of_the_week.includes(report) || report === 'meeting-page'
  const is_by_group = by_week || [...of_the_duties, ...of_a_period, ...by_person].includes(report)
  return [
    ...(by_week ? ['报告周'] : []),
    ...(of_a_period.includes(report) ? ['统计期'] : []),
    ...(is_by_group ? ['范围'] : []),
    ...(by_person.includes(report) ? ['人员'] : []),
  ]
}

/** Of one report: what it does not follow stays out of its request. */
export function choiceFor(report: ReportName, choice: ReportChoice): ReportChoice {
  return { ...choice, staff_id: by_person.includes(report) ? choice.staff_id : null }
}

/** Chosen in the address, so that a way back finds the same; `today` is null until the book answers. */
export function useReportChoice(today: string | null) {
  const [week_param, setWeek] = useParam('week')
  const [group_param, setGroup] = useParam('group')
  const [person_param, setPerson] = useParam('person')
  const [period_param, setPeriod] = useParam('period')
  const this_monday = today === null ? null : mondayOf(today)
  const [kind, monday] = period_param.split('.')
  const chosen = PeriodQuestion.safeParse({ kind, monday })
  const choice: ReportChoice = {
    week_monday: week_param || this_monday,
    group_id: group_param === '' ? null : Number(group_param),
    staff_id: person_param === '' ? null : Number(person_param),
    period: chosen.success
      ? chosen.data
      : this_monday === null
        ? null
        : { kind: 'quarter', monday: this_monday },
  }
  return {
    choice,
    this_monday,
    setWeek,
    setGroup,
    setPerson,
    setPeriod: (period: PeriodQuestion) => setPeriod(`${period.kind}.${period.monday}`),
  }
}

export function ReportChoices(props: ReturnType<typeof useReportChoice>) {
  const { choice, this_monday, setWeek, setGroup, setPerson, setPeriod } = props
  const groups = useGroupChoices()
  const people = useStaffChoices()
  return (
    <div className="bar report-choices">
      <span>报告周</span>
      {this_monday !== null && (
        <WeekSwitch monday={choice.week_monday ?? this_monday} this_monday={this_monday} onChange={setWeek} />
      )}
      <span>统计期</span>
      {this_monday !== null && choice.period !== null && (
        <PeriodSwitch period={choice.period} this_monday={this_monday} onChange={setPeriod} />
      )}
      <span>范围</span>
      <NameSelect
        label="范围"
        placeholder="全处"
        width={150}
        options={groups}
        value={choice.group_id}
        onChange={setGroup}
      />
      <span>人员</span>
      <NameSelect
        label="人员"
        placeholder="全部"
        width={130}
        options={people}
        value={choice.staff_id}
        onChange={setPerson}
      />
    </div>
  )
}

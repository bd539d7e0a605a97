import { type PeriodKind, type PeriodQuestion, period_words } from '../../src-shared/periods.ts'
import { type CountedBy, type CountedQuestion, counted_by_words } from '../../src-shared/statistics.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { useParam } from '../route.ts'

export type Figure = CountedQuestion['what']

/** What is counted stands in the address: Back and a restart find it again. */
export function useStatistics(today: string) {
  const [kind_param, setKind] = useParam('kind')
  const [monday_param, setMonday] = useParam('week')
  const [by_param, setBy] = useParam('by')
  const [group_param, setGroup] = useParam('group')
  const kind: PeriodKind = kind_param in period_words ? (kind_param as PeriodKind) : 'quarter'
  const by: CountedBy = by_param in counted_by_words ? (by_param as CountedBy) : 'staff'
  const monday = monday_param === '' ? mondayOf(today) : mondayOf(monday_param)
  return {
    question: {
      period: { kind, monday },
      by,
      group_id: group_param === '' ? null : Number(group_param),
    },
    setPeriod(period: PeriodQuestion) {
      setKind(period.kind)
      setMonday(period.monday === mondayOf(today) ? null : period.monday)
    },
    setBy,
    setGroup,
  }
}

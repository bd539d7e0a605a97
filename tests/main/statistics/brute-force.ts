import { addDays } from '../../../src-shared/dates.ts'
import { periodOf } from '../../../src-shared/periods.ts'
import { type MatterCounts, no_matters, type StatisticsQuestion } from '../../../src-shared/statistics.ts'
import { mondayOf } from '../../../src-shared/week.ts'
import type { TestBook } from '../../helpers/open-test-book.ts'

interface Matter {
  id: number
  staff_id: number
  group_id: number
  category_id: number
  state: string
  due_on: string | null
  finished_on: string | null
  weeks: { week_monday: string; is_planned: 0 | 1; week_state: string }[]
}

/** Every matter that ever stood in a week, read plainly. */
export function readMatters({ sqlite }: TestBook): Matter[] {
  const matters = sqlite
    .prepare(
      'SELECT id, coalesce(staff_id, 0) AS staff_id, group_id, category_id, state, due_on, finished_on FROM matters',
    )
    .all() as Matter[]
  const weeks = sqlite.prepare(
    'SELECT week_monday, is_planned, week_state FROM matter_weeks WHERE matter_id = ? ORDER BY week_monday',
  )
  return matters
    .map((matter) => ({ ...matter, weeks: weeks.all(matter.id) as Matter['weeks'] }))
    .filter(({ weeks }) => weeks.length > 0)
}

/** The counts of one person, group, category, or of all (null), matter by matter as the rules say it. */
export function countOneByOne(
  matters: readonly Matter[],
  today: string,
  { period, by }: Pick<StatisticsQuestion, 'period' | 'by'>,
  key: number | null,
): MatterCounts {
  const { first_monday, last_monday } = periodOf(period)
  const is_running = last_monday >= mondayOf(today)
  const last = is_running ? mondayOf(today) : last_monday
  const counts = { ...no_matters }
  for (const matter of matters) {
    if (key !== null && by !== 'time' && matter[`${by}_id`] !== key) continue
    const [first_week, last_week] = [matter.weeks[0], matter.weeks.at(-1)]
    if (!first_week || !last_week || first_week.week_monday > last) continue
    const entered = first_week.week_monday
    const closed = closedIn(matter, entered, last_week.week_monday)
    if (closed !== null && closed < first_monday) continue
    if (entered < first_monday) counts.carried_in += 1
    else if (first_week.is_planned === 1) counts.planned += 1
    else counts.unplanned += 1
    const { finished_on, due_on, state } = matter
    if (closed === null || closed > last) {
      counts.carried_out += 1
      const is_over = due_on !== null && due_on < (is_running ? today : addDays(last, 7))
      const waits = closed === null && last_week.week_state === 'done'
      if (is_over && !waits) counts.overdue_open += 1
    } else if (state === 'withdrawn') counts.withdrawn += 1
    else {
      counts.finished += 1
      if (due_on !== null && finished_on !== null && finished_on > due_on) counts.late += 1
    }
  }
  return counts
}

function closedIn({ state, finished_on }: Matter, entered: string, last_week: string): string | null {
  if (state === 'withdrawn') return last_week
  if ((state !== 'signed_off' && state !== 'archived') || finished_on === null) return null
  const monday = mondayOf(finished_on)
  return monday > entered ? monday : entered
}

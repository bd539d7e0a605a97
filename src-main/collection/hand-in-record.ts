// 报送情况: who handed in on time, late or not at all, week by week.
import type { HandInMark, HandInRecord, HandInRecords, RecordQuestion } from '../../src-shared/collection.ts'
import { return_reason_words } from '../../src-shared/collection.ts'
import { addDays } from '../../src-shared/dates.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { nextWeek } from '../../src-shared/week.ts'
import type { WeekHead } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { headOfWeek } from '../weekly/work-week.ts'

export async function handInRecords(
  db: Db,
  today: string,
  { from_monday, to_monday }: RecordQuestion,
): Promise<HandInRecords> {
  const holidays = await holidayTable(db)
  const weeks: WeekHead[] = []
  for (let monday = from_monday; monday <= to_monday && monday <= today; monday = nextWeek(monday)) {
    const head = headOfWeek(monday, holidays)
    if (head.hand_in_on !== null) weeks.push(head)
  }
  const reports = await db
    .selectFrom('week_reports')
    .select(['staff_id', 'week_monday', 'state', 'received_on'])
    .where('week_monday', '>=', from_monday)
    .where('week_monday', '<=', to_monday)
    .execute()
  const returns = await db
    .selectFrom('week_returns')
    .select(['staff_id', 'reason'])
    .where('week_monday', '>=', from_monday)
    .where('week_monday', '<=', to_monday)
    .execute()
  const by_week = new Map(reports.map((report) => [`${report.staff_id}|${report.week_monday}`, report]))
  const returned = groupRows(returns, ({ staff_id }) => staff_id)
  const people = (await everybody(db)).flatMap((person): HandInRecord[] => {
    const marks = weeks.map((week) =>
      markOf(person, week, by_week.get(`${person.staff_id}|${week.monday}`), today),
    )
    if (marks.every((mark) => mark === null)) return []
    const count = (mark: HandInMark) => marks.filter((one) => one === mark).length
    const reasons = returned.get(person.staff_id) ?? []
    return [
      {
        staff_id: person.staff_id,
        name: person.name,
        group_name: person.group_name ?? '',
        due: marks.filter((mark) => mark !== null).length,
        on_time: count('on_time'),
        late: count('late'),
        missing: count('missing'),
        nothing: count('nothing'),
        returned: reasons.length,
        reasons: reasonWords(reasons),
        weeks: marks,
      },
    ]
  })
  return { weeks: weeks.map(({ monday, title }) => ({ monday, title })), people }
}

function everybody(db: Db) {
  return db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .select(['staff.id as staff_id', 'staff.name', 'groups.name as group_name', 'joined_on', 'left_on'])
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
}

interface Person {
  joined_on: string | null
  left_on: string | null
}

/** Null where nothing was due of the person, or not yet. */
function markOf(
  { joined_on, left_on }: Person,
  { monday, hand_in_on }: WeekHead,
  report: { state: 'nothing' | 'received'; received_on: string } | undefined,
  today: string,
): HandInMark | null {
  if (report?.state === 'nothing') return 'nothing'
  if (report) return hand_in_on !== null && report.received_on > hand_in_on ? 'late' : 'on_time'
  const is_here = (joined_on ?? '') <= addDays(monday, 6) && (left_on === null || left_on >= monday)
  return is_here && hand_in_on !== null && hand_in_on < today ? 'missing' : null
}

function reasonWords(returns: readonly { reason: keyof typeof return_reason_words }[]): string {
  const counts = [...groupRows(returns, ({ reason }) => reason)]
  return counts.map(([reason, { length }]) => `${return_reason_words[reason]} ${length}`).join('；')
}

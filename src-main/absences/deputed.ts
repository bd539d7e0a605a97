// 代A岗: work of a matter that was done, or told of, on a day on which somebody stood in for its person.
import type { Deputed, DeputedQuestion } from '../../src-shared/absences.ts'
import { addDays } from '../../src-shared/dates.ts'
import { sharedSlots, slotOf } from '../../src-shared/half-days.ts'
import { type HolidayTable, handInDay } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { mostOf } from './done-meanwhile.ts'
import { readOffice } from './read-office.ts'

/** A matter without a duty has nobody beside its person. The absences are looked at before the whole office is. */
export async function deputed(db: Db, today: string, question: DeputedQuestion): Promise<Deputed[]> {
  const holidays = await holidayTable(db)
  const rows = (await readRows(db, question)).flatMap((row) => {
    const on = dayOf(row, today, holidays)
    return on === null ? [] : [{ ...row, on }]
  })
  const days = rows.map(({ on }) => on).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const is_anyone_away = await db
    .selectFrom('absences')
    .select('id')
    .where('cancelled_on', 'is', null)
    .where('from_on', '<=', last)
    .where('to_on', '>=', first)
    .limit(1)
    .execute()
  if (is_anyone_away.length === 0) return []
  const office = await readOffice(db, { first: slotOf(first, 'am'), last: slotOf(last, 'pm') })
  return rows.flatMap(({ matter_id, week_monday, staff_id, duty_id, on }) => {
    const day = { first: slotOf(on, 'am'), last: slotOf(on, 'pm') }
    const away = office.absences.find(
      (absence) => absence.staff_id === staff_id && sharedSlots(absence, day) !== null,
    )
    const inside = away === undefined ? null : sharedSlots(away, day)
    if (inside === null || staff_id === null) return []
    const deputy = mostOf(office, duty_id, staff_id, inside)
    const name = deputy === null ? undefined : office.people.get(deputy)?.name
    return name === undefined ? [] : [{ matter_id, week_monday, on, name }]
  })
}

function readRows(db: Db, question: DeputedQuestion) {
  const rows = db
    .selectFrom('matter_weeks as w')
    .innerJoin('matters as m', 'm.id', 'w.matter_id')
    .select(['w.matter_id', 'w.week_monday', 'w.progress', 'w.week_state'])
    .select(['m.staff_id', 'm.duty_id', 'm.finished_on'])
    .where('m.staff_id', 'is not', null)
    .where('m.duty_id', 'is not', null)
    .orderBy('w.matter_id')
    .orderBy('w.week_monday')
  if ('matter_id' in question) return rows.where('w.matter_id', '=', question.matter_id).execute()
  return rows.where('w.week_monday', 'in', question.week_mondays).execute()
}

type Row = Awaited<ReturnType<typeof readRows>>[number]

/** Finished in that week: that day. Else, when something is written, the day reports are handed in, or today before it. */
function dayOf(row: Row, today: string, holidays: HolidayTable): string | null {
  const { week_monday, finished_on, progress, week_state } = row
  if (finished_on !== null && finished_on >= week_monday && finished_on <= addDays(week_monday, 6)) {
    return finished_on
  }
  if (progress === '' || week_state === 'not_started' || week_monday > today) return null
  const told_on = handInDay(week_monday, holidays) ?? week_monday
  return told_on < today ? told_on : today
}

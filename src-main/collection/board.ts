// 谁报了谁没报: everyone of a week with what has come, the forms that went out and what was merged.
import type { CollectionBoard, PersonOfBoard, SentForm } from '../../src-shared/collection.ts'
import { addDays, monthDay, timeOfDay } from '../../src-shared/dates.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { previousWeek } from '../../src-shared/week.ts'
import type { WeekHead } from '../../src-shared/weekly.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'
import { weekRules } from '../weekly/rules.ts'
import { peopleOfWeek, withState } from '../weekly/week-reports.ts'
import { headOfWeek } from '../weekly/work-week.ts'
import { handInRecords } from './hand-in-record.ts'
import { listMerges } from './merge-reports.ts'
import { unpackSentRows } from './sent-rows.ts'

/** Weeks looked back at for who is often late. */
const weeks_before = 12

export async function collectionBoard(db: Db, clock: Clock, week_monday: string): Promise<CollectionBoard> {
  const today = clock.today()
  const rules = await weekRules(db, today)
  const head = headOfWeek(week_monday, rules.holidays)
  const rows = await db
    .selectFrom('matter_weeks as w')
    .innerJoin('matters as m', 'm.id', 'w.matter_id')
    .select('m.staff_id')
    .where('w.week_monday', '=', week_monday)
    .execute()
  const reports = withState(await peopleOfWeek(db, rules, week_monday, rows))
  const before = await handInRecords(db, today, {
    from_monday: addDays(week_monday, -7 * weeks_before),
    to_monday: previousWeek(week_monday),
  })
  const earlier = new Map(before.people.map((person) => [person.staff_id, person]))
  const phones = new Map(
    (await db.selectFrom('staff').select(['id', 'phone']).execute()).map(({ id, phone }) => [id, phone]),
  )
  const people = reports.map(
    (report): PersonOfBoard => ({
      ...report,
      phone: phones.get(report.staff_id) ?? '',
      earlier_late: earlier.get(report.staff_id)?.late ?? 0,
      earlier_missing: earlier.get(report.staff_id)?.missing ?? 0,
    }),
  )
  const lock = await db
    .selectFrom('week_locks')
    .select('id')
    .where('week_monday', '=', week_monday)
    .where('unlocked_on', 'is', null)
    .executeTakeFirst()
  return {
    head,
    is_closed: lock !== undefined,
    people,
    forms: await sentForms(db, week_monday),
    merges: await listMerges(db, week_monday),
    reminder: reminderOf(people, head, clock, await getSettings(db)),
  }
}

async function sentForms(db: Db, week_monday: string): Promise<SentForm[]> {
  const forms = await db
    .selectFrom('collection_forms')
    .select(['id', 'file_name', 'sent_on', 'group_id', 'staff_id', 'sent_rows'])
    .where('week_monday', '=', week_monday)
    .orderBy('id', 'desc')
    .execute()
  return forms.map(({ sent_rows, ...form }) => ({ ...form, rows: unpackSentRows(sent_rows).length }))
}

/** Earlier lateness stays out of it: it is read by those whom it is sent to. */
function reminderOf(
  people: readonly PersonOfBoard[],
  { title, hand_in_on }: WeekHead,
  clock: Clock,
  { department_name, clerk_name }: { department_name: string; clerk_name: string },
): string {
  const missing = people.filter(({ state }) => state === 'missing')
  if (missing.length === 0) return ''
  const groups = [...groupRows(missing, ({ group_name }) => group_name)]
  const names = groups.map(([group, some]) => `${group}${some.map(({ name }) => name).join('、')}`).join('；')
  const until = hand_in_on !== null && hand_in_on > clock.today() ? `请于${monthDay(hand_in_on)}前` : '请尽快'
  const now = `${monthDay(clock.today())}${timeOfDay(clock.now())}`
  const whom = [department_name, clerk_name].filter(Boolean).join('')
  return `${title}周报，截至${now}未报：${names}。${until}报${whom}，没有事项的也请回复“无事项”。`
}

// Duties (职责): what each is, its number, and today's A and B with what is wrong about them.
import { sql } from 'kysely'
import type { Duty, DutyFilter } from '../../src-shared/duties.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { scheduleFromText } from '../../src-shared/schedule.ts'
import { containsText } from '../database/contains-text.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import { holderFindings } from './holder-findings.ts'

/** In the order of groups, categories, the clerk's own and the number. Every word of the text must be found. */
export async function listDuties(db: Db, today: string, filter: DutyFilter): Promise<Duty[]> {
  const duties = await wantedDuties(db, today, filter).execute()
  const held = groupRows(await holdersOn(db, today), (holder) => holder.duty_id)
  return duties.map((duty) => {
    const holders = held.get(duty.id) ?? []
    const a = holders.find((holder) => holder.role === 'A') ?? null
    const bs = holders.filter((holder) => holder.role === 'B')
    return {
      ...duty,
      schedule: scheduleFromText(duty.schedule),
      a_holder: a && { staff_id: a.staff_id, name: a.name },
      b_holders: bs.map((b) => ({ staff_id: b.staff_id, name: b.name })),
      findings:
        duty.voided_on === null || duty.voided_on > today
          ? holderFindings(a, bs, today, duty.no_b_reason !== '')
          : [],
    }
  })
}

function wantedDuties(db: Db, today: string, filter: DutyFilter) {
  let duties = db
    .selectFrom('duties')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .innerJoin('categories', 'categories.id', 'duties.category_id')
    .select([
      'duties.id',
      'duties.number',
      'duties.group_id',
      'groups.name as group_name',
      'duties.category_id',
      'categories.name as category_name',
      'duties.content',
      'duties.card_text',
      'duties.kind',
      'duties.weight',
      'duties.frequency',
      'duties.due_rule',
      'duties.schedule',
      'duties.basis',
      'duties.standard',
      'duties.output',
      'duties.risk',
      'duties.controls',
      'duties.steps',
      'duties.start_rule',
      'duties.leader',
      'duties.report_to',
      'duties.remark',
      'duties.from_on',
      'duties.voided_on',
      'duties.void_reason',
    ])
    .select(
      sql<string>`coalesce((
      SELECT e.reason FROM post_exceptions AS e
      WHERE e.duty_id = duties.id AND e.from_on <= ${today} AND ${notEnded('e.to_on', today)}), '')`.as(
        'no_b_reason',
      ),
    )
  if (!filter.include_voided) duties = duties.where('duties.voided_on', 'is', null)
  if (filter.group_id !== null) duties = duties.where('duties.group_id', '=', filter.group_id)
  if (filter.category_id !== null) duties = duties.where('duties.category_id', '=', filter.category_id)
  if (filter.staff_id !== null) duties = duties.where(isHeldBy(today, sql`s.id = ${filter.staff_id}`))
  for (const word of filter.text.split(/\s+/).filter(Boolean)) {
    const columns = ['duties.number', 'duties.content', 'duties.card_text', 'duties.due_rule']
    const tests = [
      ...columns.map((column) => containsText(column, word)),
      isHeldBy(today, containsText('s.name', word)),
    ]
    duties = duties.where(sql<boolean>`(${sql.join(tests, sql` OR `)})`)
  }
  return duties
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy('categories.sort_order')
    .orderBy('categories.id')
    .orderBy('duties.sort_order')
    .orderBy('duties.number')
}

/** The duty has a holder today for whom `test` is true; in it `s` is the person. */
function isHeldBy(today: string, test: ReturnType<typeof sql>) {
  return sql<boolean>`EXISTS (
    SELECT 1 FROM duty_holders AS h JOIN staff AS s ON s.id = h.staff_id
    WHERE h.duty_id = duties.id AND h.from_on <= ${today} AND ${notEnded('h.to_on', today)} AND ${test})`
}

/** Everyone who holds a duty on that day, first to last in rank; those who have left too, with their last day. */
export function holdersOn(db: Db, today: string) {
  return db
    .selectFrom('duty_holders')
    .innerJoin('staff', 'staff.id', 'duty_holders.staff_id')
    .select([
      'duty_holders.duty_id',
      'duty_holders.role',
      'duty_holders.staff_id',
      'staff.name',
      'staff.left_on',
      'staff.group_id',
    ])
    .where('duty_holders.from_on', '<=', today)
    .where(notEnded('duty_holders.to_on', today))
    .orderBy('duty_holders.rank')
    .execute()
}

// 岗位职责牌: each person's duties as A, and who stands in for them.
import { sql } from 'kysely'
import type { Card, CardChoice, CardDuty } from '../../src-shared/duty-cards.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'

/** In the order of the roster; people without a duty have a card too. */
export async function listCards(db: Db, today: string, choice: CardChoice): Promise<Card[]> {
  const [people, duties, backups] = await Promise.all([
    peopleOf(db, today, choice),
    dutiesHeld(db, today),
    backupsOf(db, today),
  ])
  return people.map((person) => ({
    ...person,
    duties: duties.get(person.staff_id) ?? [],
    backups: backups.get(person.staff_id) ?? [],
  }))
}

function peopleOf(db: Db, today: string, { group_id, staff_ids }: CardChoice) {
  return db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .leftJoin('staff_photos', 'staff_photos.staff_id', 'staff.id')
    .leftJoin('files', 'files.id', 'staff_photos.file_id')
    .where(notEnded('staff.left_on', today))
    .$if(group_id !== null, (query) => query.where('staff.group_id', '=', group_id))
    .$if(staff_ids.length > 0, (query) => query.where('staff.id', 'in', staff_ids))
    .select([
      'staff.id as staff_id',
      'staff.name',
      sql<string>`coalesce(groups.name, '')`.as('group_name'),
      sql<string>`CASE WHEN staff.post <> '' THEN staff.post ELSE staff.position END`.as('post'),
      'staff.political_status',
      'staff.phone',
      'files.digest as photo',
    ])
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
}

/** Duties in force today with the holder of that rank. */
function heldToday(db: Db, today: string) {
  return db
    .selectFrom('duty_holders as a')
    .innerJoin('duties', 'duties.id', 'a.duty_id')
    .where('a.role', '=', 'A')
    .where('a.from_on', '<=', today)
    .where(notEnded('a.to_on', today))
    .where((where) =>
      where.or([where('duties.voided_on', 'is', null), where('duties.voided_on', '>', today)]),
    )
}

async function dutiesHeld(db: Db, today: string): Promise<Map<number, CardDuty[]>> {
  const rows = await heldToday(db, today)
    .select(['a.staff_id', 'duties.content', 'duties.card_text'])
    .orderBy('duties.weight')
    .orderBy('duties.sort_order')
    .orderBy('duties.id')
    .execute()
  const held = new Map<number, CardDuty[]>()
  for (const { staff_id, content, card_text } of rows) {
    held.set(staff_id, [
      ...(held.get(staff_id) ?? []),
      { content, phrase: card_text === '' ? content : card_text },
    ])
  }
  return held
}

async function backupsOf(db: Db, today: string): Promise<Map<number, string[]>> {
  const rows = await heldToday(db, today)
    .innerJoin('duty_holders as b', 'b.duty_id', 'a.duty_id')
    .innerJoin('staff', 'staff.id', 'b.staff_id')
    .where('b.role', '=', 'B')
    .where('b.from_on', '<=', today)
    .where(notEnded('b.to_on', today))
    .groupBy(['a.staff_id', 'b.staff_id'])
    .select(['a.staff_id', 'staff.name', sql<number>`count(*)`.as('count')])
    .orderBy('count', 'desc')
    .orderBy('b.staff_id')
    .execute()
  const found = new Map<number, string[]>()
  for (const { staff_id, name } of rows) found.set(staff_id, [...(found.get(staff_id) ?? []), name])
  return found
}

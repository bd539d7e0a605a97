// 借阅: one thing is lent to one person at a time, until a day.
import { sql } from 'kysely'
import type { GivingBack, Lendable, Lending, NewLending, Prolonging } from '../../src-shared/archive-care.ts'
import { longDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { containsText } from '../database/contains-text.ts'
import type { Db } from '../database/tables.ts'

const most_returned = 200

/** What is out first, longest overdue on top; then what came back, newest first. */
export async function listLendings(db: Db, today: string): Promise<Lending[]> {
  const out = await selectLendings(db)
    .where('l.returned_on', 'is', null)
    .orderBy('l.due_on')
    .orderBy('l.id')
    .execute()
  const back = await selectLendings(db)
    .where('l.returned_on', 'is not', null)
    .orderBy('l.returned_on', 'desc')
    .orderBy('l.id', 'desc')
    .limit(most_returned)
    .execute()
  return [...out, ...back].map((row) => ({
    ...row,
    is_overdue: row.returned_on === null && row.due_on < today,
  }))
}

const box_words = sql<string>`coalesce((SELECT CASE b.shelf WHEN '' THEN '' ELSE b.shelf || ' ' END || '第' || b.box_number || '盒'
  FROM archive_boxes AS b WHERE b.id = i.box_id), '')`

function selectLendings(db: Db) {
  return db
    .selectFrom('archive_lendings as l')
    .leftJoin('archive_entries as e', 'e.id', 'l.entry_id')
    .leftJoin('matters as m', 'm.id', 'e.matter_id')
    .leftJoin('archive_items as i', 'i.id', 'l.item_id')
    .select([
      ...([
        'l.id',
        'l.borrower',
        'l.purpose',
        'l.approved_by',
        'l.lent_on',
        'l.lent_by',
        'l.due_on',
      ] as const),
      ...(['l.returned_on', 'l.returned_to', 'l.return_note'] as const),
      sql<string>`coalesce(m.number, i.archive_number, '')`.as('number'),
      sql<string>`coalesce(m.title, i.title, '')`.as('title'),
      sql<string>`CASE WHEN l.item_id IS NULL THEN e.location ELSE ${box_words} END`.as('place'),
    ])
}

const offered = 20

/** What the words find and is not lent: items by 档号 or title, entries by number or title. */
export async function lendable(db: Db, words: string): Promise<Lendable[]> {
  const items = await db
    .selectFrom('archive_items as i')
    .select(['i.id', sql<string>`i.archive_number`.as('number'), 'i.title', box_words.as('place')])
    .where('i.run_id', 'is not', null)
    .where(sql<boolean>`(${containsText('i.archive_number', words)} OR ${containsText('i.title', words)})`)
    .where(
      sql<boolean>`i.id NOT IN (SELECT item_id FROM archive_lendings WHERE returned_on IS NULL AND item_id IS NOT NULL)`,
    )
    .orderBy('i.id', 'desc')
    .limit(offered)
    .execute()
  const entries = await db
    .selectFrom('archive_entries as e')
    .innerJoin('matters as m', 'm.id', 'e.matter_id')
    .select(['e.id', 'm.number', 'm.title', 'e.location as place'])
    .where(sql<boolean>`(${containsText('m.number', words)} OR ${containsText('m.title', words)})`)
    .where(
      sql<boolean>`e.id NOT IN (SELECT entry_id FROM archive_lendings WHERE returned_on IS NULL AND entry_id IS NOT NULL)`,
    )
    .orderBy('e.id', 'desc')
    .limit(offered)
    .execute()
  return [
    ...items.map((item) => ({ kind: 'item' as const, ...item })),
    ...entries.map((entry) => ({ kind: 'entry' as const, ...entry })),
  ].slice(0, offered)
}

export async function lend(change: Change, { thing, ...lending }: NewLending): Promise<{ id: number }> {
  if (lending.lent_on > change.today)
    throw wrong('lent_on', `借出日期不能晚于今天（${longDate(change.today)}）。`)
  const added = await change.db
    .insertInto('archive_lendings')
    .values({
      ...lending,
      ...{
        entry_id: thing.kind === 'entry' ? thing.id : null,
        item_id: thing.kind === 'item' ? thing.id : null,
      },
      ...{ lent_by: change.who, returned_on: null, returned_to: '', return_note: '' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { number } = await openLending(change, added.id)
  change.describe(`借出 ${number} 给 ${lending.borrower}`)
  return added
}

export async function giveBack(change: Change, { id, returned_on, return_note }: GivingBack): Promise<void> {
  const { number, lent_on } = await openLending(change, id)
  if (returned_on < lent_on) throw wrong('returned_on', `归还日期不能早于借出日期（${longDate(lent_on)}）。`)
  if (returned_on > change.today) {
    throw wrong('returned_on', `归还日期不能晚于今天（${longDate(change.today)}）。`)
  }
  await change.db
    .updateTable('archive_lendings')
    .set({ returned_on, return_note, returned_to: change.who })
    .where('id', '=', id)
    .execute()
  change.describe(`归还 ${number}`)
}

export async function prolong(change: Change, { id, due_on }: Prolonging): Promise<void> {
  const { number, due_on: before } = await openLending(change, id)
  if (due_on <= before) throw wrong('due_on', `续借要晚于原来的归还期限（${longDate(before)}）。`)
  await change.db.updateTable('archive_lendings').set({ due_on }).where('id', '=', id).execute()
  change.describe(`续借 ${number} 到 ${due_on}`)
}

async function openLending(change: Change, id: number) {
  const lending = await selectLendings(change.db).where('l.id', '=', id).executeTakeFirst()
  if (lending?.returned_on === null) return lending
  throw new UserProblem({ code: 'lending_over', message: '这次借阅已经归还。', next: '请刷新后再看。' })
}

function wrong(field: string, message: string): UserProblem {
  return new UserProblem({ code: 'lending_dates', message, fields: { [field]: message } })
}

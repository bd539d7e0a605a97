// The number register: every number is taken from here once and never again. design.md §8.
import { sql } from 'kysely'
import type { Change } from '../database/change.ts'

/** `takeMatterNumber(change, 2026, 'DJ') // '2026-DJ-0047'`, counted per year and category. */
export function takeMatterNumber(change: Change, year: number, category_code: string): Promise<string> {
  return takeNumber(change, 'matter', `${year}-${category_code}`, 4)
}

/** `takeDutyNumber(change, 'ZZ', 'DJ') // 'ZZ-DJ-012'`, counted per group and category. */
export function takeDutyNumber(change: Change, group_code: string, category_code: string): Promise<string> {
  return takeNumber(change, 'duty', `${group_code}-${category_code}`, 3)
}

async function takeNumber(
  change: Change,
  kind: 'matter' | 'duty',
  scope: string,
  digits: number,
): Promise<string> {
  const { serial } = await change.db
    .selectFrom('number_register')
    .select(sql<number>`coalesce(max(serial), 0) + 1`.as('serial'))
    .where('kind', '=', kind)
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow()
  const number = `${scope}-${String(serial).padStart(digits, '0')}`
  await change.db
    .insertInto('number_register')
    .values({ kind, scope, serial, number, state: 'used', reason: '' })
    .execute()
  return number
}

// The number register: every number is taken from here once and never again. design.md §8.
import { sql } from 'kysely'
import type { Change } from '../database/change.ts'

type NumberKind = 'matter' | 'duty'

const digits: Record<NumberKind, number> = { matter: 4, duty: 3 }

/** `takeMatterNumber(change, 2026, 'DJ') // '2026-DJ-0047'`, counted per year and category. */
export async function takeMatterNumber(change: Change, year: number, category_code: string): Promise<string> {
  const [number = ''] = await takeMatterNumbers(change, [{ year, category_code }])
  return number
}

/** `takeDutyNumber(change, 'ZZ', 'DJ') // 'ZZ-DJ-012'`, counted per group and category. */
export async function takeDutyNumber(
  change: Change,
  group_code: string,
  category_code: string,
): Promise<string> {
  const [number = ''] = await takeDutyNumbers(change, [{ group_code, category_code }])
  return number
}

/** Many at once, in the order given. */
export function takeMatterNumbers(
  change: Change,
  matters: readonly { year: number; category_code: string }[],
): Promise<string[]> {
  const scopes = matters.map(({ year, category_code }) => `${year}-${category_code}`)
  return takeNumbers(change, 'matter', scopes)
}

/** Many at once, in the order given. */
export function takeDutyNumbers(
  change: Change,
  duties: readonly { group_code: string; category_code: string }[],
): Promise<string[]> {
  const scopes = duties.map(({ group_code, category_code }) => `${group_code}-${category_code}`)
  return takeNumbers(change, 'duty', scopes)
}

const batch = 500

async function takeNumbers(change: Change, kind: NumberKind, scopes: readonly string[]): Promise<string[]> {
  const last = new Map<string, number>()
  for (const scope of new Set(scopes)) last.set(scope, await lastSerial(change, kind, scope))
  const taken = scopes.map((scope) => {
    const serial = (last.get(scope) ?? 0) + 1
    last.set(scope, serial)
    return { scope, serial, number: `${scope}-${String(serial).padStart(digits[kind], '0')}` }
  })
  for (let at = 0; at < taken.length; at += batch) {
    const rows = taken.slice(at, at + batch)
    await change.db
      .insertInto('number_register')
      .values(rows.map((row) => ({ kind, ...row, state: 'used' as const, reason: '' })))
      .execute()
  }
  return taken.map(({ number }) => number)
}

async function lastSerial(change: Change, kind: NumberKind, scope: string): Promise<number> {
  const { serial } = await change.db
    .selectFrom('number_register')
    .select(sql<number>`coalesce(max(serial), 0)`.as('serial'))
    .where('kind', '=', kind)
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow()
  return serial
}

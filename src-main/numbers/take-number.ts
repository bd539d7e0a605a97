// The number register: every number is taken from here once and never again. design.md §8.
import { sql } from 'kysely'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

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

/** Numbers that duties have already, as on a list that is taken in; each well-formed and free. */
export async function claimDutyNumbers(change: Change, numbers: readonly string[]): Promise<void> {
  await register(change, 'duty', numbers.map(placeOfDuty))
}

/** `ZZ-DJ-012`, written as this register writes it. */
export function isDutyNumber(number: string): boolean {
  const place = placeIn(number)
  return place !== null && numberAt('duty', place) === number
}

/** Every number that a duty ever had, gaps included. */
export async function takenDutyNumbers(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('number_register').select('number').where('kind', '=', 'duty').execute()
  return new Set(rows.map(({ number }) => number))
}

interface Place {
  scope: string
  serial: number
}

function placeIn(number: string): Place | null {
  const [, scope = '', serial = ''] = /^([A-Z]{1,6}-[A-Z]{1,6})-(\d{3,4})$/.exec(number) ?? []
  return Number(serial) > 0 ? { scope, serial: Number(serial) } : null
}

function placeOfDuty(number: string): Place {
  const place = placeIn(number)
  if (place === null) throw new Error(`${number} is no number of a duty`)
  return place
}

function numberAt(kind: NumberKind, { scope, serial }: Place): string {
  return `${scope}-${String(serial).padStart(digits[kind], '0')}`
}

const batch = 500

async function takeNumbers(change: Change, kind: NumberKind, scopes: readonly string[]): Promise<string[]> {
  const last = new Map<string, number>()
  for (const scope of new Set(scopes)) last.set(scope, await lastSerial(change, kind, scope))
  const taken = scopes.map((scope) => {
    const serial = (last.get(scope) ?? 0) + 1
    last.set(scope, serial)
    return { scope, serial }
  })
  await register(change, kind, taken)
  return taken.map((place) => numberAt(kind, place))
}

async function register(change: Change, kind: NumberKind, places: readonly Place[]): Promise<void> {
  const rows = places.map((place) => ({ kind, ...place, number: numberAt(kind, place) }))
  for (let at = 0; at < rows.length; at += batch) {
    await change.db
      .insertInto('number_register')
      .values(rows.slice(at, at + batch).map((row) => ({ ...row, state: 'used' as const, reason: '' })))
      .execute()
  }
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

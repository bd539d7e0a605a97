// 空号: every number that was taken and is not in use, with its reason, when and by whom.
import { sql } from 'kysely'
import { toCalendarDate } from '../../src-shared/dates.ts'
import type { NumberQuestion, NumberReport, NumberScope, UnusedNumber } from '../../src-shared/numbers.ts'
import type { Db } from '../database/tables.ts'

export async function numberReport(db: Db, { year }: NumberQuestion): Promise<NumberReport> {
  const unused = [
    ...(await withdrawnMatters(db, year)),
    ...(year === null ? await voidedDuties(db) : []),
    ...(await gaps(db, year)),
  ]
  return {
    scopes: await listScopes(db, year, unused),
    unused: unused.toSorted((one, other) => (one.number < other.number ? -1 : 1)),
    years: await yearsOfNumbers(db),
  }
}

/** `2026-DJ`: the numbers of matters begin with their year, those of duties with a group. */
function ofYear(year: number | null) {
  return year === null ? sql<boolean>`true` : sql<boolean>`scope LIKE ${`${year}-%`}`
}

async function withdrawnMatters(db: Db, year: number | null): Promise<UnusedNumber[]> {
  const rows = await db
    .selectFrom('matters as m')
    .innerJoin('number_register as r', 'r.number', 'm.number')
    .innerJoin('matter_events as e', 'e.matter_id', 'm.id')
    .select(['m.number', 'm.title', 'e.reason', 'e.happened_on as on', 'e.by_name as by'])
    .where('m.state', '=', 'withdrawn')
    .where('e.id', '=', (latest) =>
      latest
        .selectFrom('matter_events as l')
        .select(sql<number>`max(l.id)`.as('id'))
        .whereRef('l.matter_id', '=', 'm.id')
        .where('l.kind', '=', 'withdrawn'),
    )
    .where(ofYear(year))
    .execute()
  return rows.map((row) => ({ ...row, kind: 'matter', why: 'withdrawn' }))
}

async function voidedDuties(db: Db): Promise<UnusedNumber[]> {
  const rows = await db
    .selectFrom('duties')
    .select(['number', 'content as title', 'void_reason as reason', 'voided_on as on'])
    .where('voided_on', 'is not', null)
    .execute()
  return rows.map(({ on, ...row }) => ({ ...row, on: on ?? '', by: '', kind: 'duty', why: 'voided' }))
}

/** The trail knows which undo left the gap, when and whose it was. */
const left_by = (register: string) =>
  sql<number>`(SELECT max(change_id) FROM change_rows
    WHERE table_name = ${register} AND row_id = r.id AND operation = 'update')`.as('change_id')

async function gaps(db: Db, year: number | null): Promise<UnusedNumber[]> {
  const numbers = await db
    .selectFrom('number_register as r')
    .select(['r.number', 'r.reason', 'r.kind', left_by('number_register')])
    .where('r.state', '=', 'gap')
    .where(ofYear(year))
    .execute()
  const papers = await db
    .selectFrom('paper_register as r')
    .select(['r.number', 'r.reason', sql<'paper'>`'paper'`.as('kind'), left_by('paper_register')])
    .where('r.state', '=', 'gap')
    .where(paperOfYear(year))
    .execute()
  const found = [...numbers, ...papers]
  const changes = await db
    .selectFrom('changes')
    .select(['id', 'made_at', 'who'])
    .where(
      'id',
      'in',
      found.map(({ change_id }) => change_id),
    )
    .execute()
  const by_id = new Map(changes.map((change) => [change.id, change]))
  return found.map(({ change_id, ...row }) => {
    const change = by_id.get(change_id)
    const on = change === undefined ? '' : toCalendarDate(new Date(change.made_at))
    return { ...row, why: 'gap', on, by: change?.who ?? '', title: '' }
  })
}

function paperOfYear(year: number | null) {
  return year === null ? sql<boolean>`true` : sql<boolean>`r.year = ${year}`
}

async function listScopes(
  db: Db,
  year: number | null,
  unused: readonly UnusedNumber[],
): Promise<NumberScope[]> {
  const numbers = await db
    .selectFrom('number_register')
    .select(['kind', 'scope', sql<number>`count(*)`.as('taken'), sql<number>`max(serial)`.as('last')])
    .where(ofYear(year))
    .groupBy(['kind', 'scope'])
    .orderBy('kind', 'desc')
    .orderBy('scope')
    .execute()
  const papers = await db
    .selectFrom('paper_register as r')
    .select(sql<string>`r.kind || '〔' || r.year || '〕'`.as('scope'))
    .select([sql<number>`count(*)`.as('taken'), sql<number>`max(serial)`.as('last')])
    .where(paperOfYear(year))
    .groupBy(['r.kind', 'r.year'])
    .orderBy('r.kind')
    .orderBy('r.year')
    .execute()
  const all = [...numbers, ...papers.map((paper) => ({ kind: 'paper' as const, ...paper }))]
  return all.map((scope) => {
    const out_of_use = unused.filter(({ number }) => isIn(number, scope.scope)).length
    return { ...scope, used: scope.taken - out_of_use }
  })
}

/** `2026-DJ-0047` and `交接〔2026〕3号` begin with their run. */
function isIn(number: string, scope: string): boolean {
  return number.startsWith(scope) && /^-?\d+号?$/.test(number.slice(scope.length))
}

async function yearsOfNumbers(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('number_register')
    .select(sql<number>`CAST(substr(scope, 1, 4) AS INTEGER)`.as('year'))
    .distinct()
    .where('kind', '=', 'matter')
    .unionAll(db.selectFrom('paper_register').select('year').distinct())
    .execute()
  return [...new Set(rows.map(({ year }) => year))].sort((one, other) => other - one)
}

import type { Finding } from '../../src-shared/preflight.ts'
import type { Db } from '../database/tables.ts'
import type { RowFinding } from './findings.ts'
import type { SheetRowCells } from './tables-in.ts'

const number_of_duty = /^[A-Z]{1,6}-[A-Z]{1,6}-\d{3,}$/
const number_of_matter = /^\d{4}-[A-Z]{1,6}-\d{4,}$/

/** The number of the duty or matter that a row speaks of; empty for none. */
export function recordNumberIn({ cells }: SheetRowCells): string {
  for (const { text } of cells.values()) {
    if (number_of_duty.test(text) || number_of_matter.test(text)) return text
  }
  return ''
}

/** Each finding in a row that has such a number gets the way to its record. */
export async function recordRoutes(db: Db, findings: readonly RowFinding[]): Promise<Finding[]> {
  const routes = await routesOf(db, [...new Set(findings.flatMap(({ record }) => record || []))])
  return findings.map(({ record, ...finding }) => ({ ...finding, route: routes.get(record) ?? '' }))
}

async function routesOf(db: Db, numbers: readonly string[]): Promise<Map<string, string>> {
  const duties = await db
    .selectFrom('duties')
    .where('number', 'in', numbers)
    .select(['id', 'number'])
    .execute()
  const matters = await db
    .selectFrom('matters')
    .leftJoin('matter_weeks', 'matter_weeks.matter_id', 'matters.id')
    .where('matters.number', 'in', numbers)
    .select(['matters.id', 'matters.number'])
    .select(({ fn }) => fn.max('matter_weeks.week_monday').as('week'))
    .groupBy('matters.id')
    .execute()
  return new Map([
    ...duties.map(({ id, number }): [string, string] => [number, `#/duties?open=${id}`]),
    ...matters.map(({ id, number, week }): [string, string] => [
      number,
      week === null ? '' : `#/weekly?week=${week}&open=${id}`,
    ]),
  ])
}

import type { Finding } from '../../src-shared/preflight.ts'
import type { Db } from '../database/tables.ts'
import { parseAddress } from '../excel/cell-address.ts'
import type { ReadSheet } from '../excel/workbook.ts'

const number_of_duty = /^[A-Z]{1,6}-[A-Z]{1,6}-\d{3,}$/
const number_of_matter = /^\d{4}-[A-Z]{1,6}-\d{4,}$/

/** Each finding in a row that has the number of a duty or matter gets the way to its record. */
export async function recordRoutes(
  db: Db,
  sheets: readonly ReadSheet[],
  findings: readonly Finding[],
): Promise<Finding[]> {
  const numbers = findings.map((finding) => numberAt(sheets, finding))
  const routes = await routesOf(db, [...new Set(numbers.filter((number) => number !== ''))])
  return findings.map((finding, at) => ({ ...finding, route: routes.get(numbers[at] ?? '') ?? '' }))
}

function numberAt(sheets: readonly ReadSheet[], { sheet, address }: Finding): string {
  const row = parseAddress(address)?.row
  const cells = sheets.find(({ name }) => name === sheet)?.rows.find(({ number }) => number === row)?.cells
  return cells?.find(({ text }) => number_of_duty.test(text) || number_of_matter.test(text))?.text ?? ''
}

async function routesOf(db: Db, numbers: readonly string[]): Promise<Map<string, string>> {
  const routes = new Map<string, string>()
  for (let from = 0; from < numbers.length; from += 500) {
    const some = numbers.slice(from, from + 500)
    const duties = await db
      .selectFrom('duties')
      .where('number', 'in', some)
      .select(['id', 'number'])
      .execute()
    for (const { id, number } of duties) routes.set(number, `#/duties?open=${id}`)
    const matters = await db
      .selectFrom('matters')
      .leftJoin('matter_weeks', 'matter_weeks.matter_id', 'matters.id')
      .where('matters.number', 'in', some)
      .select(['matters.id', 'matters.number'])
      .select(({ fn }) => fn.max('matter_weeks.week_monday').as('week'))
      .groupBy('matters.id')
      .execute()
    for (const { id, number, week } of matters) routes.set(number, `#/weekly?week=${week}&open=${id}`)
  }
  return routes
}

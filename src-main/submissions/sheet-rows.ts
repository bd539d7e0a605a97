// The tables of a sheet as rows of text, found by the names of their columns.
import type { ReadSheet, SheetTable, TableValue } from '../excel/workbook.ts'

export interface TextTable {
  caption: string
  columns: string[]
  rows: string[][]
}

/** A second column of the same name is told apart: 联系电话（2）. */
export function namedApart(headers: readonly string[]): string[] {
  const times = new Map<string, number>()
  return headers.map((header) => {
    const count = (times.get(header) ?? 0) + 1
    times.set(header, count)
    return count === 1 ? header : `${header}（${count}）`
  })
}

export function asText(value: TableValue | undefined): string {
  return String(value ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
}

export function textTableOf({ caption = '', columns, rows }: SheetTable): TextTable {
  return {
    caption,
    columns: namedApart(columns.map(({ header }) => header)),
    rows: rows.map((row) => columns.map((_, at) => asText(row[at]))),
  }
}

/** The tables in the sheet that have most of these columns, one for each list, from the top down. */
export function findTextTables(sheet: ReadSheet, wanted: readonly TextTable[]): (TextTable | null)[] {
  const grid = filledGrid(sheet)
  const numbers = [...grid.keys()].sort((one, other) => one - other)
  const headers: (number | undefined)[] = []
  let after = 0
  for (const { columns } of wanted) {
    const header = numbers.find((number) => number > after && looksLikeHead(grid.get(number), columns))
    headers.push(header)
    after = header ?? after
  }
  return wanted.map((table, at) => {
    const head = headers[at]
    if (head === undefined) return null
    const end = headers.slice(at + 1).find((next) => next !== undefined) ?? Number.POSITIVE_INFINITY
    const body = numbers.filter((number) => number > head && number < end)
    return tableBelow(grid, head, body, table.caption, countOf(sheet, head))
  })
}

type Row = Map<number, string>

/** What the sheet shows, with merged cells filled downwards: a group's name belongs to all its rows. */
function filledGrid({ rows, merges }: ReadSheet): Map<number, Row> {
  const grid = new Map<number, Row>()
  for (const { number, cells } of rows) {
    grid.set(number, new Map(cells.map(({ column, text }) => [column, asText(text)])))
  }
  for (const { first_row, first_column, last_row } of merges) {
    const text = grid.get(first_row)?.get(first_column) ?? ''
    for (let number = first_row + 1; number <= last_row; number += 1) {
      const row = grid.get(number)
      if (row && text !== '' && !row.get(first_column)) row.set(first_column, text)
    }
  }
  return grid
}

function looksLikeHead(row: Row | undefined, columns: readonly string[]): boolean {
  if (!row) return false
  const names = new Set(namedApart([...row.values()]))
  const found = columns.filter((column) => names.has(column)).length
  return found >= 2 && found * 2 > columns.length
}

/** Merged cells of one row that span it all are captions and signatures, no rows of the table. */
function countOf(sheet: ReadSheet, head: number): Set<number> {
  const width = Math.max(
    0,
    ...sheet.rows.filter(({ number }) => number === head).map(({ cells }) => cells.at(-1)?.column ?? 0),
  )
  return new Set(
    sheet.merges
      .filter((merge) => merge.first_column === 1 && merge.last_column >= width && merge.first_row > head)
      .map((merge) => merge.first_row),
  )
}

function tableBelow(
  grid: Map<number, Row>,
  head: number,
  body: readonly number[],
  caption: string,
  lines: ReadonlySet<number>,
): TextTable {
  const columns = [...(grid.get(head) ?? [])]
  const rows: string[][] = []
  for (const number of body) {
    if (lines.has(number)) continue
    const row = columns.map(([column]) => grid.get(number)?.get(column) ?? '')
    // Rows that only go on with a long text of the one above are merged with it.
    if (row.some((text) => text !== '')) rows.push(row)
  }
  return { caption, columns: namedApart(columns.map(([, text]) => text)), rows }
}

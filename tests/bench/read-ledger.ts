// Reads a ledger into checked rows, alone in its process or, as the app does, through the Excel process.
// read-ledger.js FILE ROWS alone|apart; answers what it cost and how many cells are wrong as JSON.
import { readWorkbook } from '../../src-main/excel/read-workbook.ts'
import type { ReadCell, ReadWorkbook } from '../../src-main/excel/workbook.ts'
import type { LedgerRow } from './ledger-book.ts'
import { openBundledExcel, watchStalls } from './main-process.ts'

const [file = '', count = '0', way = '', judge = ''] = process.argv.slice(2)
const names = [
  'id',
  'number',
  'category',
  'group_name',
  'title',
  'source',
  'holder',
  'id_card',
  'listed_on',
  'due_on',
  'progress',
  'state',
  'finished_on',
  'remark',
] as const
const blank = Object.fromEntries(names.map((name) => [name, '']))

function checked(cells: readonly ReadCell[]): LedgerRow {
  const values: Record<string, unknown> = { ...blank }
  for (const { column, number, date, text } of cells) values[names[column - 1] ?? ''] = date ?? number ?? text
  if (!isLedgerRow(values)) throw new Error(`no row of the ledger: ${JSON.stringify(values)}`)
  return values
}

/** The same that the peer looks at. */
function isLedgerRow(values: Record<string, unknown>): values is Record<string, unknown> & LedgerRow {
  return (
    Number.isInteger(values.id) &&
    names.every((name) => name === 'id' || typeof values[name] === 'string') &&
    /^\d{4}-[A-Z]{2}-\d{4}$/.test(String(values.number)) &&
    /^\d{17}[\dX]$/.test(String(values.id_card))
  )
}

function ledgerRowsOf({ sheets }: ReadWorkbook): LedgerRow[] {
  const rows = sheets[0]?.rows ?? []
  return rows.slice(3, 3 + Number(count)).map(({ cells }) => checked(cells))
}

const { excel, end } = openBundledExcel()
const longestStall = watchStalls()
const rows = ledgerRowsOf(way === 'alone' ? await readWorkbook(file) : await excel.read(file))
const stall = longestStall()
await end()
console.log(JSON.stringify({ stall, wrong: judge === '' ? undefined : await wrongCells() }))

/** Against the rows that the file was made from; only when asked for, since it costs as much as the reading. */
async function wrongCells(): Promise<number> {
  const { ledgerRows } = await import('./ledger-book.ts')
  let wrong = Math.abs(rows.length - Number(count)) * names.length
  for (const [at, expected] of [...ledgerRows(Number(judge))].slice(0, rows.length).entries()) {
    for (const name of names) if (rows[at]?.[name] !== expected[name]) wrong += 1
  }
  return wrong
}

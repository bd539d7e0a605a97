// Plays the main process: hands a ledger page by page out of SQLite into the Excel process.
// export-ledger.js BOOK TARGET ROWS; answers what it cost as JSON.
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { ExcelCost, PagedSheet } from '../../src-main/excel/excel-messages.ts'
import { pagesOf } from '../../src-main/reports/report.ts'
import type { LedgerRow } from './ledger-book.ts'
import { ledger_columns } from './ledger-columns.ts'
import { openBundledExcel, watchStalls } from './main-process.ts'

const [book = '', target = '', rows = '0'] = process.argv.slice(2)
const row_count = Number(rows)

const sheet: PagedSheet = {
  name: '台账',
  title: '组织人事处工作台账',
  head: {
    left: '填报单位（盖章）：某某中心组织人事处',
    middle: `共${rows}项`,
    right: '填报时间：2026年11月20日',
  },
  widths: [7, 13, 9, 8, 30, 11, 9, 20, 11, 11, 40, 8, 11, 20],
  tables: [{ columns: ledger_columns.map(({ value: _, ...column }) => column), rows: [] }],
  foot: '填报人：　　　　审核人：　　　　单位负责人：',
  orientation: 'landscape',
  row_count,
}

const sqlite = new Database(book, { readonly: true })
const db = new Kysely<{ ledger: LedgerRow }>({ dialect: new SqliteDialect({ database: sqlite }) })
const pages = pagesOf(ledger_columns, (last) =>
  db
    .selectFrom('ledger')
    .selectAll()
    .where('id', '>', last?.id ?? 0)
    .where('id', '<=', row_count)
    .orderBy('id')
    .limit(1000)
    .execute(),
)

const { excel, end } = openBundledExcel()
const costs: ExcelCost[] = []
const longestStall = watchStalls()
const { bytes } = await excel.writePaged(target, sheet, pages, { onCost: (cost) => costs.push(cost) })
const stall = longestStall()
await end()
sqlite.close()
console.log(JSON.stringify({ bytes, stall, peak_mib: costs[0]?.peak_mib }))

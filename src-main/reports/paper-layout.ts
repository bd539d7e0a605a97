import type { PaperLayout } from '../../src-shared/paper.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { ReportName } from '../../src-shared/reports.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import type { NextPage } from '../excel/excel.ts'
import type { SheetFonts, SheetTable, SheetToWrite, TableColumn, TableValue } from '../excel/workbook.ts'
import type { Paper } from './report.ts'

/** How the clerk exported this report last; null when she never chose. */
export async function rememberedLayout(db: Db, report: ReportName): Promise<PaperLayout | null> {
  const row = await db
    .selectFrom('report_layouts')
    .select(['paper', 'orientation', 'attachment', 'hidden_columns'])
    .where('report', '=', report)
    .executeTakeFirst()
  return row ? { ...row, hidden_columns: JSON.parse(row.hidden_columns) } : null
}

export async function rememberLayout(change: Change, report: ReportName, layout: PaperLayout): Promise<void> {
  const row = { ...layout, hidden_columns: JSON.stringify(layout.hidden_columns) }
  await change.db
    .insertInto('report_layouts')
    .values({ report, ...row })
    .onConflict((conflict) => conflict.column('report').doUpdateSet(row))
    .execute()
}

/** What the report itself asks for. */
export function ownLayout({ paper = 'A4', orientation }: SheetToWrite): PaperLayout {
  return { paper, orientation, attachment: '', hidden_columns: [] }
}

export function layOutPaper(paper: Paper, layout: PaperLayout, fonts: SheetFonts): Paper {
  const { attachment, hidden_columns } = layout
  const shown = hideColumns(paper, hidden_columns)
  const sheet = { ...shown.sheet, paper: layout.paper, orientation: layout.orientation, fonts }
  return { ...shown, sheet: attachment === '' ? sheet : { ...sheet, attachment } }
}

/** Names to choose columns by: 联系电话, 联系电话（2）. None where several tables share one grid. */
export function columnNames({ tables }: SheetToWrite): string[] {
  const [table, ...others] = tables
  if (!table || others.length > 0) return []
  const count = new Map<string, number>()
  return table.columns.map(({ header }) => {
    const times = (count.get(header) ?? 0) + 1
    count.set(header, times)
    return times === 1 ? header : `${header}（${times}）`
  })
}

function hideColumns(paper: Paper, hidden: readonly string[]): Paper {
  const names = columnNames(paper.sheet)
  const is_shown = names.map((name) => !hidden.includes(name))
  const [table] = paper.sheet.tables
  if (!table || !is_shown.includes(false)) return paper
  if (!is_shown.includes(true)) throw noColumnLeft()
  const kept = <T>(values: readonly T[]) => values.filter((_, place) => is_shown[place])
  const rowsOf = (rows: readonly TableValue[][]) => rows.map(kept)
  const { pages } = paper
  return {
    ...paper,
    sheet: {
      ...paper.sheet,
      widths: keptWidths(paper.sheet.widths, table, is_shown),
      tables: [{ ...table, columns: kept<TableColumn>(table.columns), rows: rowsOf(table.rows) }],
    },
    ...(pages ? { pages: keptPages(pages, rowsOf) } : {}),
  }
}

function keptPages(pages: NextPage, rowsOf: (rows: TableValue[][]) => TableValue[][]): NextPage {
  return async () => {
    const rows = await pages()
    return rows && rowsOf(rows)
  }
}

function keptWidths(
  widths: readonly number[],
  { columns }: SheetTable,
  is_shown: readonly boolean[],
): number[] {
  const places = columns.flatMap(({ span = 1 }, place) => Array<number>(span).fill(place))
  return widths.filter((_, at) => is_shown[places[at] ?? 0])
}

function noColumnLeft(): UserProblem {
  return new UserProblem({
    code: 'no_column_left',
    message: '所有的列都去掉了，没有可以导出的内容。',
    next: '请至少保留一列。',
  })
}

import { tidy } from '../../src-shared/fields.ts'
import type { ReadCell } from '../excel/workbook.ts'
import { comparable, isDitto, isPlaceholder, shorten } from './cell-text.ts'
import type { HeaderColumn } from './find-headers.ts'
import type { Table } from './find-tables.ts'
import type { HeaderReader } from './header-words.ts'
import type { SheetColumn } from './import-sheet.ts'
import type { Pace } from './pace.ts'
import { areaOf, type Grid } from './sheet-grid.ts'

/** A row of a table as it was found; `skip` says in Chinese why it is none of its records. */
export interface TableRow {
  row: number
  /** The first cell that shows a value. */
  address: string
  text: string
  cells: Map<string, ReadCell>
  section: string
  skip: string | null
}

export interface RowsOfTable {
  rows: TableRow[]
  /** Sentences about what was taken from the row above. */
  warnings: string[]
}

/** Every row of the table that shows a value: none is left out without a word. */
export async function readTableRows(
  grid: Grid,
  table: Table,
  reader: HeaderReader,
  pace: Pace,
): Promise<RowsOfTable> {
  const { columns } = reader
  const own = new Map(table.rows.map((row) => [row, ownCells(grid, table, row)]))
  const usual = usualCount(table, own)
  const rows: TableRow[] = []
  let section = ''
  let row_before = table.header.bottom
  let is_below = false
  let is_foreign = false
  for (const row of table.rows) {
    if (pace.isDue()) await pace.rest(`正在读“${grid.name}”第 ${row} 行`)
    const cells = own.get(row) ?? []
    const [first] = cells
    if (first === undefined) continue
    const heading = headingOf(grid, table, row, cells)
    if (heading !== null) section = heading
    // Behind an empty row, single cells are something else that stands below the table.
    is_below = cells.length === 1 && usual >= 2 && (is_below || row > row_before + 1)
    is_foreign ||= isForeignHeader(table, cells, reader)
    const why = whyNoRecord(table, cells, is_below, columns)
    const is_early = row < (table.header.first_row ?? 0)
    const skip = is_early
      ? '在数据的第一行上面'
      : is_foreign
        ? '下面是另一张表'
        : heading === null
          ? why
          : '分组标题'
    const { address, text } = first
    rows.push({ row, address, text, cells: cellsByField(grid, table, row), section, skip })
    row_before = row
  }
  const records = rows.filter((row) => row.skip === null)
  repeatDittos(records)
  return { rows, warnings: fillGroups(records, table, columns) }
}

/** 序号 | 内容 below the table: names of columns, but none that make a table of this subject. */
function isForeignHeader(table: Table, cells: readonly ReadCell[], reader: HeaderReader): boolean {
  if (cells.length < 2) return false
  const repeated = table.block.columns.filter(({ column, text, field }) => {
    const cell = cells.find((one) => one.column === column)
    return field !== null && cell !== undefined && comparable(cell.text) === comparable(text)
  })
  const texts = cells.map(({ kind, text }) => (kind === 'text' ? text : ''))
  const strength = (text: string) => Math.max(...reader.strengths(text, ''))
  const are_names = texts.every((text) => strength(text) > 0) && texts.some((text) => strength(text) >= 90)
  // No record has 序号 for a value.
  return repeated.length >= 2 || are_names || texts.some((text) => /^序\s*号$/.test(text.trim()))
}

/** A merged area that reaches down into this row is none of its own cells. */
function ownCells(grid: Grid, table: Table, row: number): ReadCell[] {
  return grid.cells(row).filter(({ column }) => column >= table.first_column && column <= table.last_column)
}

/** How many cells a row has as a rule: the rows down to the first empty one tell. */
function usualCount(table: Table, own: ReadonlyMap<number, readonly ReadCell[]>): number {
  const counts: number[] = []
  let row_before = table.header.bottom
  for (const [row, cells] of own) {
    if (cells.length === 0) continue
    if (row > row_before + 1 && counts.length > 0) break
    counts.push(cells.length)
    row_before = row
  }
  return counts.sort((one, other) => one - other)[counts.length >> 1] ?? 0
}

function cellsByField(grid: Grid, table: Table, row: number): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>()
  for (const column of table.block.columns) {
    if (column.field === null) continue
    const cell = cellOf(grid, row, column)
    if (cell) cells.set(column.field, cell)
  }
  return cells
}

/** The value of a cell merged downwards belongs to all its rows. */
function cellOf(
  grid: Grid,
  row: number,
  { column, last_column, address }: HeaderColumn,
): ReadCell | undefined {
  for (let at = column; at <= last_column; at++) {
    const area = areaOf(grid, row, at)
    if (area.first_column < column) continue
    const cell = grid.cell(area.first_row, area.first_column)
    if (cell && cell.address !== address) return cell
  }
  return undefined
}

/** （一）党建组 across the table: it names the rows below it. */
function headingOf(grid: Grid, table: Table, row: number, cells: readonly ReadCell[]): string | null {
  const [cell] = cells
  if (cell === undefined || cells.length > 1 || cell.kind !== 'text') return null
  const area = areaOf(grid, row, cell.column)
  const width = table.last_column - table.first_column + 1
  const is_wide =
    area.last_column > area.first_column && (area.last_column - area.first_column + 1) * 2 >= width
  const is_counted = /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/.test(tidy(cell.text)) && width > 2
  if ((!is_wide && !is_counted) || isFootnote(cell.text) || isTotal(cell.text)) return null
  return tidy(cell.text).replace(/^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]\s*/, '')
}

const signature =
  /^(?:填报人|填表人|填报单位|填报日期|填报时间|填表日期|报送时间|制表人?|制表日期|审核人?|审签人?|审批人?|复核人?|核对人?|批准人|负责人签[字名]|单位负责人|部门负责人|处领导|处领导审签|分管领导|主要领导|组长审核|领导签字|签[字名]|盖章|联系人|联系电话|日期|备注|附注|注|说明|填表说明|填报说明)(?:[（(][^）)]*[）)])?[:：]/

function isFootnote(text: string): boolean {
  const plain = text.replace(/\s+/g, '')
  return signature.test(plain) || /^(?:注|备注|说明)\d*[、.．]/.test(plain)
}

function isTotal(text: string): boolean {
  return /^(?:合计|小计|总计|共计|累计|平均)(?:[:：(（]|$)/.test(comparable(text))
}

function whyNoRecord(
  table: Table,
  cells: readonly ReadCell[],
  is_below: boolean,
  columns: readonly SheetColumn[],
): string | null {
  const [first] = cells
  if (first === undefined) return null
  if (cells.slice(0, 3).some(({ text }) => isTotal(text))) return '合计行'
  if (isFootnote(first.text)) return '表格下方的签字、日期或说明'
  if (is_below) return `与上面的表隔着空行，只有一格有内容（${shorten(first.text, 20)}）`
  const said = cells.filter(({ text }) => !isPlaceholder(text))
  const serials = new Set(columns.filter((column) => column.is_serial).map(({ field }) => field))
  const used = table.block.columns.filter(({ field }) => field !== null)
  const speaks = used.filter(
    ({ column, last_column, field }) =>
      field !== null &&
      !serials.has(field) &&
      said.some((cell) => cell.column >= column && cell.column <= last_column),
  )
  if (speaks.length > 0) return null
  const has_serial = used.some(({ column }) => said.some((cell) => cell.column === column))
  return has_serial ? '只有序号或工号，没有内容' : '用到的各列都没有内容'
}

/** 同上 takes the value of the record above it, wherever that came from. */
function repeatDittos(records: readonly TableRow[]): void {
  const above = new Map<string, ReadCell>()
  for (const { cells } of records) {
    for (const [field, cell] of cells) {
      const before = above.get(field)
      if (isDitto(cell.text) && before) cells.set(field, { ...before, address: cell.address })
      else above.set(field, cell)
    }
  }
}

/** A group that is written only on its first row, without a merge, goes on below it. */
function fillGroups(records: readonly TableRow[], table: Table, columns: readonly SheetColumn[]): string[] {
  const warnings: string[] = []
  for (const { field, is_grouping } of columns) {
    const header = table.block.columns.find((column) => column.field === field)
    if (!is_grouping || header === undefined) continue
    const filled = records.filter(({ cells }) => cells.has(field)).length
    if (filled === records.length || filled > records.length * 0.6 || !records[0]?.cells.has(field)) continue
    let last: ReadCell | undefined
    for (const { cells } of records) {
      const cell = cells.get(field)
      if (cell) last = cell
      else if (last) cells.set(field, last)
    }
    warnings.push(`“${shorten(header.text)}”一列只在每组的第一行有字，下面的空格按上一行理解。`)
  }
  return warnings
}

import type { FormGrid } from '../../src-shared/form-grid.ts'

/** Words that no data row begins with: totals, signatures, notes. */
const footer =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|填\s*报|填\s*表|制\s*表|审\s*核|复\s*核|单位负责人|部门负责人|负责人\s*[:：(（]|分管领导\s*[:：]|经办人\s*[:：]|联系人\s*[:：]|联系电话\s*[:：]|签\s*[字章]|盖\s*章|注\s*[:：]|备\s*注\s*[:：]|说\s*明\s*[:：]|填表说明|附\s*[:：注]|此表|本表|[一二三四五六七八九十]、)/

/** The rows of a form that wait for data: from below the header to the total, the signatures or the end of the lines. */
export function dataRows(
  grid: FormGrid,
  header_row: number,
  columns: readonly number[],
  before = Number.POSITIVE_INFINITY,
): { first_row: number; last_row: number } {
  let first_row = header_row + 1
  if (isNumbering(grid, first_row, columns)) first_row += 1
  const hasLines = isLined(grid, first_row, columns)
  let last_row = first_row
  for (let row = first_row; row <= Math.min(grid.last_row, before - 1); row += 1) {
    if (isFooter(grid, row)) break
    if (hasLines ? !isLined(grid, row, columns) : !hasText(grid, row, columns)) break
    last_row = row
  }
  return { first_row, last_row }
}

/** A row that only counts the columns: 1 2 3 …, 甲 乙 1 2. */
function isNumbering(grid: FormGrid, row: number, columns: readonly number[]): boolean {
  const texts = columns.map((column) => grid.text(row, column).trim()).filter((text) => text !== '')
  const numbers = texts.filter((text) => /^[(（]?(?:\d{1,2}|[甲乙丙丁戊己])[)）]?$/.test(text))
  return texts.length >= 3 && numbers.length === texts.length && texts.length >= columns.length - 1
}

function isFooter(grid: FormGrid, row: number): boolean {
  for (let column = 1; column <= grid.last_column; column += 1) {
    const text = grid.text(row, column).trim()
    if (text === '') continue
    if (footer.test(text)) return true
    const area = grid.merge(row, column)
    // A line of its own over the table: a caption or a note.
    const isWide = area !== undefined && area.last_column - area.first_column >= grid.last_column * 0.6
    if (isWide && area.first_row === area.last_row) return true
  }
  return false
}

function isLined(grid: FormGrid, row: number, columns: readonly number[]): boolean {
  const lined = columns.filter((column) => grid.look(row, column).border !== 0)
  return row <= grid.last_row && lined.length * 2 > columns.length
}

function hasText(grid: FormGrid, row: number, columns: readonly number[]): boolean {
  return columns.some((column) => grid.text(row, column) !== '')
}

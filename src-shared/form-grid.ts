import type { FormArea, FormCell, FormLook, FormPicture, FormSheet } from './form-picture.ts'

/** A sheet of a form by rows and columns, as one sees it: of a merge only its first cell is there. */
export interface FormGrid {
  sheet: FormSheet
  last_row: number
  last_column: number
  cell(row: number, column: number): FormCell | undefined
  /** Empty for cells under a merge. */
  text(row: number, column: number): string
  look(row: number, column: number): FormLook
  merge(row: number, column: number): FormArea | undefined
  /** Under a merge, and not its first cell. */
  isCovered(row: number, column: number): boolean
  hasFormula(row: number, column: number): boolean
  isClosed(row: number, column: number): boolean
}

const no_look: FormLook = {
  is_bold: false,
  size: 11,
  align: '',
  wraps: false,
  fill: '',
  color: '',
  border: 0,
  kind: 'number',
  is_locked: true,
}

export function formGrid(sheet: FormSheet, looks: FormPicture['looks']): FormGrid {
  const cells = sheet.rows.map((row) => new Map(row.cells.map((cell) => [cell.column, cell])))
  const merges = new Map<string, FormArea>()
  for (const merge of sheet.merges) {
    for (let row = merge.first_row; row <= merge.last_row; row += 1) {
      for (let column = merge.first_column; column <= merge.last_column; column += 1)
        merges.set(`${row}:${column}`, merge)
    }
  }
  const merge = (row: number, column: number) => merges.get(`${row}:${column}`)
  const cell = (row: number, column: number) => cells[row - 1]?.get(column)
  const isCovered = (row: number, column: number) => {
    const area = merge(row, column)
    return area !== undefined && (area.first_row !== row || area.first_column !== column)
  }
  const look = (row: number, column: number) => {
    const number =
      cell(row, column)?.look ?? sheet.rows[row - 1]?.look ?? sheet.columns[column - 1]?.look ?? 0
    return looks[number] ?? looks[0] ?? no_look
  }
  return {
    sheet,
    last_row: sheet.rows.length,
    last_column: sheet.columns.length,
    cell,
    text: (row, column) => (isCovered(row, column) ? '' : (cell(row, column)?.text ?? '')),
    look,
    merge,
    isCovered,
    hasFormula: (row, column) => cell(row, column)?.has_formula === true,
    isClosed: (row, column) => sheet.is_protected && look(row, column).is_locked,
  }
}

/** The cell that is seen at this place: the first of a merge. */
export function rootOf(grid: FormGrid, row: number, column: number): { row: number; column: number } {
  const area = grid.merge(row, column)
  return area ? { row: area.first_row, column: area.first_column } : { row, column }
}

/** `cellName(7, 4) // 'D7'` */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

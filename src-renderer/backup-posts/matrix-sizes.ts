// Measures of the matrix in pixels; matrix.css knows the fixed ones, and is given the others as variables.
export const row_height = 30
export const band_height = 26
export const name_height = 84
export const head_height = band_height + name_height
export const foot_height = 2 * 26

/** The widths that follow the window: of a person's column, and of the duty that stands to the left. */
export interface MatrixWidths {
  column: number
  label: number
}

const narrowest: MatrixWidths = { column: 40, label: 400 }
const widest: MatrixWidths = { column: 60, label: 720 }

const between = (least: number, wanted: number, most: number) =>
  Math.max(least, Math.min(Math.floor(wanted), most))

/** A wide window is shared out: first to the columns, then to the words of the duties. */
export function widthsIn(room: number, columns: number): MatrixWidths {
  const column = between(narrowest.column, (room - narrowest.label) / Math.max(columns, 1), widest.column)
  return { column, label: between(narrowest.label, room - columns * column, widest.label) }
}

/** Where a person's column begins, as matrix.css works it out. */
export function leftOf(column: number): string {
  return `calc(var(--matrix-label) + ${column} * var(--matrix-column))`
}

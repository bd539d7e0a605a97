import type { FormArea } from '../../src-shared/form-picture.ts'
import type { RowInsertion } from '../excel/patch-edits.ts'

/** Where a row of the form comes to lie after these insertions. */
export function shiftedRow(row: number, insertions: readonly RowInsertion[]): number {
  return insertions.reduce((moved, { before, count }) => (before <= row ? moved + count : moved), row)
}

/** A merge or a list that new rows are put into grows by them. */
export function shiftedArea(area: FormArea, insertions: readonly RowInsertion[]): FormArea {
  return {
    ...area,
    first_row: shiftedRow(area.first_row, insertions),
    last_row: shiftedRow(area.last_row, insertions),
  }
}

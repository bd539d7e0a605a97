import type { FormArea, FormCell, FormRow, FormSheet } from '../../src-shared/form-picture.ts'
import type { FilledSheet } from '../../src-shared/forms.ts'
import { shownText } from './cell-words.ts'
import type { FilledPlan } from './fill-sheet.ts'
import { shiftedArea } from './row-shift.ts'

/** More rows than this are not drawn; the file has them all. */
const shown_rows = 300

/** The form as it will be: new rows in their places, every value in its cell. */
export function filledPicture({ sheet, edits }: FilledPlan): FilledSheet {
  const rows: FormRow[] = []
  const inserted_rows: number[] = []
  const insertions = edits.insert_rows
  const put = (number: number) => {
    for (const { before, count, like } of insertions) {
      if (before !== number) continue
      const model = sheet.rows[(like ?? before) - 1]
      for (let at = 0; at < count; at += 1) {
        inserted_rows.push(rows.length + 1)
        rows.push(emptied(model))
      }
    }
  }
  for (const [at, row] of sheet.rows.entries()) {
    put(at + 1)
    rows.push({ ...row, cells: row.cells.map((cell) => ({ ...cell })) })
  }
  put(sheet.rows.length + 1)
  const filled: string[] = []
  for (const { row, column, value } of edits.cells) {
    if (value === undefined) continue
    while (rows.length < row) rows.push(emptied(undefined))
    setText(rows[row - 1], column, shownText(value))
    if (value !== null) filled.push(`${row}:${column}`)
  }
  for (const { row, at_least } of edits.rows ?? []) {
    const there = rows[row - 1]
    if (there) there.height = Math.max(there.height, at_least)
  }
  return cut({ ...sheet, rows, filled, inserted_rows, merges: mergesOf(sheet, edits) })
}

function mergesOf({ merges }: FormSheet, { insert_rows, merges: changed }: FilledPlan['edits']): FormArea[] {
  const gone = new Set((changed?.remove ?? []).map((area) => JSON.stringify(area)))
  const moved = merges.map((area) => shiftedArea(area, insert_rows))
  const copied = insert_rows.flatMap(({ before, count, like }) => {
    const earlier = insert_rows.reduce((sum, one) => (one.before < before ? sum + one.count : sum), 0)
    const models = merges.filter(({ first_row, last_row }) => first_row === last_row && first_row === like)
    return models.flatMap((area) =>
      Array.from({ length: count }, (_, at) => {
        const row = before + earlier + at
        return { ...area, first_row: row, last_row: row }
      }),
    )
  })
  const kept = moved.filter((area) => !gone.has(JSON.stringify(area)))
  return [...kept, ...copied, ...(changed?.add ?? [])]
}

function emptied(model: FormRow | undefined): FormRow {
  const plain = { height: 15, look: null, cells: [] }
  const cells = model?.cells.map((cell) => ({ ...cell, text: '' })) ?? []
  return { ...plain, ...model, is_hidden: false, cells }
}

function setText(row: FormRow | undefined, column: number, text: string): void {
  if (!row) return
  const there = row.cells.find((cell) => cell.column === column)
  if (there) there.text = text
  else {
    const cell: FormCell = { column, text, look: row.look ?? 0, has_formula: false }
    row.cells = [...row.cells, cell].sort((one, other) => one.column - other.column)
  }
}

/** Long lists are shown by their beginning. */
function cut(sheet: FilledSheet): FilledSheet {
  if (sheet.rows.length <= shown_rows) return sheet
  const rows = sheet.rows.slice(0, shown_rows)
  const merges = sheet.merges
    .filter(({ first_row }) => first_row <= shown_rows)
    .map((area) => ({ ...area, last_row: Math.min(area.last_row, shown_rows) }))
  const filled = sheet.filled.filter((place) => Number(place.split(':')[0]) <= shown_rows)
  return { ...sheet, rows, merges, filled, is_cut: true }
}

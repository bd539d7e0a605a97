// The rows of a grid as values: what the book says, what was typed over it, and what is wrong about it.
import type { CellIssue, RowDraft, TypedRow, TypedRowAnswer } from '../../../src-shared/typed-rows.ts'
import type { Cells } from './grid-column.ts'

export interface SheetRow {
  key: string
  /** Null while the book does not have the row. */
  id: number | null
  /** What the book says. */
  saved: Cells
  /** Why nothing can be typed into it; empty when it can. */
  locked: string
  /** What was typed and is not in the book yet. */
  typed: Cells
  issues: readonly CellIssue[]
  /** On its way to the book. */
  is_saving: boolean
  /** Found wrong, and not typed into since: sending it again would change nothing. */
  is_refused: boolean
  /** Just saved: what the screen knows of the book may be older than the row. */
  is_awaited: boolean
}

export interface BookRow {
  id: number
  cells: Cells
  /** Why nothing can be typed into it, as a sentence. */
  locked?: string
}

export interface CellEdit {
  key: string
  field: string
  text: string
}

const no_cells: Cells = {}
const no_issues: readonly CellIssue[] = []

export function blankRow(key: string): SheetRow {
  return {
    key,
    id: null,
    saved: no_cells,
    locked: '',
    typed: no_cells,
    issues: no_issues,
    is_saving: false,
    is_refused: false,
    is_awaited: false,
  }
}

export function rowOfBook({ id, cells, locked = '' }: BookRow, key = String(id)): SheetRow {
  return { ...blankRow(key), id, saved: cells, locked }
}

export function rowOfDraft({ key, id, cells, issues }: RowDraft, book: BookRow | undefined): SheetRow {
  const is_refused = issues.some(({ severity }) => severity === 'wrong')
  return {
    ...blankRow(key),
    id: book === undefined ? null : id,
    saved: book?.cells ?? no_cells,
    locked: book?.locked ?? '',
    typed: cells,
    issues,
    is_refused,
  }
}

export function textIn(row: SheetRow, field: string): string {
  return row.typed[field] ?? row.saved[field] ?? ''
}

export function isBlank({ id, typed }: SheetRow): boolean {
  return id === null && Object.values(typed).every((text) => text === '')
}

/** Has something that the book does not have. */
export function isUnsaved(row: SheetRow): boolean {
  return row.id === null ? !isBlank(row) : Object.keys(row.typed).length > 0
}

/** `null` takes the typing back, so that the book's own text shows again. */
export function typeInto(row: SheetRow, cells: Readonly<Record<string, string | null>>): SheetRow {
  const typed: Record<string, string> = { ...row.typed }
  for (const [field, text] of Object.entries(cells)) {
    if (text === null || text === (row.saved[field] ?? '')) delete typed[field]
    else typed[field] = text
  }
  const issues = row.issues.filter(({ field }) => !(field in cells))
  return { ...row, typed, issues, is_refused: false }
}

export function toTypedRow({ key, id, typed }: SheetRow): TypedRow {
  return { key, id, cells: typed }
}

export function toDraft(row: SheetRow): RowDraft {
  return { ...toTypedRow(row), issues: [...row.issues] }
}

/** What was typed while the row was on its way stays typed. */
export function takeAnswer(row: SheetRow, answer: TypedRowAnswer, sent: Cells): SheetRow {
  const { issues } = answer
  const untouched = Object.keys({ ...sent, ...row.typed }).every((field) => sent[field] === row.typed[field])
  if (answer.state === 'wrong') {
    return { ...row, is_saving: false, issues: untouched ? issues : row.issues, is_refused: untouched }
  }
  const typed = Object.fromEntries(Object.entries(row.typed).filter(([field, text]) => sent[field] !== text))
  return {
    ...row,
    id: answer.id,
    saved: { ...row.saved, ...sent },
    typed,
    issues,
    is_saving: false,
    is_refused: false,
    is_awaited: row.id === null,
  }
}

/**
 * The rows with what the book says now. Rows keep their places, so that nothing jumps under the clerk's hands; what is
 * new in the book comes behind the last filled row, what has gone goes, unless something was typed into it.
 */
export function mergeBook(
  rows: readonly SheetRow[],
  book: readonly BookRow[],
  isWanted: (id: number) => boolean,
): SheetRow[] {
  const by_id = new Map(book.map((row) => [row.id, row]))
  const merged = rows.flatMap((row) => {
    if (row.id === null) return row
    const known = by_id.get(row.id)
    by_id.delete(row.id)
    if (known) {
      const { cells, locked = '' } = known
      const is_same = sameCells(row.saved, cells) && row.locked === locked && !row.is_awaited
      return is_same ? row : { ...row, saved: cells, locked, is_awaited: false }
    }
    if (row.is_awaited) return row
    return isUnsaved(row) ? { ...row, id: null, saved: no_cells, locked: '' } : []
  })
  const joining = [...by_id.values()].filter(({ id }) => isWanted(id))
  if (joining.length === 0) return merged
  const filled = merged.findLastIndex((row) => !isBlank(row)) + 1
  return [...merged.slice(0, filled), ...joining.map((row) => rowOfBook(row)), ...merged.slice(filled)]
}

function sameCells(one: Cells, other: Cells): boolean {
  if (one === other) return true
  const fields = Object.keys(other)
  return fields.length === Object.keys(one).length && fields.every((field) => one[field] === other[field])
}

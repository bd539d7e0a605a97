import { tidy } from '../../src-shared/fields.ts'
import { readDate } from '../../src-shared/read-date.ts'
import type { CellIssue, TypedRow } from '../../src-shared/typed-rows.ts'
import { plainCode, shorten } from './cell-text.ts'
import type { SheetRow } from './import-sheet.ts'
import { readNames } from './read-names.ts'

/** A row that was typed, asked as a row of a workbook is: its columns are the cells that were typed. */
export interface TypedSheetRow<Field extends string> extends SheetRow<Field> {
  /** Everything that was said of it so far. */
  issues(): CellIssue[]
  say(field: Field, severity: CellIssue['severity'], why: string, suggestion?: string): void
}

/** Marks such as `/` and 无 are what she typed, and stay; only among names they mean nobody. */
export function createTypedRow<Field extends string>(
  { key, cells }: TypedRow,
  number: number,
): TypedSheetRow<Field> {
  const issues: CellIssue[] = []
  const text = (field: Field) => tidy(cells[field] ?? '')
  return {
    row: number,
    address: key,
    caption: '',
    section: '',
    hasColumn: (field) => cells[field] !== undefined,
    has: (field) => text(field) !== '',
    text,
    code: (field) => plainCode(text(field)),
    names: (field) => readNames(text(field)),
    date: (field, near) => readDate({ kind: 'text', text: text(field) }, near),
    issue(field, severity, why, suggestion) {
      const said = { file: '', sheet: '', severity, address: field, found: shorten(text(field), 60), why }
      return suggestion === undefined ? said : { ...said, suggestion }
    },
    say(field, severity, why, suggestion) {
      const said = { field, severity, found: shorten(text(field), 60), why }
      issues.push(suggestion === undefined ? said : { ...said, suggestion })
    },
    issues: () => issues,
  }
}

// A file that came back: which form it is, and every row of it with what its cells say, wherever they stand now.
import { type FormPart, form_field_words, form_fields } from '../../src-shared/collection.ts'
import type { Db } from '../database/tables.ts'
import type { ReadSheet, ReadWorkbook } from '../excel/workbook.ts'
import { shorten } from '../imports/cell-text.ts'
import type { FoundTable } from '../imports/choose-sheet.ts'
import { createHeaderReader } from '../imports/header-words.ts'
import { import_columns } from '../imports/imports.ts'
import type { Pace } from '../imports/pace.ts'
import { knownForms } from '../imports/remembered-forms.ts'
import { createSheetRow } from '../imports/sheet-row.ts'
import { understandSheet } from '../imports/understand-sheet.ts'
import type { WeekRow } from '../weekly/read-week-row.ts'
import { readKey } from './form-key.ts'
import { guide_sheet } from './form-workbook.ts'

export interface ReturnedRow {
  part: FormPart
  sheet: string
  /** The place that its key names; null when it has none. */
  place: number | null
  row: WeekRow
}

export interface ReturnedForm {
  tables: ReturnedTable[]
  /** What was not understood, as Chinese sentences. */
  warnings: string[]
}

export interface ReturnedTable {
  part: FormPart
  sheet: string
  found: FoundTable
  rows: ReturnedRow[]
}

/** The code that most rows carry, or the one in the hidden list; null for a file that is no form of ours. */
export function codeOf({ sheets }: ReadWorkbook): string | null {
  const counts = new Map<string, number>()
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const { text } of cells) {
        const key = readKey(text)
        if (key) counts.set(key.code, (counts.get(key.code) ?? 0) + 1)
      }
    }
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  return most?.[0] ?? hiddenCode(sheets)
}

/** A form that had no rows yet has its code only below 表单编号. */
function hiddenCode(sheets: readonly ReadSheet[]): string | null {
  for (const { rows, is_hidden } of sheets) {
    if (!is_hidden || rows[0]?.cells[0]?.text !== '表单编号') continue
    return readKey(`${rows[1]?.cells[0]?.text ?? ''}-1`)?.code ?? null
  }
  return null
}

/** `partOf` tells of a place of the form which part it was sent in. */
export async function readReturnedForm(
  db: Db,
  file_name: string,
  workbook: ReadWorkbook,
  { code, partOf, pace }: { code: string; partOf: (place: number) => FormPart | undefined; pace: Pace },
): Promise<ReturnedForm> {
  const reader = createHeaderReader(import_columns.weekly)
  const forms = await knownForms(db, 'weekly')
  const form: ReturnedForm = { tables: [], warnings: [...workbook.warnings] }
  for (const sheet of workbook.sheets) {
    if (sheet.is_hidden || sheet.name === guide_sheet) continue
    const understood = await understandSheet(
      workbook,
      { sheet: sheet.name, mapping: null },
      { reader, forms, pace },
    )
    for (const found of understood?.chosen.tables ?? []) {
      const places = placesOf(sheet, found, code)
      const part = partOfTable(found, sheet.name, [...places.values()], partOf)
      const rows = found.rows.flatMap((row): ReturnedRow[] => {
        const place = places.get(row.row) ?? null
        if (row.skip !== null && (place === null || partOf(place) !== part)) return []
        const said = createSheetRow({ file: file_name, sheet: sheet.name }, found.table, row)
        return [
          {
            part,
            sheet: sheet.name,
            place: place !== null && partOf(place) === part ? place : null,
            row: said as WeekRow,
          },
        ]
      })
      form.tables.push({ part, sheet: sheet.name, found, rows })
      form.warnings.push(...lostColumns(found, part, sheet.name))
    }
  }
  return form
}

function placesOf(sheet: ReadSheet, { table }: FoundTable, code: string): Map<number, number> {
  const rows = new Set(table.rows)
  const places = new Map<number, number>()
  for (const { number, cells } of sheet.rows) {
    if (!rows.has(number)) continue
    for (const { text } of cells) {
      const key = readKey(text)
      if (key?.code === code) places.set(number, key.place)
    }
  }
  return places
}

/** What most of its rows were; without keys, what stands above it. */
function partOfTable(
  { table }: FoundTable,
  sheet: string,
  places: readonly number[],
  partOf: (place: number) => FormPart | undefined,
): FormPart {
  const parts = places.map(partOf)
  const count = (part: FormPart) => parts.filter((one) => one === part).length
  if (count('this') !== count('next')) return count('this') > count('next') ? 'this' : 'next'
  const words = `${sheet}\n${table.caption}`
  return /下一?周/.test(words) && !/本周/.test(words) ? 'next' : 'this'
}

/** A column that the form had and this table has not: its cells count as they were sent. */
function lostColumns({ table }: FoundTable, part: FormPart, sheet: string): string[] {
  const there = new Set(table.block.columns.map(({ field }) => field))
  const lost = form_fields[part].filter((field) => !there.has(field))
  const unknown = table.block.columns.filter(({ field, text }) => field === null && text !== '行标识')
  const words = unknown.map(({ text }) => `“${shorten(text, 12)}”`).join('、')
  if (lost.length === 0) return []
  const names = lost.map((field) => `“${form_field_words[field]}”`).join('、')
  const hint = words === '' ? '' : `；${words}一列看不懂，没有读`
  return [`“${sheet}”里没有${names}一列，这些格按没有改动理解${hint}。`]
}

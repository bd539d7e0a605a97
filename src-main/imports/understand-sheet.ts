import type { Mapping } from '../../src-shared/import-forms.ts'
import type { ImportChoices, ImportPreview } from '../../src-shared/imports.ts'
import { columnName } from '../excel/cell-address.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import { shorten } from './cell-text.ts'
import { type ChosenSheet, chooseSheet } from './choose-sheet.ts'
import { headerColumns } from './find-headers.ts'
import { matchShapes, type ShapeMatch, shapeOf, shapeText } from './form-shape.ts'
import type { HeaderReader } from './header-words.ts'
import type { Pace } from './pace.ts'
import type { KnownForm } from './remembered-forms.ts'
import { createGrid } from './sheet-grid.ts'

export interface Understanding {
  chosen: ChosenSheet
  /** Null when the words of the headers were enough. */
  mapping: Mapping | null
  by: ImportPreview['understood_by']
  /** What is not where it was in the form that was remembered, as Chinese sentences. */
  moved: string[]
}

/** The sheet as the clerk says now, as she said of a form like it, or as the words of its headers say. */
export async function understandSheet(
  workbook: ReadWorkbook,
  { sheet, mapping }: Pick<ImportChoices, 'sheet' | 'mapping'>,
  { reader, forms, pace }: { reader: HeaderReader; forms: readonly KnownForm[]; pace: Pace },
): Promise<Understanding | null> {
  if (mapping) {
    const chosen = await chooseSheet(workbook, reader, sheet, pace, mapping)
    return chosen && { chosen, mapping, by: 'clerk', moved: [] }
  }
  const by_words = await chooseSheet(workbook, reader, sheet, pace)
  const found = by_words && findForm(workbook, sheet, by_words.sheet.name, forms, reader)
  if (!found) return by_words && { chosen: by_words, mapping: null, by: 'words', moved: [] }
  const remembered = adapt(found, by_words, reader)
  const chosen = await chooseSheet(workbook, reader, found.sheet, pace, remembered)
  return chosen && { chosen, mapping: remembered, by: 'memory', moved: sentencesOf(found) }
}

interface FoundForm {
  sheet: string
  header_row: number
  form: KnownForm
  /** Column and header text, as they stand here. */
  texts: ReadonlyMap<number, string>
  match: ShapeMatch
}

/** Headers stand near the top. */
const rows_looked_at = 40
const least_likeness = 0.6

/** The remembered form that some row looks most like; of two the one on the sheet that the words would choose. */
function findForm(
  workbook: ReadWorkbook,
  name: string | null,
  likely: string,
  forms: readonly KnownForm[],
  reader: HeaderReader,
): FoundForm | null {
  let best: { found: FoundForm; fit: number } | null = null
  if (forms.length === 0) return null
  for (const sheet of workbook.sheets) {
    if (name !== null && sheet.name !== name) continue
    const grid = createGrid(sheet)
    for (const header_row of grid.rows.slice(0, rows_looked_at)) {
      const names = headerColumns(grid, header_row)
      const here = shapeOf(names)
      const texts = new Map(names.map(({ column, text }) => [column, shorten(text)]))
      if (here.length < 2) continue
      for (const form of forms) {
        const match = matchShapes(form.shape, here)
        if (!isEnough(form, match, reader)) continue
        const is_same = shapeText(form.shape) === shapeText(here)
        const fit = match.likeness + (is_same ? 2 : 0) + (sheet.name === likely ? 1 : 0)
        if (fit > (best?.fit ?? 0))
          best = { found: { sheet: sheet.name, header_row, form, texts, match }, fit }
      }
    }
  }
  return best?.found ?? null
}

/** Alike, and with a column that makes a row, found by its name. */
function isEnough({ fields }: KnownForm, match: ShapeMatch, { columns }: HeaderReader): boolean {
  if (match.likeness < least_likeness || match.columns.size - match.renamed.length < 2) return false
  const anchors = new Set(columns.flatMap(({ is_anchor, field }) => (is_anchor ? [field] : [])))
  const renamed = new Set(match.renamed.map(({ column }) => column))
  return fields.some(
    ([column, field]) =>
      field !== null && anchors.has(field) && match.columns.has(column) && !renamed.has(column),
  )
}

/** What was said, at the columns where they stand now; a new column is what its own words say, if that is still free. */
function adapt(
  { form, header_row, match }: FoundForm,
  by_words: ChosenSheet,
  { columns }: HeaderReader,
): Mapping {
  const fields = new Map<number, string | null>()
  for (const [known, field] of form.fields) {
    const column = match.columns.get(known)
    if (column !== undefined) fields.set(column, field)
  }
  const taken = new Set(fields.values())
  for (const { column } of match.added) {
    const field = by_words.columns.find((one) => one.column === column)?.field ?? null
    const is_free = field !== null && !taken.has(field) && columns.some((one) => one.field === field)
    fields.set(column, is_free ? field : null)
  }
  return {
    header_row,
    first_row: header_row + form.rows_below,
    columns: [...fields].map(([column, field]) => ({ column, field })),
  }
}

function sentencesOf({ match, form, texts }: FoundForm): string[] {
  const used = new Set(form.fields.flatMap(([column, field]) => (field === null ? [] : [column])))
  return [
    ...match.moved
      .filter(({ from }) => used.has(from))
      .map(
        ({ from, to }) => `“${texts.get(to)}”上次在 ${columnName(from)} 列，这次在 ${columnName(to)} 列。`,
      ),
    ...match.renamed.map(
      ({ column, before }) =>
        `${columnName(column)} 列上次叫“${before}”，这次叫“${texts.get(column)}”，仍按上次的对应关系读。`,
    ),
    ...match.gone
      .filter(({ column }) => used.has(column))
      .map(({ column, key }) => `上次有“${key}”一列（${columnName(column)} 列），这次没有。`),
    ...match.added.map(
      ({ column }) => `“${texts.get(column)}”一列（${columnName(column)} 列）是上次没有的。`,
    ),
  ]
}

import type { Mapping } from '../../src-shared/import-forms.ts'
import type { ReadSheet, ReadWorkbook } from '../excel/workbook.ts'
import { findTables, type Table, type TablesOfSheet } from './find-tables.ts'
import { fixedHeader, mappedReader } from './fixed-header.ts'
import type { HeaderReader } from './header-words.ts'
import { in_one_go, type Pace } from './pace.ts'
import { createGrid, type Grid } from './sheet-grid.ts'
import { type RowsOfTable, readTableRows } from './table-rows.ts'

export type FoundTable = RowsOfTable & { table: Table }

export interface ChosenSheet extends Omit<TablesOfSheet, 'tables'> {
  sheet: ReadSheet
  grid: Grid
  tables: FoundTable[]
  /** Other sheets that fit as well. */
  alike: readonly string[]
}

/**
 * The sheet named, or the one that fits best: one with rows before one without, a shown one before a hidden one, then
 * by how many columns are understood. Null when the workbook has no sheet, or not the one named.
 */
export async function chooseSheet(
  workbook: ReadWorkbook,
  reader: HeaderReader,
  name: string | null,
  pace: Pace = in_one_go,
  mapping: Mapping | null = null,
): Promise<ChosenSheet | null> {
  let best: { chosen: ChosenSheet; fit: number } | null = null
  const alike: string[] = []
  for (const sheet of workbook.sheets) {
    if (name !== null && sheet.name !== name) continue
    const chosen = await readSheet(sheet, reader, pace, mapping)
    const fit = fitOf(chosen)
    if (best === null || fit > best.fit) {
      best = { chosen, fit }
      alike.length = 0
    } else if (fit === best.fit && chosen.tables.length > 0) alike.push(sheet.name)
  }
  return best && { ...best.chosen, alike }
}

async function readSheet(
  sheet: ReadSheet,
  words: HeaderReader,
  pace: Pace,
  mapping: Mapping | null,
): Promise<ChosenSheet> {
  const grid = createGrid(sheet)
  const fixed = mapping && fixedHeader(grid, mapping, words)
  const reader = fixed ? mappedReader(words, fixed) : words
  const { tables, ...around } = await findTables(grid, reader, pace, fixed)
  const found: FoundTable[] = []
  for (const table of tables) found.push({ table, ...(await readTableRows(grid, table, reader, pace)) })
  return { sheet, grid, tables: found, alike: [], ...around }
}

/** Rows that can be records. */
export function countRecords(tables: readonly FoundTable[]): number {
  return tables.reduce((sum, { rows }) => sum + rows.filter(({ skip }) => skip === null).length, 0)
}

function fitOf({ sheet, grid, tables }: ChosenSheet): number {
  const understood = Math.max(0, ...tables.map(({ table }) => table.header.understood))
  return (
    (tables.length > 0 ? 1000 : 0) +
    (countRecords(tables) > 0 ? 500 : 0) +
    (sheet.is_hidden ? 0 : 300) +
    understood * 10 +
    Math.min(countRecords(tables), 8) +
    (grid.rows.length > 0 ? 1 : 0)
  )
}

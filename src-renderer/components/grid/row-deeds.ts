import { type Marked, rangeOf } from './marked-cells.ts'
import type { Sheet } from './sheet.ts'
import { isUnsaved, type SheetRow } from './sheet-rows.ts'

/** Something that is done to rows as a whole, by a button above the grid and by its key in the grid. */
export interface RowDeed {
  /** `F7` */
  key: string
  word: string
  suits(id: number): boolean
  /** The ids of rows that it suits, at least one; what was typed into them is saved by then. */
  run(ids: number[]): void
  /** It has no button. */
  is_key_only?: true
}

/** The rows that are ticked, by their ids. */
export interface Ticks {
  ids: ReadonlySet<number>
  set(ids: readonly number[], is_ticked: boolean): void
}

/** Those that are ticked; when none is, those that are selected, which is at least the active row. */
export function chosenRows(
  rows: readonly SheetRow[],
  ticks: Ticks | undefined,
  marked: Marked,
): readonly SheetRow[] {
  const ticked = ticks?.ids.size ? rows.filter(({ id }) => id !== null && ticks.ids.has(id)) : []
  if (ticked.length > 0) return ticked
  const { top, bottom } = rangeOf(marked)
  return rows.slice(top, bottom + 1).filter(({ id }) => id !== null)
}

/**
 * Does it to those of the rows that it suits, once what was typed into them is in the book. Answers how many rows are
 * left out because what was typed into them is wrong.
 */
export async function runDeed(deed: RowDeed, rows: readonly SheetRow[], sheet: Sheet): Promise<number> {
  const suited = rows.flatMap(({ id }) => (id !== null && deed.suits(id) ? id : []))
  if (suited.length === 0) return 0
  await sheet.save(rows.map(({ key }) => key))
  const unsaved = new Set(sheet.rows().flatMap((row) => (isUnsaved(row) ? (row.id ?? []) : [])))
  const ready = suited.filter((id) => !unsaved.has(id))
  if (ready.length > 0) deed.run(ready)
  return suited.length - ready.length
}

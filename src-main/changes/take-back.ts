import type { Database } from 'better-sqlite3'
import { columnsOf, isNow, quoted, type Row, type RowImage, type RowKey } from './row-image.ts'
import { rowsInTheWay } from './rows-in-the-way.ts'

/**
 * Brings one row back to what it was before the image; works inside the transaction of a change. Answers the rows
 * that stand in the way: then nothing was done, and the whole undo has to be given up.
 */
export function takeBack(sqlite: Database, image: RowImage, gap_reason: string): RowKey[] {
  const { table_name, row_id } = image
  const standing = archivedMatterOf(sqlite, image)
  if (!isNow(sqlite, table_name, row_id, image.after)) standing.push({ table: table_name, row_id })
  if (standing.length > 0) return standing
  try {
    apply(sqlite, image, gap_reason)
    return []
  } catch (error) {
    if (!isConstraint(error)) throw error
    return rowsInTheWay(sqlite, image)
  }
}

const registers: ReadonlySet<string> = new Set(['number_register', 'paper_register'])

function apply(sqlite: Database, image: RowImage, gap_reason: string): void {
  const { table_name, row_id, before, after } = image
  if (before === null) {
    if (registers.has(table_name)) leaveGap(sqlite, table_name, row_id, gap_reason)
    else sqlite.prepare(`DELETE FROM ${quoted(table_name)} WHERE id = ?`).run(row_id)
  } else if (after === null) {
    insert(sqlite, table_name, before)
  } else {
    update(sqlite, image, before, after)
  }
}

/** A number once taken is never given again, even when the thing it stood for is taken back (空号). */
function leaveGap(sqlite: Database, register: string, row_id: number, reason: string): void {
  sqlite.prepare(`UPDATE ${quoted(register)} SET state = 'gap', reason = ? WHERE id = ?`).run(reason, row_id)
}

function insert(sqlite: Database, table: string, row: Row): void {
  const columns = columnsOf(sqlite, table, row)
  const values = columns.map((column) => row[column])
  const places = columns.map(() => '?').join(', ')
  sqlite
    .prepare(`INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${places})`)
    .run(values)
}

function update(sqlite: Database, { table_name, row_id }: RowImage, before: Row, after: Row): void {
  const columns = columnsOf(sqlite, table_name, before).filter((column) => before[column] !== after[column])
  if (columns.length === 0) return
  const set = columns.map((column) => `${quoted(column)} = ?`).join(', ')
  sqlite
    .prepare(`UPDATE ${quoted(table_name)} SET ${set} WHERE id = ?`)
    .run([...columns.map((column) => before[column]), row_id])
}

const of_matter: ReadonlySet<string> = new Set([
  'matter_weeks',
  'matter_events',
  'matter_measures',
  'matter_files',
  'matter_papers',
])

/**
 * The archive triggers let an undo pass, since undoing an archiving must touch the archived matter. What belongs to
 * a matter archived since then stays as it is: the archiving has to be taken back first.
 */
function archivedMatterOf(sqlite: Database, { table_name, before, after }: RowImage): RowKey[] {
  if (!of_matter.has(table_name)) return []
  const row_id = Number((before ?? after)?.matter_id)
  const state = sqlite.prepare('SELECT state FROM matters WHERE id = ?').pluck().get(row_id)
  return state === 'archived' ? [{ table: 'matters', row_id }] : []
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
}

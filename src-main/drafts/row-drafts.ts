// Rows that were typed and are not in the book yet. They are kept outside of any change: nothing of them is on record.
import { z } from 'zod'
import { RowDraft } from '../../src-shared/typed-rows.ts'
import type { Db } from '../database/tables.ts'

const Stored = z.array(RowDraft)

/** Takes the place of what was kept for this grid before. */
export async function keepRowDrafts(db: Db, grid: string, drafts: readonly RowDraft[]): Promise<void> {
  const rows = JSON.stringify(drafts)
  await db
    .insertInto('row_drafts')
    .values({ grid, rows })
    .onConflict((conflict) => conflict.column('grid').doUpdateSet({ rows }))
    .execute()
}

export async function rowDrafts(db: Db, grid: string): Promise<RowDraft[]> {
  const kept = await db.selectFrom('row_drafts').select('rows').where('grid', '=', grid).executeTakeFirst()
  return kept === undefined ? [] : Stored.parse(JSON.parse(kept.rows))
}

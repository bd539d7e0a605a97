// What was changed, by whom and when (操作记录), and taking it back (撤销).
import type { Db } from '../database/tables.ts'

/**
 * For each change that is taken back at present the change that did it. An undo can itself be taken back, so they
 * are read newest first: one that counts for nothing any more undoes nothing.
 */
export async function undoneBy(db: Db): Promise<Map<number, number>> {
  const undos = await db
    .selectFrom('changes')
    .select(['id', 'undoes_change_id'])
    .where('undoes_change_id', 'is not', null)
    .orderBy('id', 'desc')
    .execute()
  const undone = new Map<number, number>()
  for (const { id, undoes_change_id } of undos) {
    if (undoes_change_id !== null && !undone.has(id)) undone.set(undoes_change_id, id)
  }
  return undone
}

/** What a book begins with is no step of the clerk's: 建立台账, the sample year. */
export function isBeginning(method: string): boolean {
  return method.startsWith('book.')
}

const way_on: Readonly<Record<string, string>> = {
  'weekly.close': '需要改动这一周的，请在“每周销号”里解锁并写明原因。',
  'weekly.unlock': '改好以后，请重新关账。',
}

/** Closing a week and unlocking it are no steps to be taken back: each is answered by the other. What to do instead. */
export function staysTold(method: string): string | null {
  return way_on[method] ?? null
}

// 常用查找: questions that are asked again and again, kept by name.

import { UserProblem } from '../../src-shared/problem.ts'
import { type KeptSearch, SearchFilter } from '../../src-shared/search.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

export async function keptSearches(db: Db): Promise<KeptSearch[]> {
  const rows = await db.selectFrom('kept_searches').selectAll().orderBy('id').execute()
  return rows.map(({ id, name, filter }) => ({ id, name, filter: SearchFilter.parse(JSON.parse(filter)) }))
}

/** Under a name that is there already, the question of that name is another one from now on. */
export async function keepSearch(
  change: Change,
  { name, filter }: Omit<KeptSearch, 'id'>,
): Promise<{ id: number }> {
  const kept = { name, filter: JSON.stringify(filter) }
  change.describe(`保存常用查找“${name}”`)
  return change.db
    .insertInto('kept_searches')
    .values(kept)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ filter: kept.filter }))
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function renameSearch(
  change: Change,
  { id, name }: { id: number; name: string },
): Promise<void> {
  const before = await keptSearch(change.db, id)
  change.describe(`常用查找“${before}”改名为“${name}”`)
  await change.db.updateTable('kept_searches').set({ name }).where('id', '=', id).execute()
}

export async function removeSearch(change: Change, id: number): Promise<void> {
  change.describe(`删除常用查找“${await keptSearch(change.db, id)}”`)
  await change.db.deleteFrom('kept_searches').where('id', '=', id).execute()
}

async function keptSearch(db: Db, id: number): Promise<string> {
  const row = await db.selectFrom('kept_searches').select('name').where('id', '=', id).executeTakeFirst()
  if (row) return row.name
  throw new UserProblem({
    code: 'no_kept_search',
    message: '这个常用查找已经不在了。',
    next: '请关闭后重新打开查找结果。',
  })
}

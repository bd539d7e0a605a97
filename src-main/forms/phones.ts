import type { Db } from '../database/tables.ts'

/** 联系电话 of everybody on the roster, by their id. */
export async function phonesOf(db: Db): Promise<ReadonlyMap<number, string>> {
  const people = await db.selectFrom('staff').select(['id', 'phone']).execute()
  return new Map(people.map(({ id, phone }) => [id, phone]))
}

import type { Db } from '../database/tables.ts'

/** Of each category its id and those of the categories it stands under. */
export async function categoryPaths(db: Db): Promise<Map<number, number[]>> {
  const rows = await db.selectFrom('categories').select(['id', 'parent_id']).execute()
  const parents = new Map(rows.map(({ id, parent_id }) => [id, parent_id]))
  return new Map(
    rows.map(({ id }) => {
      const path = [id]
      for (let above = parents.get(id); above != null && !path.includes(above); above = parents.get(above)) {
        path.push(above)
      }
      return [id, path]
    }),
  )
}

// Which measures (指标) matters are asked for, with what they say of them.
import { type AskedMeasure, amountText } from '../../src-shared/measures.ts'
import type { Db } from '../database/tables.ts'
import { categoryPaths } from './category-paths.ts'

/**
 * By matter, in the order of the settings: what its duty, its category or one above asks for, and what it says besides.
 * What is asked for at more than one place is demanded when one of them demands it.
 */
export async function askedMeasures(
  db: Db,
  matter_ids: readonly number[],
): Promise<ReadonlyMap<number, readonly AskedMeasure[]>> {
  const measures = await readMeasures(db)
  if (measures.length === 0) return new Map()
  const uses = await db.selectFrom('measure_uses').selectAll().execute()
  const said = await readSaid(db, matter_ids)
  const paths = await categoryPaths(db)
  const matters = await db
    .selectFrom('matters')
    .select(['id', 'category_id', 'duty_id'])
    .where('id', 'in', matter_ids)
    .execute()
  return new Map(
    matters.map(({ id, category_id, duty_id }) => {
      const path = paths.get(category_id) ?? []
      const asking = uses.filter((use) =>
        use.category_id === null ? use.duty_id === duty_id : path.includes(use.category_id),
      )
      const asked = measures.flatMap((measure) =>
        askedMeasure(
          measure,
          asking.filter(({ measure_id }) => measure_id === measure.id),
          said.find((one) => one.matter_id === id && one.measure_id === measure.id),
        ),
      )
      return [id, asked]
    }),
  )
}

function readMeasures(db: Db) {
  return db
    .selectFrom('measures')
    .select(['id', 'name', 'unit', 'kind', 'voided_on'])
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
}

function readSaid(db: Db, matter_ids: readonly number[]) {
  return db.selectFrom('matter_measures').selectAll().where('matter_id', 'in', matter_ids).execute()
}

/** None when nothing asks for it any more and nothing is said of it. */
function askedMeasure(
  { id: measure_id, voided_on, ...measure }: Awaited<ReturnType<typeof readMeasures>>[number],
  uses: readonly { is_demanded: 0 | 1 }[],
  said: Awaited<ReturnType<typeof readSaid>>[number] | undefined,
): AskedMeasure[] {
  const is_asked = voided_on === null && uses.length > 0
  if (said === undefined && !is_asked) return []
  const is_demanded = is_asked && uses.some((use) => use.is_demanded === 1)
  const value =
    said === undefined
      ? { amount: '', names: [], note: '' }
      : {
          amount: amountText(said.amount, measure),
          names: JSON.parse(said.names) as string[],
          note: said.note,
        }
  return [{ measure_id, ...measure, is_demanded, ...value }]
}

/** Demanded measures that nothing is said of. */
export function unsaidMeasures(asked: readonly AskedMeasure[] = []): string[] {
  return asked.filter(({ is_demanded, amount }) => is_demanded && amount === '').map(({ name }) => name)
}

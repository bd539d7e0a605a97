// Measures (指标): which figures the office counts, and which matters are asked for them.
import { sql } from 'kysely'
import type { Measure, MeasureDraft, MeasureUse } from '../../src-shared/measures.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { nextSortOrder } from '../database/next-sort-order.ts'
import type { Db } from '../database/tables.ts'

/** In the clerk's order; those no longer asked for (停用) last. */
export async function listMeasures(db: Db): Promise<Measure[]> {
  const rows = await db
    .selectFrom('measures')
    .selectAll()
    .select(sql<number>`(SELECT count(*) FROM matter_measures WHERE measure_id = measures.id)`.as('used'))
    .orderBy(sql`voided_on IS NOT NULL`)
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
  const uses = await db.selectFrom('measure_uses').selectAll().orderBy('id').execute()
  return rows.map(({ sort_order: _, ...measure }) => ({
    ...measure,
    uses: uses
      .filter(({ measure_id }) => measure_id === measure.id)
      .map(({ category_id, duty_id, is_demanded }) => ({
        category_id,
        duty_id,
        is_demanded: is_demanded === 1,
      })),
  }))
}

export async function addMeasure(
  change: Change,
  { uses, ...measure }: MeasureDraft,
): Promise<{ id: number }> {
  await checkName(change, measure.name, null)
  const added = await change.db
    .insertInto('measures')
    .values({ ...measure, sort_order: await nextSortOrder(change, 'measures'), voided_on: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeUses(change, added.id, uses)
  change.describe(`新增指标 ${measure.name}`)
  return added
}

/** How it is counted stays as it is once matters have figures of it: they would mean something else. */
export async function editMeasure(
  change: Change,
  id: number,
  { uses, ...measure }: MeasureDraft,
): Promise<void> {
  const kept = await getMeasure(change, id)
  await checkName(change, measure.name, id)
  const is_other = measure.kind !== kept.kind || (measure.kind === 'sum' && measure.unit !== kept.unit)
  if (is_other && kept.used > 0) {
    const message = `已有 ${kept.used} 项事项填了这个指标，类型和单位不能再改。`
    throw new UserProblem({
      code: 'measure_in_use',
      message,
      next: '需要另一种算法的，请停用这个指标，另登记一个。',
      fields: { kind: message },
    })
  }
  await change.db.updateTable('measures').set(measure).where('id', '=', id).execute()
  await writeUses(change, id, uses)
  change.describe(`修改指标 ${measure.name}`)
}

/** One that matters have figures of is only asked for no more (停用), any other is taken away. */
export async function removeMeasure(change: Change, id: number): Promise<{ is_voided: boolean }> {
  const { name, used } = await getMeasure(change, id)
  const is_voided = used > 0
  if (is_voided) {
    await change.db.updateTable('measures').set({ voided_on: change.today }).where('id', '=', id).execute()
  } else {
    await change.db.deleteFrom('measure_uses').where('measure_id', '=', id).execute()
    await change.db.deleteFrom('measures').where('id', '=', id).execute()
  }
  change.describe(`${is_voided ? '停用' : '删除'}指标 ${name}`)
  return { is_voided }
}

export async function restoreMeasure(change: Change, id: number): Promise<void> {
  const { name } = await getMeasure(change, id)
  await change.db.updateTable('measures').set({ voided_on: null }).where('id', '=', id).execute()
  change.describe(`启用指标 ${name}`)
}

/** Rows that stay as they are are not touched, so that an edit that changes nothing leaves no trace. */
async function writeUses(change: Change, measure_id: number, uses: readonly MeasureUse[]): Promise<void> {
  const placeOf = ({ category_id, duty_id }: Omit<MeasureUse, 'is_demanded'>) => `${category_id} ${duty_id}`
  const wanted = new Map(uses.map((use) => [placeOf(use), use]))
  const kept = await change.db
    .selectFrom('measure_uses')
    .selectAll()
    .where('measure_id', '=', measure_id)
    .execute()
  const gone = kept.filter((use) => !wanted.has(placeOf(use))).map(({ id }) => id)
  await change.db.deleteFrom('measure_uses').where('id', 'in', gone).execute()
  for (const use of wanted.values()) {
    const is_demanded = use.is_demanded ? (1 as const) : (0 as const)
    const old = kept.find((one) => placeOf(one) === placeOf(use))
    if (old === undefined) {
      await change.db
        .insertInto('measure_uses')
        .values({ ...use, measure_id, is_demanded })
        .execute()
    } else if (old.is_demanded !== is_demanded) {
      await change.db.updateTable('measure_uses').set({ is_demanded }).where('id', '=', old.id).execute()
    }
  }
}

async function getMeasure(change: Change, id: number) {
  const found = await change.db
    .selectFrom('measures')
    .select(['name', 'kind', 'unit'])
    .select(sql<number>`(SELECT count(*) FROM matter_measures WHERE measure_id = measures.id)`.as('used'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (found) return found
  throw new UserProblem({
    code: 'measure_gone',
    message: '这个指标已经不在了。',
    next: '请刷新设置页后再试。',
  })
}

async function checkName(change: Change, name: string, id: number | null): Promise<void> {
  const other = await change.db
    .selectFrom('measures')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  if (other === undefined || other.id === id) return
  const message = `已经有一个指标叫“${name}”。`
  throw new UserProblem({ code: 'measure_taken', message, fields: { name: message } })
}

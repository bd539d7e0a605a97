// What matters say of their measures (指标).
import { amountOf, type MeasureValue } from '../../src-shared/measures.ts'
import type { Change } from '../database/change.ts'
import { getMatters } from './get-matters.ts'
import { fieldProblem, nameMatters, refuseMatters } from './refuse-matters.ts'

/** Outside of a sign-off: while it is open, or put right after it. */
export async function setMeasures(
  change: Change,
  { matter_id, values }: { matter_id: number; values: readonly MeasureValue[] },
): Promise<void> {
  const matters = await getMatters(change.db, [matter_id])
  const closed = matters.filter(({ state }) => state === 'archived' || state === 'withdrawn')
  if (closed.length > 0) throw refuseMatters('填写指标', closed)
  await writeMeasures(change, matter_id, values, (id) => `values.${id}.amount`)
  change.describe(`填写 ${nameMatters(matters)} 的指标`)
}

/** `fieldOf` says where the form that sent them shows the message of a measure: forms go by its id. */
export async function writeMeasures(
  change: Change,
  matter_id: number,
  values: readonly MeasureValue[],
  fieldOf: (measure_id: number) => string,
): Promise<void> {
  if (values.length === 0) return
  const measures = await change.db.selectFrom('measures').select(['id', 'name', 'unit', 'kind']).execute()
  const kept = await change.db
    .selectFrom('matter_measures')
    .selectAll()
    .where('matter_id', '=', matter_id)
    .execute()
  for (const value of values) {
    const field = fieldOf(value.measure_id)
    const measure = measures.find(({ id }) => id === value.measure_id)
    if (measure === undefined) throw fieldProblem({ [field]: '这个指标已经不在了，请重新打开。' })
    const names = measure.kind === 'people' ? [...new Set(value.names)] : []
    const amount = value.amount === '' ? names.length * 100 : amountOf(value.amount, measure)
    if (amount === null) {
      throw fieldProblem({
        [field]: `${measure.name}“${value.amount}”不是${numberWords(measure.kind)}。`,
      })
    }
    if (amount < names.length * 100) {
      throw fieldProblem({
        [field]: `${measure.name}写了 ${names.length} 个名字，人数不能少于名字。`,
      })
    }
    const old = kept.find(({ measure_id }) => measure_id === measure.id)
    const is_empty = value.amount === '' && names.length === 0
    await writeOne(
      change,
      old?.id,
      is_empty ? null : { amount, names: JSON.stringify(names), note: value.note },
      {
        matter_id,
        measure_id: measure.id,
      },
    )
  }
}

function numberWords(kind: string): string {
  if (kind === 'money') return '金额（最多到分）'
  return kind === 'sum' || kind === 'stock' ? '数字（最多两位小数）' : '整数'
}

async function writeOne(
  change: Change,
  old_id: number | undefined,
  said: { amount: number; names: string; note: string } | null,
  key: { matter_id: number; measure_id: number },
): Promise<void> {
  if (old_id === undefined) {
    if (said !== null)
      await change.db
        .insertInto('matter_measures')
        .values({ ...key, ...said })
        .execute()
  } else if (said === null) {
    await change.db.deleteFrom('matter_measures').where('id', '=', old_id).execute()
  } else {
    await change.db.updateTable('matter_measures').set(said).where('id', '=', old_id).execute()
  }
}

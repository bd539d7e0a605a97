// Figures over many matters, by the rule of each measure. domain.md §g.
import { sql } from 'kysely'
import { groupRows } from '../../src-shared/group-rows.ts'
import { amountText, type MeasureKind } from '../../src-shared/measures.ts'
import type { Db } from '../database/tables.ts'

/** Signed off matters that were finished in these days. */
export interface MeasurePeriod {
  from: string
  to: string
  group_id?: number | null
}

export interface MeasureTotal {
  measure_id: number
  name: string
  unit: string
  kind: MeasureKind
  total: string
  /** The matters behind it, in the order they were finished. */
  matter_ids: number[]
}

/**
 * 次数, 数量, 人次 and 金额 add up. Of a 去重人数 everybody who is named counts once, and those without a name as many
 * as are told. A 存量 is what the last matter of the period found.
 */
export async function measureTotals(
  db: Db,
  { from, to, group_id = null }: MeasurePeriod,
): Promise<MeasureTotal[]> {
  const rows = await db
    .selectFrom('matter_measures as v')
    .innerJoin('measures', 'measures.id', 'v.measure_id')
    .innerJoin('matters as m', 'm.id', 'v.matter_id')
    .select(['measures.id as measure_id', 'measures.name', 'measures.unit', 'measures.kind'])
    .select(['v.matter_id', 'v.amount', 'v.names'])
    .where('m.finished_on', '>=', from)
    .where('m.finished_on', '<=', to)
    .where('m.state', 'in', ['signed_off', 'archived'])
    .where(sql<boolean>`(${group_id} IS NULL OR m.group_id = ${group_id})`)
    .orderBy('measures.sort_order')
    .orderBy('measures.id')
    .orderBy('m.finished_on')
    .orderBy('m.id')
    .execute()
  return [...groupRows(rows, ({ measure_id }) => measure_id).values()].flatMap(totalOf)
}

interface SaidOfMeasure extends Omit<MeasureTotal, 'total' | 'matter_ids'> {
  matter_id: number
  amount: number
  names: string
}

function totalOf(said: readonly SaidOfMeasure[]): MeasureTotal[] {
  const [first] = said
  if (first === undefined) return []
  const { measure_id, name, unit, kind } = first
  const total = amountText(amountOfAll(kind, said), { kind, unit })
  return [{ measure_id, name, unit, kind, total, matter_ids: said.map(({ matter_id }) => matter_id) }]
}

function amountOfAll(kind: MeasureKind, said: readonly SaidOfMeasure[]): number {
  if (kind === 'stock') return said.at(-1)?.amount ?? 0
  const sum = said.reduce((all, { amount }) => all + amount, 0)
  if (kind !== 'people') return sum
  const named = said.map(({ names }) => JSON.parse(names) as string[])
  const mentions = named.reduce((all, names) => all + names.length, 0)
  return sum + (new Set(named.flat()).size - mentions) * 100
}

// Measures (指标): what is counted, what asks for it, and what single matters say.
import type { Generated } from 'kysely'
import type { MeasureKind } from '../../src-shared/measures.ts'

interface MeasuresTable {
  id: Generated<number>
  name: string
  unit: string
  kind: MeasureKind
  sort_order: number
  voided_on: string | null
}

/** One of the two is set: matters of the category, or of the duty, are asked for the measure. */
interface MeasureUsesTable {
  id: Generated<number>
  measure_id: number
  category_id: number | null
  duty_id: number | null
  is_demanded: 0 | 1
}

interface MatterMeasuresTable {
  id: Generated<number>
  matter_id: number
  measure_id: number
  /** Hundredths of the unit; 分 for money. */
  amount: number
  /** A JSON array: those of a 去重人数 that are known by name. */
  names: string
  note: string
}

export interface MeasureTables {
  measures: MeasuresTable
  measure_uses: MeasureUsesTable
  matter_measures: MatterMeasuresTable
}

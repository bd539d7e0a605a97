// Measures of the sample: what its matters tell in figures, read out of what was done so that the two agree.
import { amountOf, type MeasureKind } from '../../src-shared/measures.ts'
import type { Change } from '../database/change.ts'

interface SampleMeasure {
  name: string
  unit: string
  kind: MeasureKind
  /** Place of the duty whose matters tell it, from 0. */
  duty: number
  is_demanded: boolean
  /** Where the figure stands in what was done; without it each matter counts once. */
  told?: RegExp
}

const measures: readonly SampleMeasure[] = [
  { name: '党委会', unit: '次', kind: 'times', duty: 2, is_demanded: false },
  { name: '支委会', unit: '次', kind: 'times', duty: 5, is_demanded: false },
  {
    name: '业务大家讲听讲',
    unit: '人次',
    kind: 'person_times',
    duty: 29,
    is_demanded: false,
    told: /(\d+)人参加/,
  },
  {
    name: '志愿服务',
    unit: '人次',
    kind: 'person_times',
    duty: 34,
    is_demanded: false,
    told: /(\d+)名志愿者/,
  },
  {
    name: '党员助学捐款',
    unit: '万元',
    kind: 'money',
    duty: 35,
    is_demanded: true,
    told: /捐款([\d.]+)万元/,
  },
  { name: '实名制在编', unit: '人', kind: 'stock', duty: 64, is_demanded: false, told: /在编(\d+)人/ },
  { name: '荣誉退休', unit: '位', kind: 'people', duty: 96, is_demanded: false, told: /为(\d+)位退休/ },
  { name: '廉政谈话', unit: '人', kind: 'people', duty: 110, is_demanded: false, told: /谈话(\d+)人/ },
]

/** Before the first matter: `duties` are the ids of the duties in the order of the sample. */
export async function writeMeasures(change: Change, duties: readonly number[]): Promise<void> {
  const added = await change.db
    .insertInto('measures')
    .values(
      measures.map(({ name, unit, kind }, at) => ({ name, unit, kind, sort_order: at + 1, voided_on: null })),
    )
    .returning('id')
    .execute()
  const uses = measures.flatMap(({ duty, is_demanded }, at) => {
    const [measure_id, duty_id] = [added[at]?.id, duties[duty]]
    if (measure_id === undefined || duty_id === undefined) return []
    const demanded = is_demanded ? (1 as const) : (0 as const)
    return [{ measure_id, duty_id, category_id: null, is_demanded: demanded }]
  })
  await change.db.insertInto('measure_uses').values(uses).execute()
  change.describe(`载入示例年度：${measures.length} 项指标`)
}

interface Told {
  matter_id: number
  /** Place of its duty. */
  duty: number
  done: string
}

/** What finished matters tell, before they are archived. */
export async function writeAmounts(change: Change, finished: readonly Told[]): Promise<void> {
  const ids = await change.db.selectFrom('measures').select(['id', 'name']).execute()
  const rows = finished.flatMap(({ matter_id, duty, done }) =>
    measures.flatMap((measure) => {
      const measure_id = ids.find(({ name }) => name === measure.name)?.id
      const typed = measure.told === undefined ? '1' : measure.told.exec(done)?.[1]
      const amount = typed === undefined ? null : amountOf(typed, measure)
      if (measure.duty !== duty || measure_id === undefined || amount === null) return []
      return [{ matter_id, measure_id, amount, names: '[]', note: '' }]
    }),
  )
  if (rows.length > 0) await change.db.insertInto('matter_measures').values(rows).execute()
}

// Measures (指标): what matters brought about in figures. domain.md §g.
import { z } from 'zod'
import { Id, required, text } from './fields.ts'

/** How the figures of several matters become one. */
export const measure_kind_words = {
  times: '次数',
  sum: '数量',
  person_times: '人次',
  people: '去重人数',
  money: '金额',
  stock: '存量',
} as const
export type MeasureKind = keyof typeof measure_kind_words
export const MeasureKind = z.enum(Object.keys(measure_kind_words) as [MeasureKind, ...MeasureKind[]])

/** Where a measure is asked for: matters of a category with all below it, or of one duty. */
export const MeasureUse = z
  .object({
    category_id: Id.nullable(),
    duty_id: Id.nullable(),
    /** 必填: without it a matter is signed off only 带病. */
    is_demanded: z.boolean(),
  })
  .refine(({ category_id, duty_id }) => (category_id === null) !== (duty_id === null), {
    message: '请选择一个类别，或者一项职责。',
  })
export type MeasureUse = z.infer<typeof MeasureUse>

export const MeasureDraft = z
  .object({
    name: required('指标名称', 40),
    unit: required('单位', 10),
    kind: MeasureKind,
    uses: z.array(MeasureUse).max(200, '一个指标最多用在 200 处。'),
  })
  .refine(({ kind, unit }) => kind !== 'money' || unit === '元' || unit === '万元', {
    message: '金额的单位只能是“元”或“万元”。',
    path: ['unit'],
  })
export type MeasureDraft = z.infer<typeof MeasureDraft>

export interface Measure extends MeasureDraft {
  id: number
  voided_on: string | null
  /** How many matters say something of it. */
  used: number
}

export type Counted = Pick<Measure, 'kind' | 'unit'>

/** What a matter says of a measure; an empty amount without names says nothing. */
export const MeasureValue = z.object({
  measure_id: Id,
  /** As typed: `12`, `1,250.5`. Empty where the names say how many. */
  amount: text(20),
  /** 去重人数: who they are, so that somebody counts once however many matters name them. */
  names: z.array(required('姓名', 40)).max(1000, '一次最多写 1000 个名字。'),
  note: text(200),
})
export type MeasureValue = z.infer<typeof MeasureValue>

export const MatterMeasures = z.object({ matter_id: Id, values: z.array(MeasureValue).max(100) })
export type MatterMeasures = z.infer<typeof MatterMeasures>

/** A measure that a matter is asked for, or says something of all the same, with what it says. */
export interface AskedMeasure extends MeasureValue, Counted {
  name: string
  is_demanded: boolean
}

const whole: ReadonlySet<MeasureKind> = new Set(['times', 'people', 'person_times'])

/** Decimals that may be typed: none for what is counted, to the 分 for money. */
function decimalsOf({ kind, unit }: Counted): number {
  if (whole.has(kind)) return 0
  return kind === 'money' && unit === '万元' ? 6 : 2
}

/** Hundredths of the unit, 分 for money; null for what is no such number. `amountOf('1.5', 万元) // 1_500_000` */
export function amountOf(typed: string, measure: Counted): number | null {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '')
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(plain)
  if (match === null) return null
  const [, units = '', fraction = ''] = match
  const decimals = decimalsOf(measure)
  if (fraction.replace(/0+$/, '').length > decimals) return null
  const places = decimals === 0 ? 2 : decimals
  return Number(units) * 10 ** places + Number(fraction.slice(0, places).padEnd(places, '0'))
}

/** `amountText(1_500_000, 万元) // '1.5'` */
export function amountText(amount: number, measure: Counted): string {
  const places = decimalsOf(measure) === 6 ? 6 : 2
  const units = Math.trunc(amount / 10 ** places)
  const fraction = String(amount % 10 ** places)
    .padStart(places, '0')
    .replace(/0+$/, '')
  return fraction === '' ? String(units) : `${units}.${fraction}`
}

/** `45人次（含外单位）`, or nothing where the matter says nothing of it. */
export function measureText({ amount, unit, note }: AskedMeasure): string {
  if (amount === '') return ''
  return note === '' ? `${amount}${unit}` : `${amount}${unit}（${note}）`
}

/** Names typed into one field, each once. */
export function splitNames(typed: string): string[] {
  const names = typed.split(/[、，,;；\s]+/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

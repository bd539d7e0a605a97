// Measures (指标): what matters brought about in figures. domain.md §g.
import { z } from 'zod'

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

// 保管期限 and the unit's own table of them (保管期限表).
import { z } from 'zod'
import { Id, required, text } from './fields.ts'

/** The code that goes into archive numbers: `Y` 永久, `D30` 定期30年. */
export type Retention = 'Y' | `D${number}`

export const Retention = z.custom<Retention>(
  (value) => typeof value === 'string' && /^(Y|D[1-9]\d?)$/.test(value),
  '请选择保管期限。',
)

/** Those of DA/T 22-2015; a unit's table may have others, such as 5年. */
export const usual_retentions: readonly Retention[] = ['Y', 'D30', 'D10']

/** `retentionWords('D30') // '30年'` */
export function retentionWords(retention: Retention): string {
  return retention === 'Y' ? '永久' : `${retention.slice(1)}年`
}

/** In years; null for 永久. */
export function yearsKept(retention: Retention): number | null {
  return retention === 'Y' ? null : Number(retention.slice(1))
}

/** 永久 first, then the longest. */
export function byLength(one: Retention, other: Retention): number {
  return (yearsKept(other) ?? Number.POSITIVE_INFINITY) - (yearsKept(one) ?? Number.POSITIVE_INFINITY) || 0
}

/** The last year something of that year is kept in; it is due for appraisal (到期鉴定) in the next one. */
export function lastYearKept(year: number, retention: Retention): number | null {
  const years = yearsKept(retention)
  return years === null ? null : year + years
}

export const RetentionRuleDraft = z.object({
  material: required('材料', 100),
  retention: Retention,
  basis: text(200),
})
export type RetentionRuleDraft = z.infer<typeof RetentionRuleDraft>
export const RetentionRuleEdit = z.object({ id: Id.nullable(), draft: RetentionRuleDraft })

export interface RetentionRule extends RetentionRuleDraft {
  id: number
}

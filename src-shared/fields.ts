// The few field kinds that every subject's schema is made of, with their words for what is wrong.
import { z } from 'zod'

export const Id = z.int().positive()

/** Free text that may stay empty; blanks at both ends go, line breaks inside stay. */
export function text(longest = 2000) {
  return z.string().trim().max(longest, `不能超过 ${longest} 个字。`)
}

/** Text that must be there: `required('姓名', 40)` answers 请填写姓名。 */
export function required(label: string, longest = 2000) {
  return z.string().trim().min(1, `请填写${label}。`).max(longest, `${label}不能超过 ${longest} 个字。`)
}

/** A registration code: 1 to 6 capital letters, part of every number. */
export const Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{1,6}$/, '代码用 1 到 6 个英文字母，例如 DJ。')

/** Blanks of every kind at both ends go, also those that nobody sees; line breaks inside stay. */
export function tidy(text: string): string {
  return text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim()
}

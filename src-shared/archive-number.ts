// 档号 (DA/T 13-2022): 全宗号-档案门类代码·年度-保管期限代码-机构（问题）代码-件号, or as the unit's archives ask.
import { z } from 'zod'
import type { Retention } from './retention.ts'

export interface ArchiveNumberParts {
  fonds_number: string
  year: number
  retention: Retention
  organ_code: string
  item_number: number
}

export const usual_pattern = '{全宗号}-WS·{年度}-{期限}-{机构}-{件号}'

const places: Readonly<Record<string, (parts: ArchiveNumberParts) => string>> = {
  全宗号: ({ fonds_number }) => fonds_number,
  年度: ({ year }) => String(year),
  期限: ({ retention }) => retention,
  机构: ({ organ_code }) => organ_code,
  件号: ({ item_number }) => String(item_number).padStart(4, '0'),
}

/** A pattern must name what tells items apart: year, term, organ and item number. */
export const ArchivePattern = z
  .string()
  .trim()
  .max(80, '不能超过 80 个字。')
  .refine(
    (pattern) => ['年度', '期限', '机构', '件号'].every((name) => pattern.split(`{${name}}`).length === 2),
    '要有 {年度}、{期限}、{机构}、{件号}，各写一次。',
  )
  .refine(
    (pattern) => [...pattern.matchAll(/\{([^}]*)\}/g)].every(([, name = '']) => Object.hasOwn(places, name)),
    '花括号里只能是 全宗号、年度、期限、机构、件号。',
  )

/** `archiveNumber(usual_pattern, …) // 'Z109-WS·2026-Y-ZRC-0001'`; without a 全宗号 it begins behind it. */
export function archiveNumber(pattern: string, parts: ArchiveNumberParts): string {
  return pattern
    .replace(/\{([^}]*)\}/g, (whole, name: string) => places[name]?.(parts) ?? whole)
    .replace(/^[-·.—\s]+/, '')
}

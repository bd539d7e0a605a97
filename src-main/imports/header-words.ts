import type { SheetColumn } from './import-sheet.ts'

/** `headerForms('完成时限\n（截止）') // ['完成时限截止', '完成时限', '截止']`, the surest reading first. */
export function headerForms(header: string): string[] {
  const plain = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:：*＊"“”'‘’]/g, '')
    .replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.．)]/, '')
  const inside = [...plain.matchAll(/[([【〔<]([^()[\]【】〔〕<>]*)[)\]】〕>]/g)].flatMap(
    (match) => match[1] ?? [],
  )
  const without = plain.replace(/[([【〔<][^()[\]【】〔〕<>]*[)\]】〕>]/g, '')
  const joined = plain.replace(/[()[\]【】〔〕<>]/g, '')
  const parts = without.split(/[/／、\\]|及|和/)
  return [...new Set([joined, without, ...parts, ...inside])].filter((form) => form !== '')
}

/** How surely headers name columns; what was once looked at is remembered. */
export interface HeaderReader {
  columns: readonly SheetColumn[]
  /** For each column, 0 when the header does not name it. `parent` is the header above it in a form of two levels. */
  strengths(header: string, parent: string): readonly number[]
  /** 100 for the very word of an anchor column, 0 for none. */
  anchorStrength(header: string): number
}

export function createHeaderReader(columns: readonly SheetColumn[]): HeaderReader {
  const known = new Map<string, readonly number[]>()
  function strengths(header: string, parent: string): readonly number[] {
    const key = `${parent}\n\n${header}`
    const before = known.get(key)
    if (before) return before
    const forms = headerForms(header)
    const above = parent === '' ? '' : (headerForms(parent)[0] ?? '')
    const found = columns.map((column) => strengthOf(forms, above, column))
    known.set(key, found)
    return found
  }
  return {
    columns,
    strengths,
    anchorStrength: (header) =>
      Math.max(...strengths(header, '').map((strength, at) => (columns[at]?.is_anchor ? strength : 0))),
  }
}

function strengthOf(forms: readonly string[], above: string, column: SheetColumn): number {
  const meant = forms.filter((form) => !column.not?.test(form))
  const [first] = meant
  if (first === undefined) return 0
  // A岗 above 责任人 says more than 责任人 alone.
  const combined = above === '' ? 0 : exactStrength([above + first], column, 120)
  return Math.max(combined, exactStrength(meant, column, 100), endingStrength(first, column))
}

function exactStrength(forms: readonly string[], column: SheetColumn, full: number): number {
  let best = 0
  for (const [place, form] of forms.entries()) {
    const at = column.words.indexOf(form)
    if (at >= 0) best = Math.max(best, full - place * 8 - at / 4)
    const weakly = column.weak?.indexOf(form) ?? -1
    if (weakly >= 0) best = Math.max(best, full - 60 - place * 4 - weakly / 4)
  }
  return best
}

/** 项目负责人 ends in 负责人; the shorter the rest, the surer. */
function endingStrength(form: string, column: SheetColumn): number {
  let best = 0
  for (const word of column.words) {
    const rest = form.length - word.length
    if (word.length < 2 || rest < 1 || rest > 6 || !form.endsWith(word)) continue
    best = Math.max(best, 30 - rest * 2)
  }
  return best
}

import type { FieldWords } from './form-source.ts'

/** `headerForms('完成时限\n（截止）') // ['完成时限截止', '完成时限', '截止']`, the surest reading first. */
export function headerForms(header: string): string[] {
  const plain = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:：*＊"“”'‘’、]/g, '')
    .replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.．)]/, '')
  const inside = [...plain.matchAll(/[([【〔<]([^()[\]【】〔〕<>]*)[)\]】〕>]/g)].flatMap(
    (match) => match[1] ?? [],
  )
  const without = plain.replace(/[([【〔<][^()[\]【】〔〕<>]*[)\]】〕>]/g, '')
  const joined = plain.replace(/[()[\]【】〔〕<>]/g, '')
  const parts = without.split(/[/／\\]|及|和|或/)
  return [...new Set([joined, without, ...parts, ...inside])].filter((form) => form !== '')
}

/** How surely a header names a field; 0 when it does not. `parent` is the header above it in a form of two levels. */
export function headerStrength(header: string, parent: string, { words, not }: FieldWords): number {
  const forms = headerForms(header)
  const above = parent === '' ? '' : (headerForms(parent)[0] ?? '')
  const combined = above === '' || forms[0] === undefined ? [] : [above + forms[0], above]
  const [both, only_above] = combined
  // A岗 above 责任人 says more than 责任人 alone; 责任人 above 姓名 says what 姓名 means.
  if (both !== undefined && words.includes(both)) return 130
  const meant = forms.filter((form) => not?.test(above + form) !== true)
  if (meant.length === 0) return 0
  if (only_above !== undefined && forms[0] === '姓名' && words.includes(only_above)) return 125
  let best = 0
  for (const [place, form] of meant.entries()) {
    const at = words.indexOf(form)
    if (at >= 0) best = Math.max(best, 100 - place * 8 - at / 2)
  }
  return best > 0 ? best : endingStrength(meant[0] ?? '', words)
}

/** 项目负责人 ends in 负责人; the shorter the rest, the surer. */
function endingStrength(form: string, words: readonly string[]): number {
  let best = 0
  for (const word of words) {
    const rest = form.length - word.length
    if (word.length >= 2 && rest >= 1 && rest <= 6 && form.endsWith(word))
      best = Math.max(best, 40 - rest * 3)
  }
  return best
}

/** 序号 in any of its spellings. */
export function isSerialHeader(header: string): boolean {
  return headerForms(header).some((form) => ['序号', '序', 'no', 'no.', '顺序号', '序列号'].includes(form))
}

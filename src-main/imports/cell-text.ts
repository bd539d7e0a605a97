/** What two cells are compared by: full and half width, capitals and all blanks make no difference. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

/** Marks that stand for "nothing here": `/`, `—`, 无. */
export function isPlaceholder(text: string): boolean {
  return /^(?:[-/\\|_.—–―－／…·、*×]+|无|暂无|空缺|空|没有|n\/?a|null|none)[。.]?$/i.test(comparable(text))
}

/** 同上 and its marks: the value of the row above. */
export function isDitto(text: string): boolean {
  return /^(?:同上|同前|["'〃″“”]+)$/.test(text.replace(/\s+/g, ''))
}

/** `shorten('……')`: a cell's text as it can stand in a sentence. */
export function shorten(text: string, longest = 40): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** A code, number or phone as it is stored: half width, without blanks or line breaks. */
export function plainCode(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/**
 * Undoes what the file format does to text: `_x000D_` stands for a character that XML cannot carry (ECMA-376 part 1,
 * 22.9.2.19). Line ends become `\n`; control characters, which nobody can see or type, are dropped.
 */
export function decodeText(raw: string): string {
  const text = raw.includes('_x')
    ? raw.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : raw
  return cleanText(text)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be looked at
const unusual = /[\u0000-\u0008\u000B-\u001F\u007F\uD800-\uDFFF\uFFFE\uFFFF]/

export function cleanText(text: string): string {
  if (!unusual.test(text)) return text
  return text
    .replace(/\r\n|\n\r|\r/g, '\n')
    .replace(unseen, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
}

/** The other way round: text that by chance looks like such an escape has its first underscore escaped. */
export function encodeText(text: string): string {
  return cleanText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

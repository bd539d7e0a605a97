const signs = new Set([...'=+-@＝＋－＠\t\r\n'].map((sign) => sign.charCodeAt(0)))

/** Whether a spreadsheet could run it if it were typed into a cell or read from a CSV file. */
export function looksLikeFormula(text: string): boolean {
  return signs.has(text.charCodeAt(0))
}

/**
 * A spreadsheet runs a field of a CSV file that begins like a formula, in quotes or not; an apostrophe before it makes it a
 * text for all of them. What begins with apostrophes already gets one more, so that reading takes away what writing added.
 */
export function isGuarded(text: string): boolean {
  return looksLikeFormula(text.replace(/^'+/, ''))
}

const signs = new Set([...'=+-@＝＋－＠\t\r\n'].map((sign) => sign.charCodeAt(0)))

/** Whether a spreadsheet could run it if it were typed into a cell or read from a CSV file. */
export function looksLikeFormula(text: string): boolean {
  return signs.has(text.charCodeAt(0))
}

// Blocks of cells as text, the way Excel and WPS put them on the clipboard and take them from it.

/** Cells that hold a tab, a line break or begin with a quote stand in quotes; quotes inside are doubled. */
export function writeTsv(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Rows are as long as they were written. Excel ends its last row with a line break, which begins no row of its own.
 * A quote that never closes, or goes on behind its end, is a plain character, as in Excel.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = readQuoted(text, at) ?? readPlain(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) break
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) break
  }
  return rows
}

interface ReadCell {
  text: string
  /** Where the tab, the line break or the end of the text stands. */
  end: number
}

function readPlain(text: string, start: number): ReadCell {
  const separator = /[\t\r\n]/g
  separator.lastIndex = start
  const end = separator.exec(text)?.index ?? text.length
  return { text: text.slice(start, end), end }
}

function readQuoted(text: string, start: number): ReadCell | null {
  if (text[start] !== '"') return null
  const pair = /"("?)/g
  pair.lastIndex = start + 1
  for (let found = pair.exec(text); found !== null; found = pair.exec(text)) {
    if (found[1] === '"') continue
    const end = found.index + 1
    if (end < text.length && !/[\t\r\n]/.test(text.charAt(end))) return null
    const inside = text.slice(start + 1, found.index).replaceAll('""', '"')
    return { text: inside.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), end }
  }
  return null
}

/** The same block as a table: Excel and WPS then keep long digits as text and line breaks inside a cell. */
export function writeHtmlTable(block: readonly (readonly string[])[]): string {
  const rows = block.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`)
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`
}

function htmlCell(text: string): string {
  const inside = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">')
  return `<td style="mso-number-format:'\\@'">${inside}</td>`
}

// How high LibreOffice makes a cell of itself when a text is wrapped in it: an opinion about row heights that is not ours.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertWithLibreOffice } from './libreoffice.ts'
import { tempFolder } from './temp-folder.ts'

export interface CellToMeasure {
  text: string
  font: string
  /** In points, as the width. */
  size: number
  is_bold: boolean
  width: number
}

/** In points, in the order given. */
export function heightsInLibreOffice(cells: readonly CellToMeasure[]): number[] {
  const path = join(tempFolder(), 'cells.fods')
  writeFileSync(path, spreadsheetOf(cells))
  const [converted = ''] = convertWithLibreOffice([path], 'fods')
  return heightsIn(readFileSync(converted, 'utf8')).slice(0, cells.length)
}

/** Each cell in a row of its own, in the column of its width; rows are as high as they need to be. */
function spreadsheetOf(cells: readonly CellToMeasure[]): string {
  const widths = [...new Set(cells.map(({ width }) => width))]
  const looks = [...new Set(cells.map(lookOf))]
  const columns = widths.map(
    (width, at) =>
      `<style:style style:name="co${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}pt"/></style:style>`,
  )
  const styles = looks.map(
    (look, at) =>
      `<style:style style:name="ce${at}" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties ${look}/></style:style>`,
  )
  const rows = cells.map((cell) => {
    const before = widths.indexOf(cell.width)
    const gap = before > 0 ? `<table:table-cell table:number-columns-repeated="${before}"/>` : ''
    const lines = cell.text.split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`)
    return `<table:table-row table:style-name="ro">${gap}<table:table-cell table:style-name="ce${looks.indexOf(lookOf(cell))}" office:value-type="string">${lines.join('')}</table:table-cell></table:table-row>`
  })
  const names = ['office', 'style', 'text', 'table']
  return [
    '<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"',
    ...names.map((name) => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">',
    `<office:font-face-decls>${[...new Set(cells.map(({ font }) => font))].map((font) => `<style:font-face style:name="${font}" svg:font-family="'${font}'"/>`).join('')}</office:font-face-decls>`,
    '<office:automatic-styles><style:style style:name="ro" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
    ...columns,
    ...styles,
    '</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="x">',
    ...widths.map((_, at) => `<table:table-column table:style-name="co${at}"/>`),
    ...rows,
    '</table:table></office:spreadsheet></office:body></office:document>',
  ].join('')
}

function lookOf({ font, size, is_bold }: CellToMeasure): string {
  const weight = is_bold ? 'bold' : 'normal'
  return ['', '-asian']
    .map(
      (script) =>
        `style:font-name${script}="${font}" ${script === '' ? 'fo' : 'style'}:font-size${script}="${size}pt" ${script === '' ? 'fo' : 'style'}:font-weight${script}="${weight}"`,
    )
    .join(' ')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const points: Record<string, number> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54 }

function heightsIn(xml: string): number[] {
  const heights = new Map<string, number>()
  const styles =
    /<style:style style:name="(\w+)" style:family="table-row">\s*<style:table-row-properties style:row-height="([\d.]+)(pt|in|cm|mm)"/g
  for (const [, name = '', length, unit = ''] of xml.matchAll(styles)) {
    heights.set(name, Number(length) * (points[unit] ?? Number.NaN))
  }
  const rows = /<table:table-row table:style-name="(\w+)"(?: table:number-rows-repeated="(\d+)")?/g
  return [...xml.matchAll(rows)].flatMap(([, name = '', times = '1']) =>
    Array<number>(Number(times)).fill(heights.get(name) ?? Number.NaN),
  )
}

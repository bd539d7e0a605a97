import { columnName } from './cell-address.ts'
import { daySerial } from './day-serial.ts'
import { packEntry, zipOf } from './patch-zip.ts'
import { textWidth } from './text-lines.ts'
import type { Merge, ReadCell, ReadSheet, ReadWorkbook } from './workbook.ts'
import { textElement, xmlText } from './xml-text.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const widest = 50

/** What a number is shown with; the place in the list is the number of the style. */
const formats = [
  'General',
  'yyyy\\-mm\\-dd',
  'yyyy\\-mm\\-dd\\ hh:mm',
  '0.##########%',
  'hh:mm:ss',
  '[h]:mm:ss',
]

/** A new .xlsx package with the cells of a book that is none: sheets, values, merges, what is hidden. */
export function plainPackage({ sheets }: ReadWorkbook): Buffer {
  const links = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  const list = sheets.map(({ name, is_hidden }, index) => {
    const state = is_hidden ? ' state="hidden"' : ''
    return `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const parts: [name: string, text: string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relations([...links, relation('rIdStyles', 'styles', 'styles.xml')])],
    ['xl/styles.xml', stylesPart()],
    ...sheets.map((sheet, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      sheetPart(sheet),
    ]),
  ]
  return zipOf(parts.map(([name, text]) => packEntry(name, Buffer.from(text))))
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`
  const parts = Array.from({ length: sheets }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  )
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${parts.join('')}</Types>`
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
}

function relations(links: readonly string[]): string {
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`
}

function stylesPart(): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
  const line = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${side} style="thin"><color auto="1"/></${side}>`,
  )
  const alignment = '<alignment vertical="center" wrapText="1"/>'
  const styles = formats.map(
    (_, index) =>
      `<xf numFmtId="${index === 0 ? 0 : 164 + index}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
  )
  return `${head}<styleSheet xmlns="${main}"><numFmts count="${codes.length}">${codes.join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border>${line.join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`
}

function sheetPart({ rows, merges, hidden_columns }: ReadSheet): string {
  const hidden = new Set(hidden_columns)
  const columns = widthsOf(rows.flatMap(({ cells }) => cells)).map((width, index) => {
    const column = index + 1
    return `<col min="${column}" max="${column}" width="${width}" customWidth="1"${hidden.has(column) ? ' hidden="1"' : ''}/>`
  })
  const lines = rows.map(({ number, is_hidden, cells }) => {
    const inside = cells.map((cell) => cellElement(cell)).join('')
    return `<row r="${number}"${is_hidden ? ' hidden="1"' : ''}>${inside}</row>`
  })
  const areas = merges.map((merge) => `<mergeCell ref="${refOf(merge)}"/>`)
  const merged = areas.length > 0 ? `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>` : ''
  const widths = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  return `${head}<worksheet xmlns="${main}" xmlns:r="${office}">${widths}<sheetData>${lines.join('')}</sheetData>${merged}</worksheet>`
}

/** In characters; the source does not tell, or not in a way that is worth reading. */
function widthsOf(cells: readonly ReadCell[]): number[] {
  const widths: number[] = []
  for (const { column, text } of cells) {
    const longest = Math.max(...text.split('\n').map((line) => textWidth(line.slice(0, widest)) * 2))
    widths[column - 1] = Math.min(widest, Math.max(widths[column - 1] ?? 9, Math.ceil(longest) + 2))
  }
  return Array.from(widths, (width) => width ?? 9)
}

function refOf({ first_row, first_column, last_row, last_column }: Merge): string {
  return `${columnName(first_column)}${first_row}:${columnName(last_column)}${last_row}`
}

function cellElement({ address, kind, text, number, date }: ReadCell): string {
  if (kind === 'boolean') return `<c r="${address}" t="b" s="0"><v>${text === 'TRUE' ? 1 : 0}</v></c>`
  if (kind === 'error' && /^#[A-Z0-9/]+[!?]?$/.test(text))
    return `<c r="${address}" t="e" s="0"><v>${text}</v></c>`
  if (kind === 'date' && date !== undefined && number !== undefined) {
    const serial = daySerial(date)
    if (serial !== undefined) {
      const time = number - Math.floor(number)
      return `<c r="${address}" s="${time > 0 ? 2 : 1}"><v>${serial + time}</v></c>`
    }
  }
  if (kind === 'number' && number !== undefined) {
    // An integer keeps all its digits, as they stand in the file.
    const value = /^-?\d+$/.test(text) ? text : number
    return `<c r="${address}" s="${formatOf(text, number)}"><v>${value}</v></c>`
  }
  return `<c r="${address}" t="inlineStr" s="0"><is>${textElement(text)}</is></c>`
}

/** A number is shown as it was: as a share, as a time of day, as hours. */
function formatOf(text: string, number: number): number {
  if (text.endsWith('%')) return 3
  if (/^\d+:\d\d(:\d\d)?$/.test(text)) return number < 1 ? 4 : 5
  return 0
}

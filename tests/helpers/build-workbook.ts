import { buildZip, type ZipEntry, type ZipOddities } from './build-zip.ts'

/** A workbook for the reader, as odd as a test wants it. What is left out is written as Excel would. */
export interface WorkbookParts {
  /** Inner XML of <sheetData>, or the whole part if it begins with `<?xml` or `<worksheet`. One sheet if left out. */
  sheets?: readonly SheetPart[]
  /** Texts, or the whole part as XML; null for no part. */
  shared?: readonly string[] | string | null
  /** Number formats: the n-th is that of style n + 1; style 0 is General. Or the whole part as XML. */
  formats?: readonly (string | number)[] | string
  date1904?: boolean
  /** Replaces parts of the package by name, or leaves them out when null. */
  replace?: Record<string, string | Buffer | null>
  /** Put behind all other parts. */
  extra?: readonly ZipEntry[]
  zip?: ZipOddities
}

export interface SheetPart {
  name?: string
  state?: string
  /** Rows as XML. */
  data?: string
  /** XML between <worksheet> and <sheetData>: cols, dimension. */
  before?: string
  /** XML behind <sheetData>: mergeCells, dataValidations. */
  after?: string
  /** The whole part. */
  xml?: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function buildWorkbook(parts: WorkbookParts = {}): Buffer {
  return buildZip(workbookEntries(parts), parts.zip)
}

/** One sheet with these rows. */
export function buildSheet(
  data: string,
  parts: Omit<WorkbookParts, 'sheets'> = {},
  sheet: SheetPart = {},
): Buffer {
  return buildWorkbook({ ...parts, sheets: [{ data, ...sheet }] })
}

export function workbookEntries(parts: WorkbookParts): ZipEntry[] {
  const sheets = parts.sheets ?? [{ data: '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>' }]
  const entries = new Map<string, string | Buffer>([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookPart(sheets, parts.date1904 ?? false)],
    ['xl/_rels/workbook.xml.rels', workbookLinks(sheets.length, parts.shared !== null)],
    ['xl/styles.xml', stylesPart(parts.formats ?? [])],
  ])
  if (parts.shared !== null) entries.set('xl/sharedStrings.xml', sharedPart(parts.shared ?? []))
  for (const [index, sheet] of sheets.entries())
    entries.set(`xl/worksheets/sheet${index + 1}.xml`, sheetPart(sheet))
  for (const [name, content] of Object.entries(parts.replace ?? {})) {
    if (content === null) entries.delete(name)
    else entries.set(name, content)
  }
  return [...[...entries].map(([name, content]) => ({ name, content })), ...(parts.extra ?? [])]
}

export function sheetPart({ data = '', before = '', after = '', xml }: SheetPart): string {
  return (
    xml ??
    `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`
  )
}

export function relationships(
  links: readonly (readonly [id: string, type: string, target: string])[],
): string {
  const all = links.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

export function contentTypes(sheetCount: number, workbookType = `${types}.sheet.main+xml`): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, `${types}.worksheet+xml`),
  )
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', workbookType)}${sheets.join('')}</Types>`
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`
}

function workbookPart(sheets: readonly SheetPart[], date1904: boolean): string {
  const list = sheets.map(({ name, state }, index) => {
    const visibility = state ? ` state="${state}"` : ''
    return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${visibility} r:id="rId${index + 1}"/>`
  })
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${list.join('')}</sheets></workbook>`
}

function workbookLinks(sheetCount: number, hasShared: boolean): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  )
  const shared = hasShared ? [['rIdText', 'sharedStrings', 'sharedStrings.xml'] as const] : []
  return relationships([...sheets, ['rIdStyle', 'styles', 'styles.xml'], ...shared])
}

function stylesPart(formats: readonly (string | number)[] | string): string {
  if (typeof formats === 'string') return formats
  const own = formats.map((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(format)}"/>` : '',
  )
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}"/>`,
  )
  return `${declaration}<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
}

function sharedPart(texts: readonly string[] | string): string {
  if (typeof texts === 'string') return texts
  return `${declaration}<sst xmlns="${main}">${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

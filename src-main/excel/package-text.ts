import { xmlText } from './xml-text.ts'

export interface SheetInBook {
  name: string
  /** First and last row, from 1, printed again on every page. */
  print_titles: [number, number]
}

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const formats = 'http://schemas.openxmlformats.org'
const main = `${formats}/spreadsheetml/2006/main`
const relations = `${formats}/officeDocument/2006/relationships`
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The small parts of a package that say which parts there are; styles, texts and sheets come besides. */
export function packageText(sheets: readonly SheetInBook[], now: Date): [name: string, xml: string][] {
  return [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    [
      '_rels/.rels',
      relationships([
        `${relations}/officeDocument" Target="xl/workbook.xml`,
        `${formats}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml`,
      ]),
    ],
    ['docProps/core.xml', coreProperties(now)],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, at) => `${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml`),
        `${relations}/styles" Target="styles.xml`,
        `${relations}/sharedStrings" Target="sharedStrings.xml`,
      ]),
    ],
  ]
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1)
  return [
    `${start}<Types xmlns="${formats}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', `${types}.sheet.main`),
    ...numbers.map((number) => part(`xl/worksheets/sheet${number}.xml`, `${types}.worksheet`)),
    part('xl/styles.xml', `${types}.styles`),
    part('xl/sharedStrings.xml', `${types}.sharedStrings`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'),
    '</Types>',
  ].join('')
}

/** `links`: type and target, as they stand between `Type="` and `"`. */
function relationships(links: readonly string[]): string {
  const all = links.map((link, at) => `<Relationship Id="rId${at + 1}" Type="${link}"/>`)
  return `${start}<Relationships xmlns="${formats}/package/2006/relationships">${all.join('')}</Relationships>`
}

function coreProperties(now: Date): string {
  const time = `${now.toISOString().slice(0, 19)}Z`
  return [
    `${start}<cp:coreProperties xmlns:cp="${formats}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    '<dc:creator>履职台账</dc:creator><cp:lastModifiedBy>履职台账</cp:lastModifiedBy>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`,
  ].join('')
}

function workbook(sheets: readonly SheetInBook[]): string {
  const tabs = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const titles = sheets.map(
    ({ name, print_titles: [first, last] }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${xmlText(name)}'!$${first}:$${last}</definedName>`,
  )
  return [
    `${start}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${tabs.join('')}</sheets>`,
    `<definedNames>${titles.join('')}</definedNames></workbook>`,
  ].join('')
}

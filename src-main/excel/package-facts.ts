// What a workbook holds besides its cells that its receiver will see: names, comments, fonts, how it prints.
import { z } from 'zod'
import { parseAddress } from './cell-address.ts'
import {
  findWorkbookPart,
  isTrue,
  type Relationship,
  readBookPart,
  readRelationships,
} from './package-parts.ts'
import { paperSizes } from './page-estimate.ts'
import { readBytes } from './read-workbook.ts'
import { recogniseFile } from './recognise-file.ts'
import { asProblem } from './unreadable.ts'
import { readXml } from './xml-events.ts'
import { openZipPackage, type ZipPackage } from './zip-package.ts'

export interface SheetFacts {
  name: string
  /** Addresses of cells with a comment, `C5`; at most 200. */
  comments: string[]
  has_print_titles: boolean
  has_print_area: boolean
  /** All columns are shrunk onto one page. */
  is_fitted: boolean
  /** Points of paper between the margins, after any scale; null where the paper is not known. */
  print_width: number | null
  /** Points across by column from 1, as far as the sheet says. */
  column_widths: number[]
}

export interface PackageFacts {
  creator: string
  last_modified_by: string
  company: string
  /** Names of all fonts that cells may have. */
  fonts: string[]
  external_links: number
  sheets: SheetFacts[]
}

const most_comments = 200
const most_columns = 200

/** Null for files that are no package of parts: .xls, .et, .csv. */
export async function readPackageFacts(path: string): Promise<PackageFacts | null> {
  try {
    const bytes = await readBytes(path)
    if (recogniseFile(path, bytes) !== 'zip') return null
    return await factsOf(await openZipPackage(bytes))
  } catch (error) {
    throw asProblem(error, path)
  }
}

async function factsOf(zip: ZipPackage): Promise<PackageFacts> {
  const part = await findWorkbookPart(zip)
  const links = await readRelationships(zip, part)
  const { sheets } = await readBookPart(zip, part)
  const names = await readPrintNames(zip, part)
  const found: SheetFacts[] = []
  for (const [at, { name, relationship_id }] of sheets.entries()) {
    const sheet = links.find(({ id }) => id === relationship_id)
    if (sheet?.type !== 'worksheet' || !sheet.part || !zip.names.has(sheet.part)) continue
    found.push({
      name,
      comments: await readComments(zip, await readRelationships(zip, sheet.part)),
      has_print_titles: names.titles.has(at),
      has_print_area: names.areas.has(at),
      ...(await readPrinting(zip, sheet.part)),
    })
  }
  const styles = links.find(({ type }) => type === 'styles')?.part
  return {
    ...(await readAuthors(zip)),
    fonts: styles && zip.names.has(styles) ? await readFonts(zip, styles) : [],
    external_links: [...zip.names].filter((name) => /^xl\/externalLinks\/[^/]+\.xml$/i.test(name)).length,
    sheets: found,
  }
}

async function readAuthors(zip: ZipPackage) {
  const texts = new Map<string, string>()
  for (const [name, root] of [
    ['docProps/core.xml', 'coreProperties'],
    ['docProps/app.xml', 'Properties'],
  ] as const) {
    if (!zip.names.has(name)) continue
    let element = ''
    await readXml(zip.chunks(name), [root], {
      open(opened) {
        element = opened
      },
      close() {
        element = ''
      },
      text: (text) => void texts.set(element, (texts.get(element) ?? '') + text),
    })
  }
  const of = (name: string) => (texts.get(name) ?? '').trim().slice(0, 100)
  return { creator: of('creator'), last_modified_by: of('lastModifiedBy'), company: of('Company') }
}

/** Positions of the sheets that have rows printed on every page, and those with a print area. */
async function readPrintNames(zip: ZipPackage, part: string) {
  const titles = new Set<number>()
  const areas = new Set<number>()
  await readXml(zip.chunks(part), ['workbook'], {
    open(element, { name, localSheetId }) {
      if (element !== 'definedName' || localSheetId === undefined) return
      if (name === '_xlnm.Print_Titles') titles.add(Number(localSheetId))
      if (name === '_xlnm.Print_Area') areas.add(Number(localSheetId))
    },
  })
  return { titles, areas }
}

async function readComments(zip: ZipPackage, links: readonly Relationship[]): Promise<string[]> {
  const addresses: string[] = []
  for (const { type, part } of links) {
    if (type !== 'comments' || !part || !zip.names.has(part)) continue
    await readXml(zip.chunks(part), ['comments'], {
      open(element, { ref }) {
        if (element !== 'comment' || !ref || addresses.length >= most_comments) return
        if (parseAddress(ref)) addresses.push(ref)
      },
    })
  }
  return addresses
}

async function readFonts(zip: ZipPackage, part: string): Promise<string[]> {
  const names = new Set<string>()
  let list = ''
  await readXml(zip.chunks(part), ['styleSheet'], {
    open(element, { val }) {
      if (element === 'fonts' || element === 'fills') list = element
      if (element === 'name' && list === 'fonts' && val && names.size < 100) names.add(val.slice(0, 60))
    },
  })
  return [...names]
}

const inch = 72
/** By the numbers of the format. */
const papers = new Map([
  [8, paperSizes.A3],
  [9, paperSizes.A4],
])

async function readPrinting(zip: ZipPackage, part: string) {
  let is_fitted = false
  let margins = 1.4
  let page: { size: number; landscape: boolean; scale: number; wide: string | undefined } | undefined
  const column_widths: number[] = []
  let usual = 8.43
  await readXml(zip.chunks(part), ['worksheet'], {
    open(element, attributes) {
      if (element === 'pageSetUpPr') is_fitted = isTrue(attributes.fitToPage)
      if (element === 'sheetFormatPr') usual = Number(attributes.defaultColWidth ?? usual)
      if (element === 'col') noteColumn(column_widths, attributes)
      if (element === 'pageMargins') margins = Number(attributes.left) + Number(attributes.right)
      if (element === 'pageSetup') {
        page = {
          size: Number(attributes.paperSize ?? 1),
          landscape: attributes.orientation === 'landscape',
          scale: Number(attributes.scale ?? 100) / 100,
          wide: attributes.fitToWidth,
        }
      }
    },
  })
  const paper = papers.get(page?.size ?? 9)
  const across = paper && (page?.landscape ? paper.long : paper.short)
  return {
    is_fitted: is_fitted && page?.wide !== '0',
    print_width: across === undefined ? null : (across - margins * inch) / (page?.scale || 1),
    column_widths: Array.from({ length: most_columns }, (_, at) => column_widths[at] ?? columnPoints(usual)),
  }
}

function noteColumn(widths: number[], { min, max, width, hidden }: Record<string, string>): void {
  const points = isTrue(hidden) ? 0 : columnPoints(Number(width))
  for (let column = Number(min); column <= Math.min(Number(max), most_columns); column += 1) {
    widths[column - 1] = points
  }
}

/** The width in a file counts the margins of the cell. */
function columnPoints(width: number): number {
  return width * 7 * 0.75
}

export function isPackageFacts(value: unknown): value is PackageFacts | null {
  return value === null || Facts.safeParse(value).success
}

const Facts = z.object({
  creator: z.string(),
  last_modified_by: z.string(),
  company: z.string(),
  fonts: z.array(z.string()),
  external_links: z.number(),
  sheets: z.array(
    z.object({
      name: z.string(),
      comments: z.array(z.string()),
      has_print_titles: z.boolean(),
      has_print_area: z.boolean(),
      is_fitted: z.boolean(),
      print_width: z.number().nullable(),
      column_widths: z.array(z.number()),
    }),
  ),
})

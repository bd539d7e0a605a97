import { linkWarning, macroWarning, refuseExtra, refuseHostileName, refuseMacroSheet } from './extras.ts'
import { damaged, Unreadable } from './unreadable.ts'
import { type Attributes, readXml } from './xml-events.ts'
import type { ZipPackage } from './zip-package.ts'

export interface Relationship {
  id: string
  /** Last word of the type's address, the same in transitional and strict books: `worksheet`, `styles`. */
  type: string
  /** Part name without the leading slash; undefined for targets outside of the package. */
  part: string | undefined
}

export interface SheetEntry {
  name: string
  is_hidden: boolean
  relationship_id: string
}

export interface BookPart {
  sheets: SheetEntry[]
  uses_1904: boolean
}

/** The name of the workbook part, after the package has shown that it is a workbook and no other kind of office file. */
export async function findWorkbookPart(zip: ZipPackage): Promise<string> {
  if (!zip.names.has('[Content_Types].xml')) throw await notWorkbook(zip)
  const types = await readContentTypes(zip)
  if (!zip.names.has('_rels/.rels')) throw await notWorkbook(zip)
  const main = (await readRelationships(zip, '')).find((link) => link.type === 'officeDocument')?.part
  if (!main) throw await notWorkbook(zip)
  const type = types.get(main.toLowerCase()) ?? ''
  if (/wordprocessingml/.test(type)) throw otherOffice('是 Word/WPS 文字文档（.docx）')
  if (/presentationml/.test(type)) throw otherOffice('是演示文稿（.pptx）')
  // Excel gives the type of a binary book for all parts with this ending.
  if (/binary/i.test(type) || /\.bin$/i.test(main)) {
    throw new Unreadable({
      code: 'workbook_other_format',
      what: '是二进制工作簿（.xlsb）。',
      next: '请用 WPS 或 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再选择。',
    })
  }
  if (!zip.names.has(main)) throw damaged('缺少工作簿主体，可能没有保存完')
  return main
}

async function notWorkbook(zip: ZipPackage): Promise<Unreadable> {
  const names = [...zip.names]
  const mime = zip.names.has('mimetype') ? await readText(zip, 'mimetype') : ''
  if (/opendocument\.spreadsheet/.test(mime)) {
    return new Unreadable({
      code: 'workbook_other_format',
      what: '是 OpenDocument 表格（.ods）。',
      next: '请用 WPS 或 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再选择。',
    })
  }
  if (/opendocument/.test(mime)) return otherOffice('是 OpenDocument 文档')
  if (names.includes('OFD.xml')) return otherOffice('是 OFD 版式文件')
  if (names.some((name) => name.startsWith('xl/'))) return damaged('缺少必要的部件，可能没有保存完')
  return otherOffice('是普通压缩包')
}

function otherOffice(what: string): Unreadable {
  return new Unreadable({
    code: 'file_not_workbook',
    what: `${what}，里面没有工作簿。`,
    next: '请选择 Excel 工作簿；压缩包请先解压。',
  })
}

async function readText(zip: ZipPackage, name: string): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of zip.chunks(name)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

/** Part name in lower case → content type. */
async function readContentTypes(zip: ZipPackage): Promise<Map<string, string>> {
  const types = new Map<string, string>()
  await readXml(zip.chunks('[Content_Types].xml'), ['Types'], {
    open(name, { PartName, ContentType }) {
      if (name === 'Override' && PartName && ContentType)
        types.set(PartName.slice(1).toLowerCase(), ContentType)
    },
  })
  return types
}

/** The relationships of a part; of the whole package for `''`. A part without any has an empty list. */
export async function readRelationships(zip: ZipPackage, part: string): Promise<Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!zip.names.has(name)) return []
  const links: Relationship[] = []
  await readXml(zip.chunks(name), ['Relationships'], {
    open(element, { Id, Type, Target, TargetMode }) {
      if (element !== 'Relationship' || !Id || !Type || Target === undefined) return
      const inside = TargetMode?.toLowerCase() !== 'external'
      const type = Type.slice(Type.lastIndexOf('/') + 1)
      links.push({ id: Id, type, part: inside ? resolvePart(folder, Target) : undefined })
    },
  })
  return links
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The list of sheets, in the order in which the tabs are seen. */
export async function readBookPart(zip: ZipPackage, part: string): Promise<BookPart> {
  const book: BookPart = { sheets: [], uses_1904: false }
  await readXml(zip.chunks(part), ['workbook'], {
    open(name, attributes) {
      if (name === 'workbookPr') book.uses_1904 = isTrue(attributes.date1904)
      if (name === 'sheet') book.sheets.push(sheetEntry(attributes))
      if (name === 'definedName') refuseHostileName(attributes.name ?? '')
    },
  })
  return book
}

function sheetEntry(attributes: Attributes): SheetEntry {
  const link = Object.entries(attributes).find(([name]) => name.endsWith(':id'))
  return {
    name: attributes.name ?? '',
    is_hidden: /hidden/i.test(attributes.state ?? ''),
    relationship_id: link?.[1] ?? '',
  }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** Programs, links and embedded objects. Some are left out with a word about it, others are a reason to refuse the file. */
export async function inspectExtras(zip: ZipPackage): Promise<string[]> {
  const names = [...zip.names]
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/embeddings\/./i)) throw refuseExtra('嵌入了其他文件（OLE 对象）', '删除嵌入的对象')
  if (has(/^xl\/activeX\/./i)) throw refuseExtra('含有 ActiveX 控件', '删除控件')
  if (has(/^xl\/(connections\.xml|queryTables\/)/i)) throw refuseExtra('连接了外部数据', '断开数据连接')
  if (has(/^customData\/|^xl\/customData\//i)) throw refuseExtra('含有 Power Query 数据', '删除查询')
  if (has(/^xl\/macrosheets\/./i)) throw refuseMacroSheet()
  const warnings: string[] = []
  if (has(/(^|\/)vbaProject\.bin$/i)) warnings.push(macroWarning)
  const outside = names.filter((name) => /^xl\/externalLinks\/[^/]+\.xml$/i.test(name))
  for (const name of outside) await refuseDde(zip, name)
  if (outside.length > 0) warnings.push(linkWarning)
  if (has(/^xl\/cellimages\.xml$/i)) warnings.push('文件的单元格里嵌有图片，图片不导入。')
  return warnings
}

async function refuseDde(zip: ZipPackage, name: string): Promise<void> {
  await readXml(zip.chunks(name), ['externalLink'], {
    open(element) {
      if (element === 'ddeLink') throw refuseExtra('含有 DDE 链接', '断开链接')
    },
  })
}

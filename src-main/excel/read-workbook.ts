import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { formulaWarnings, refuseHostileName, skippedSheet } from './extras.ts'
import { limits } from './limits.ts'
import { openOleFile } from './ole-file.ts'
import {
  findWorkbookPart,
  inspectExtras,
  type Relationship,
  readBookPart,
  readRelationships,
  type SheetEntry,
} from './package-parts.ts'
import { readCsv } from './read-csv.ts'
import { readSheet, type SheetContext } from './read-sheet.ts'
import { assertWorkbook, recogniseFile } from './recognise-file.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readStyles } from './styles.ts'
import { asProblem, damaged, tooMuch, Unreadable, withPlace } from './unreadable.ts'
import type { ReadSheet, ReadWorkbook } from './workbook.ts'
import { openZipPackage, type ZipPackage } from './zip-package.ts'

/** Called with the part done, 0 to 1. */
export type OnProgress = (fraction: number) => void

/** Reads a whole workbook. What the clerk can mend is thrown as a `UserProblem` that names the file and the place. */
export async function readWorkbook(path: string, onProgress?: OnProgress): Promise<ReadWorkbook> {
  try {
    return await readWorkbookBytes(path, await readBytes(path), onProgress)
  } catch (error) {
    throw asProblem(error, path)
  }
}

/** The same for bytes that were taken from the file already. What is wrong is thrown without the file's name. */
export async function readWorkbookBytes(
  path: string,
  bytes: Buffer,
  onProgress?: OnProgress,
): Promise<ReadWorkbook> {
  const book = await readWhole(path, bytes, onProgress)
  for (const { name } of book.sheets) refuseHostileName(name)
  return { ...book, warnings: [...book.warnings, ...formulaWarnings(book.sheets)] }
}

async function readWhole(
  path: string,
  bytes: Buffer,
  onProgress: OnProgress | undefined,
): Promise<ReadWorkbook> {
  const envelope = recogniseFile(path, bytes)
  if (envelope === 'text') return readCsv(path, bytes, onProgress)
  if (envelope === 'zip') return await readPackage(await openZipPackage(bytes), onProgress)
  const file = openOleFile(bytes)
  assertWorkbook(file)
  // The library for the old format takes a moment to load; most files are none of it.
  const { readXls } = await import('./read-xls.ts')
  return readXls(file, onProgress)
}

/** The file is taken into memory whole, so that a stick pulled out half-way cannot mix two states. */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size > limits.file_bytes)
      throw tooMuch('超过 50 MB，不能导入。', '请删去图片等无关内容，或拆成几个文件。')
    return await readFile(path)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw unreachable(error, path)
  }
}

const unreachableReasons: Record<string, [what: string, next: string]> = {
  ENOENT: ['找不到，可能已被移动、改名或删除。', '请重新选择文件。'],
  EISDIR: ['是文件夹，不是文件。', '请打开文件夹，选择里面的表格。'],
  EACCES: ['没有读取的权限。', '请检查文件的权限，或复制到桌面后再选择。'],
  EBUSY: ['正被其他程序占用，读不出来。', '请先在 WPS/Excel 中关闭它，再重新选择。'],
  EPERM: ['正被其他程序占用，读不出来。', '请先在 WPS/Excel 中关闭它，再重新选择。'],
  EIO: ['读取时出错，U 盘可能松动或损坏。', '请重新插好 U 盘，把文件复制到桌面后再选择。'],
}

function unreachable(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [what, next] = unreachableReasons[code] ?? []
  if (!what || !next) return new Error(`cannot read ${basename(path)}`, { cause: error })
  return new Unreadable({ code: 'file_unreachable', what, next }, { cause: error })
}

async function readPackage(zip: ZipPackage, onProgress: OnProgress | undefined): Promise<ReadWorkbook> {
  const part = await findWorkbookPart(zip)
  const warnings = await inspectExtras(zip)
  const book = await readBookPart(zip, part)
  if (book.sheets.length > limits.sheets) throw tooMuch(`有 ${book.sheets.length} 张工作表，超过了 300 张。`)
  const links = await readRelationships(zip, part)
  const sheetParts = book.sheets.map((entry) => ({ entry, part: sheetPart(zip, entry, links, warnings) }))
  const context: SheetContext = {
    ...(await readCommonParts(zip, links)),
    uses_1904: book.uses_1904,
    cells_left: limits.cells,
  }
  const total = sheetParts.reduce((sum, { part: name }) => sum + (name ? zip.size(name) : 0), 0)
  let done = 0
  const counted = countBytes((bytes) => {
    done += bytes
    onProgress?.(Math.min(1, done / total))
  })
  const sheets: ReadSheet[] = []
  for (const { entry, part: name } of sheetParts) {
    if (name) sheets.push(await readOneSheet(counted(zip.chunks(name)), entry, context, warnings))
  }
  if (sheets.length === 0) throw damaged('里面没有工作表')
  return { format: 'xlsx', sheets, warnings }
}

/** Tells of every megabyte that passes, and of the end. */
function countBytes(tell: (bytes: number) => void) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let untold = 0
    for await (const chunk of chunks) {
      untold += chunk.length
      yield chunk
      if (untold < 1024 * 1024) continue
      tell(untold)
      untold = 0
    }
    tell(untold)
  }
}

async function readCommonParts(zip: ZipPackage, links: Relationship[]) {
  const partOf = (type: string) => links.find((link) => link.type === type)?.part
  const texts = partOf('sharedStrings')
  const styles = partOf('styles')
  return {
    shared_strings: texts && zip.names.has(texts) ? await readSharedStrings(zip.chunks(texts)) : undefined,
    // Without its styles a date is a bare number: chunks() refuses a part that is named and missing.
    formats: styles ? await readStyles(zip.chunks(styles)) : [],
  }
}

/** Undefined for a sheet without cells of its own, such as a chart on a sheet by itself. */
function sheetPart(
  zip: ZipPackage,
  entry: SheetEntry,
  links: Relationship[],
  warnings: string[],
): string | undefined {
  const link = links.find(({ id }) => id === entry.relationship_id)
  if (!link?.part || !zip.names.has(link.part)) {
    throw withPlace(damaged('缺少这张工作表的内容'), { sheet: entry.name })
  }
  if (link.type === 'worksheet') return link.part
  warnings.push(skippedSheet(entry.name))
  return undefined
}

async function readOneSheet(
  chunks: AsyncIterable<Buffer>,
  entry: SheetEntry,
  context: SheetContext,
  warnings: string[],
): Promise<ReadSheet> {
  try {
    const { warnings: own, ...content } = await readSheet(chunks, context)
    warnings.push(...own.map((warning) => `工作表“${entry.name}”${warning}`))
    return { name: entry.name, is_hidden: entry.is_hidden, ...content }
  } catch (error) {
    throw withPlace(error, { sheet: entry.name })
  }
}

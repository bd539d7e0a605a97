import { createHash } from 'node:crypto'
import { addressOf, parseRange } from './cell-address.ts'
import type { PatchSource } from './excel-messages.ts'
import { askForCalculation } from './patch-book-part.ts'
import type { CellEdit, SheetEdits, WorkbookEdits } from './patch-edits.ts'
import { attributeOf } from './patch-element.ts'
import { insertRows } from './patch-move.ts'
import { patchMerges } from './patch-new-merges.ts'
import { patchNotes } from './patch-notes.ts'
import { PatchPackage } from './patch-package.ts'
import { plainPackage } from './patch-plain.ts'
import { SheetEditor } from './patch-sheet.ts'
import { StyleBook } from './patch-styles.ts'
import { coveredCell } from './patch-values.ts'
import { readBytes, readWorkbookBytes } from './read-workbook.ts'
import { saveFile } from './save-file.ts'
import { asProblem, Unreadable, withPlace } from './unreadable.ts'

/**
 * Writes a copy of a workbook with these edits to `out_path`; answers its number of bytes. Every part that no edit
 * reaches stays byte for byte as it is. A book in another format becomes a new .xlsx with its cells first.
 */
export async function patchWorkbook(
  source: PatchSource,
  out_path: string,
  edits: WorkbookEdits,
): Promise<number> {
  const path = typeof source === 'string' ? source : source.name
  try {
    const bytes = typeof source === 'string' ? await readBytes(source) : Buffer.from(source.bytes)
    if (edits.digest !== undefined && digestOf(bytes) !== edits.digest) throw changedSince()
    // Read as for an import first: what is broken, hostile or no workbook is told in the same words.
    const book = await readWorkbookBytes(path, bytes)
    const plain = book.format === 'xlsx' ? bytes : plainPackage(book)
    return await saveFile(out_path, await patchPackage(plain, edits))
  } catch (error) {
    throw asProblem(error, path)
  }
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function patchPackage(bytes: Buffer, edits: WorkbookEdits): Promise<Buffer> {
  const pack = await PatchPackage.open(bytes)
  await insertRows(pack, edits.sheets)
  const styles = await StyleBook.read(pack)
  for (const sheet of edits.sheets) {
    try {
      await patchSheet(pack, sheet, styles)
    } catch (error) {
      throw withPlace(error, { sheet: sheet.sheet })
    }
  }
  await styles.save(pack)
  if (edits.recalculates) await askForCalculation(pack)
  return pack.bytes()
}

async function patchSheet(pack: PatchPackage, edits: SheetEdits, styles: StyleBook): Promise<void> {
  const part = pack.sheets.find(({ name }) => name === edits.sheet)?.part
  if (part === undefined) throw sheetGone(edits.sheet)
  await patchMerges(pack, part, { remove: edits.merges?.remove ?? [] })
  await refuseCovered(pack, part, edits)
  const drawing_id = await patchNotes(pack, part, edits)
  const { uses_1904, is_strict } = pack
  const editor = new SheetEditor(edits, { styles, uses_1904, is_strict, drawing_id })
  await pack.edit(part, (piece) => editor.edit(piece))
  // Last: what they cover was written empty above.
  await patchMerges(pack, part, { add: edits.merges?.add ?? [] })
}

/** What is written under a merged cell would never be seen. */
async function refuseCovered(pack: PatchPackage, part: string, { cells = [] }: SheetEdits): Promise<void> {
  const written = cells.filter(({ value }) => value).sort((one, other) => one.row - other.row)
  if (written.length === 0) return
  await pack.look(part, ({ kind, name, raw }) => {
    const merge =
      kind === 'item' && name === 'mergeCell' ? parseRange(attributeOf(raw, 'ref') ?? '') : undefined
    if (!merge) return
    for (let at = firstFrom(written, merge.first_row); at < written.length; at += 1) {
      const { row, column } = written[at] ?? { row: Number.POSITIVE_INFINITY, column: 0 }
      if (row > merge.last_row) break
      const isInside = column >= merge.first_column && column <= merge.last_column
      const isFirst = row === merge.first_row && column === merge.first_column
      if (isInside && !isFirst) throw coveredCell(row, column, addressOf(merge.first_row, merge.first_column))
    }
  })
}

/** Where the cells from this row on begin. */
function firstFrom(cells: readonly CellEdit[], row: number): number {
  let low = 0
  let high = cells.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cells[middle]?.row ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

function changedSince(): Unreadable {
  return new Unreadable({
    code: 'file_changed',
    what: '在预览之后被改动过，已经不是预览时的内容。',
    next: '请重新选择这个文件，预览后再试。',
  })
}

function sheetGone(name: string): Unreadable {
  return new Unreadable({
    code: 'sheet_gone',
    what: `里没有工作表“${name}”。`,
    next: '请打开文件核对工作表的名称。',
  })
}

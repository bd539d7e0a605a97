// A superior's blank form as a picture: what the page draws, and what filling has to respect.
import type { FormPicture, FormSheet } from '../../src-shared/form-picture.ts'
import { resolveLists, type StoredList } from './form-lists.ts'
import { readLooks } from './form-looks.ts'
import { FormPainter } from './form-painter.ts'
import { PatchPackage } from './patch-package.ts'
import { plainPackage } from './patch-plain.ts'
import { readBytes, readWorkbookBytes } from './read-workbook.ts'
import { asProblem } from './unreadable.ts'
import type { ReadSheet, WorkbookFormat } from './workbook.ts'

export interface LookedAt {
  format: WorkbookFormat
  /** The .xlsx that can be filled; null for another format that was not to be converted. */
  form: { bytes: Uint8Array; picture: FormPicture } | null
}

export interface FormToLookAt {
  /** The file, or the name of one whose bytes are given. */
  path: string
  bytes?: Uint8Array
  /** A form in an older format becomes a new .xlsx: its texts and merges, not its looks. */
  converts: boolean
}

export async function lookAtForm({ path, bytes, converts }: FormToLookAt): Promise<LookedAt> {
  try {
    const source = bytes === undefined ? await readBytes(path) : Buffer.from(bytes)
    const book = await readWorkbookBytes(path, source)
    const { format } = book
    if (format !== 'xlsx' && !converts) return { format, form: null }
    const form = format === 'xlsx' ? source : plainPackage(book)
    const pack = await PatchPackage.open(form)
    return { format, form: { bytes: form, picture: await pictureOf(pack, book.sheets) } }
  } catch (error) {
    throw asProblem(error, path)
  }
}

async function pictureOf(pack: PatchPackage, read: readonly ReadSheet[]): Promise<FormPicture> {
  const looks = await readLooks(pack)
  const drawn: { sheet: FormSheet; lists: StoredList[] }[] = []
  for (const { name, part } of pack.sheets) {
    const sheet = read.find((one) => one.name === name)
    if (!sheet) continue
    const painter = new FormPainter(sheet, looks)
    await pack.look(part, (piece) => painter.see(piece))
    drawn.push({ sheet: painter.finish(), lists: painter.lists })
  }
  const book = { format: 'xlsx' as const, sheets: [...read], warnings: [] }
  const stored = drawn.map(({ sheet, lists }) => ({ sheet: sheet.name, lists }))
  const lists = await resolveLists(pack, book, stored)
  return { looks, sheets: drawn.map(({ sheet }) => ({ ...sheet, lists: lists.get(sheet.name) ?? [] })) }
}

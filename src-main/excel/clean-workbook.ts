// A copy of a workbook for the superior: without names of authors and without comments, all else byte for byte as it is.
import { legacyDrawing } from './patch-notes.ts'
import { PatchPackage } from './patch-package.ts'
import { withoutNotes } from './patch-vml.ts'
import { readBytes, readWorkbookBytes } from './read-workbook.ts'
import { saveFile } from './save-file.ts'
import { asProblem, Unreadable } from './unreadable.ts'

/** By part, the elements that name people and where they work. */
const naming: Record<string, readonly string[]> = {
  'docProps/core.xml': ['creator', 'lastModifiedBy'],
  'docProps/app.xml': ['Company', 'Manager'],
}
/** What sheets and the book link to for comments, old and new, and for the people who wrote them. */
const remarks = ['comments', 'threadedComment', 'person']

/** Answers the number of bytes of the copy. */
export async function cleanWorkbook(source: string, out_path: string): Promise<number> {
  try {
    const bytes = await readBytes(source)
    // Read as for an import first: what is broken, hostile or no workbook is told in the same words.
    const { format } = await readWorkbookBytes(source, bytes)
    if (format !== 'xlsx') throw noPackage()
    const pack = await PatchPackage.open(bytes)
    await removeNames(pack)
    await removeRemarks(pack, pack.workbook)
    for (const { part } of pack.sheets) {
      await removeNotes(pack, part)
      await removeRemarks(pack, part)
    }
    return await saveFile(out_path, pack.bytes())
  } catch (error) {
    throw asProblem(error, source)
  }
}

async function removeNames(pack: PatchPackage): Promise<void> {
  for (const [part, names] of Object.entries(naming)) {
    if (!pack.has(part)) continue
    let inside = false
    await pack.edit(part, ({ kind, name, raw, is_empty }) => {
      if (kind === 'section') inside = names.includes(name) && !is_empty
      if (kind === 'section_end') inside = false
      return inside && kind !== 'section' ? '' : raw
    })
  }
}

async function removeRemarks(pack: PatchPackage, from: string): Promise<void> {
  for (const { type, id, part } of await pack.links(from)) {
    if (remarks.includes(type)) await pack.remove(from, { id, part })
  }
}

/** The yellow boxes; a drawing that holds buttons as well keeps these. */
async function removeNotes(pack: PatchPackage, sheet_part: string): Promise<void> {
  const drawing = await legacyDrawing(pack, sheet_part)
  if (drawing === undefined) return
  const vml = await pack.text(drawing.part)
  const left = withoutNotes(vml)
  if (left !== null) {
    if (left !== vml) pack.replace(drawing.part, left)
    return
  }
  await pack.edit(sheet_part, ({ kind, name, raw }) =>
    (kind === 'section' || kind === 'section_end') && name === 'legacyDrawing' ? '' : raw,
  )
  await pack.remove(sheet_part, drawing)
}

function noPackage(): Unreadable {
  return new Unreadable({
    code: 'not_cleanable',
    what: '不是 .xlsx，批注和作者要在 Excel 或 WPS 里删去。',
    next: '也可以先另存为 .xlsx，再体检一次。',
  })
}

import { addressOf } from './cell-address.ts'
import { CommentsEditor } from './patch-comments.ts'
import type { SheetEdits } from './patch-edits.ts'
import { type PatchPackage, xmlHead } from './patch-package.ts'
import { cellsDrawn, editVml, lastBlock, type NoteShape, newVml } from './patch-vml.ts'

const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const vmlType = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/**
 * Puts the comments of a sheet into the package: their texts, their drawing, the links to both. Answers the relationship
 * that the sheet has to name when it had no such drawing before.
 */
export async function patchNotes(
  pack: PatchPackage,
  sheet_part: string,
  edits: SheetEdits,
): Promise<string | undefined> {
  const comments = edits.comments ?? []
  const present = await pack.linkOf(sheet_part, 'comments')
  if (comments.length === 0 && !(present && edits.clears_marks)) return undefined
  const editor = new CommentsEditor(comments, edits.clears_marks === true)
  const part = present ?? (await addComments(pack, sheet_part))
  await pack.edit(part, (piece) => editor.edit(piece))
  const texts = new Map(comments.map(({ row, column, text }) => [addressOf(row, column), text]))
  const notes = [...editor.kept].map((ref) => ({ ref, text: texts.get(ref) ?? '' }))
  return await patchDrawing(pack, sheet_part, notes, editor.removed)
}

async function addComments(pack: PatchPackage, sheet_part: string): Promise<string> {
  const space = pack.is_strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const part = await pack.add('xl/comments', 'xml', `${xmlHead}<comments xmlns="${space}"/>`, commentsType)
  await pack.link(sheet_part, 'comments', part)
  return part
}

async function patchDrawing(
  pack: PatchPackage,
  sheet_part: string,
  notes: readonly NoteShape[],
  removed: ReadonlySet<string>,
): Promise<string | undefined> {
  const present = (await legacyDrawing(pack, sheet_part))?.part
  if (present === undefined) {
    if (notes.length === 0) return undefined
    const blocks = await Promise.all(
      pack
        .names()
        .filter((name) => name.toLowerCase().endsWith('.vml'))
        .map(async (name) => lastBlock(await pack.text(name))),
    )
    const vml = newVml(notes, Math.max(0, ...blocks) + 1)
    const part = await pack.add('xl/drawings/vmlDrawing', 'vml', vml, vmlType)
    return await pack.link(sheet_part, 'vmlDrawing', part)
  }
  const vml = await pack.text(present)
  const drawn = cellsDrawn(vml)
  const added = notes.filter(({ ref }) => !drawn.has(ref))
  const edited = editVml(vml, added, removed)
  if (edited !== vml) pack.replace(present, edited)
  return undefined
}

/** The drawing that <legacyDrawing> names; one for pictures in the page header is linked in the same way. */
export async function legacyDrawing(
  pack: PatchPackage,
  sheet_part: string,
): Promise<{ id: string; part: string } | undefined> {
  const drawings = (await pack.links(sheet_part)).filter(({ type }) => type === 'vmlDrawing')
  if (drawings.length === 0) return undefined
  let id: string | undefined
  await pack.look(sheet_part, ({ kind, name, raw }) => {
    if (kind === 'section' && name === 'legacyDrawing') id = /:id\s*=\s*["']([^"']*)["']/.exec(raw)?.[1]
  })
  return drawings.find((link) => link.id === id)
}

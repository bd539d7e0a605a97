import { moveDefinedNames, sheetNumbers } from './patch-book-part.ts'
import type { SheetEdits } from './patch-edits.ts'
import { attributeOf, tagOf } from './patch-element.ts'
import { moveCalcChain, moveLinkedParts, movePivotSources } from './patch-move-parts.ts'
import { SheetMover } from './patch-move-sheet.ts'
import { RowMoves } from './patch-moves.ts'
import { ModelRows } from './patch-new-rows.ts'
import type { PatchPackage } from './patch-package.ts'
import { withPlace } from './unreadable.ts'

/** Inserts the rows, and moves by exactly as many whatever in the whole book names a row below them. */
export async function insertRows(pack: PatchPackage, sheets: readonly SheetEdits[]): Promise<void> {
  const moves = new Map<string, RowMoves>()
  for (const { sheet, insert_rows = [] } of sheets) {
    const own = new RowMoves(insert_rows)
    if (own.total > 0) moves.set(sheet.toLowerCase(), own)
  }
  if (moves.size === 0) return
  for (const { name, part } of pack.sheets) {
    try {
      const own = moves.get(name.toLowerCase())
      const mover = new SheetMover(name, moves, own && (await modelRows(pack, part, own)))
      await pack.edit(part, (piece) => mover.edit(piece))
      await moveLinkedParts(pack, { sheet: name, part }, moves)
    } catch (error) {
      throw withPlace(error, { sheet: name })
    }
  }
  for (const link of await pack.links(pack.workbook)) {
    if (link.type === 'chartsheet') await moveLinkedParts(pack, { sheet: '', part: link.part }, moves)
  }
  await moveDefinedNames(pack, moves)
  await moveCalcChain(pack, await sheetNumbers(pack), moves)
  await movePivotSources(pack, moves)
}

async function modelRows(pack: PatchPackage, part: string, own: RowMoves): Promise<ModelRows> {
  const models = new ModelRows(own)
  let row = 0
  await pack.look(part, ({ kind, section, name, raw }) => {
    if (kind === 'item' && section === 'sheetData' && name === 'row') {
      row = Number(attributeOf(tagOf(raw), 'r') ?? row + 1)
      models.noteRow(raw, row)
    } else if (kind === 'item' && name === 'mergeCell') models.noteMerge(attributeOf(raw, 'ref') ?? '')
  })
  return models
}

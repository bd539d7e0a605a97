import { attributeOf, withAttribute } from './patch-element.ts'
import { moveAnchor } from './patch-move-drawing.ts'
import { changed } from './patch-move-sheet.ts'
import { moveVml } from './patch-move-vml.ts'
import { type Home, type Moves, moveFormula, type RowMoves } from './patch-moves.ts'
import type { PatchPackage } from './patch-package.ts'
import { mapElements, rewriteXml } from './patch-rewrite.ts'

interface SheetLinks {
  /** Empty for a chart that is a sheet by itself. */
  sheet: string
  part: string
}

/** Moves what a sheet links to: tables, comments, drawings with their charts, controls, pivot tables. */
export async function moveLinkedParts(
  pack: PatchPackage,
  { sheet, part }: SheetLinks,
  moves: Moves,
): Promise<void> {
  const home = { sheet }
  const own = moves.get(sheet.toLowerCase())
  for (const link of await pack.links(part)) {
    if (link.type === 'drawing') await moveDrawing(pack, link.part, home, moves)
    else if (link.type === 'table') await rewrite(pack, link.part, (text) => movedTable(text, home, moves))
    else if (link.type === 'vmlDrawing') await rewrite(pack, link.part, (text) => moveVml(text, home, moves))
    else if (link.type === 'ctrlProp')
      await rewrite(pack, link.part, (text) => movedControl(text, home, moves))
    else if (own && referring[link.type]) {
      await rewrite(pack, link.part, (text) => movedReferences(text, referring[link.type] ?? [], own))
    }
  }
}

/** Links whose parts name cells of their own sheet: which elements, and in which attribute. */
const referring: Record<string, readonly (readonly [element: string, attribute: string])[]> = {
  comments: [['comment', 'ref']],
  threadedComment: [['threadedComment', 'ref']],
  pivotTable: [['location', 'ref']],
  tableSingleCells: [['singleXmlCell', 'r']],
}

async function rewrite(pack: PatchPackage, part: string, change: (text: string) => string): Promise<void> {
  const text = await pack.text(part)
  const changed_text = change(text)
  if (changed_text !== text) pack.replace(part, changed_text)
}

function movedReferences(
  text: string,
  places: readonly (readonly [element: string, attribute: string])[],
  own: RowMoves,
): string {
  return rewriteXml(text, {
    tag(name, tag) {
      const attribute = places.find(([element]) => element === name)?.[1]
      return attribute ? changed(tag, attribute, (ref) => own.range(ref)) : tag
    },
  })
}

function movedTable(text: string, home: Home, moves: Moves): string {
  const own = moves.get(home.sheet.toLowerCase())
  const ranges = new Set(['table', 'autoFilter', 'sortState', 'sortCondition'])
  return rewriteXml(text, {
    tag: (name, tag) => (own && ranges.has(name) ? changed(tag, 'ref', (ref) => own.range(ref, true)) : tag),
    text: (name, formula) =>
      name === 'calculatedColumnFormula' || name === 'totalsRowFormula'
        ? moveFormula(formula, home, moves)
        : undefined,
  })
}

function movedControl(text: string, home: Home, moves: Moves): string {
  const names = ['fmlaLink', 'fmlaRange', 'fmlaTxbx', 'fmlaGroup']
  return rewriteXml(text, {
    tag: (_, tag) =>
      names.reduce((moved, name) => changed(moved, name, (ref) => moveFormula(ref, home, moves)), tag),
  })
}

async function moveDrawing(pack: PatchPackage, part: string, home: Home, moves: Moves): Promise<void> {
  const own = moves.get(home.sheet.toLowerCase())
  await rewrite(pack, part, (text) => {
    const linked = rewriteXml(text, {
      tag: (_, tag) => changed(tag, 'textlink', (formula) => moveFormula(formula, home, moves)),
    })
    return own
      ? mapElements(linked, ['twoCellAnchor', 'oneCellAnchor'], (raw) => moveAnchor(raw, own))
      : linked
  })
  for (const link of await pack.links(part)) {
    if (link.type !== 'chart' && link.type !== 'chartEx') continue
    await rewrite(pack, link.part, (text) =>
      rewriteXml(text, {
        text: (name, formula) =>
          name === 'f' || name === 'sqref' ? moveFormula(formula, home, moves) : undefined,
      }),
    )
  }
}

/** The list in which order formulas are worked out: cells by their sheet's number, which counts on until another comes. */
export async function moveCalcChain(
  pack: PatchPackage,
  names: ReadonlyMap<string, string>,
  moves: Moves,
): Promise<void> {
  const part = await pack.linkOf(pack.workbook, 'calcChain')
  if (!part) return
  let sheet = ''
  await pack.edit(part, ({ kind, name, raw }) => {
    if (kind !== 'section' || name !== 'c') return raw
    sheet = attributeOf(raw, 'i') ?? sheet
    const own = moves.get(names.get(sheet)?.toLowerCase() ?? '')
    return own ? changed(raw, 'r', (cell) => own.cell(cell)) : raw
  })
}

/** The ranges that pivot tables take their figures from. */
export async function movePivotSources(pack: PatchPackage, moves: Moves): Promise<void> {
  for (const link of await pack.links(pack.workbook)) {
    if (link.type !== 'pivotCacheDefinition') continue
    await rewrite(pack, link.part, (text) =>
      rewriteXml(text, {
        tag(name, tag) {
          if (name !== 'worksheetSource' || /\s(?:\w+:)?id\s*=/.test(tag)) return tag
          const own = moves.get(attributeOf(tag, 'sheet')?.toLowerCase() ?? '')
          const ref = attributeOf(tag, 'ref')
          return own && ref ? withAttribute(tag, 'ref', own.range(ref, true)) : tag
        },
      }),
    )
  }
}

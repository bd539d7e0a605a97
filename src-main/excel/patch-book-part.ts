import { attributeOf, childrenOf, plainText, rawText, tagOf, withAttribute } from './patch-element.ts'
import { type Moves, moveFormula } from './patch-moves.ts'
import { type PatchPackage, prefixIn } from './patch-package.ts'

/** Sections of the workbook part that come before the one that says how it is calculated. */
const beforeCalculation = new Set([
  ...[
    'fileVersion',
    'fileSharing',
    'workbookPr',
    'AlternateContent',
    'revisionPtr',
    'absPath',
    'workbookProtection',
  ],
  ...['bookViews', 'sheets', 'functionGroups', 'externalReferences', 'definedNames', 'calcPr'],
])

/** Asks Excel and WPS to work out every formula when they open the book. */
export async function askForCalculation(pack: PatchPackage): Promise<void> {
  let isDone = false
  await pack.edit(pack.workbook, ({ kind, name, raw }) => {
    if (kind === 'section' && name === 'calcPr') {
      isDone = true
      return attributeOf(raw, 'fullCalcOnLoad') === '1' ? raw : withAttribute(raw, 'fullCalcOnLoad', 1)
    }
    const isNext = kind === 'root_end' || (kind === 'section' && !beforeCalculation.has(name))
    if (isDone || !isNext) return raw
    isDone = true
    return `<${prefixIn(raw, name)}calcPr fullCalcOnLoad="1"/>${raw}`
  })
}

/** Names, print areas and print titles. A row without a `$` in a name of somebody's own is a distance and stays. */
export async function moveDefinedNames(pack: PatchPackage, moves: Moves): Promise<void> {
  await pack.edit(pack.workbook, ({ kind, name, raw }) => {
    if (kind !== 'item' || name !== 'definedName') return raw
    const tag = tagOf(raw)
    const end = raw.lastIndexOf('</')
    const text = plainText(raw.slice(tag.length, end))
    const only_fixed = !/^_xlnm\./.test(attributeOf(tag, 'name') ?? '')
    const moved = moveFormula(text, { sheet: '', only_fixed }, moves)
    return moved === text ? raw : tag + rawText(moved) + raw.slice(end)
  })
}

/** The number of each sheet, as the calculation chain names it, and its name on the tab. */
export async function sheetNumbers(pack: PatchPackage): Promise<Map<string, string>> {
  const numbers = new Map<string, string>()
  await pack.look(pack.workbook, ({ kind, section, name, raw }) => {
    if (kind === 'item' && section === 'sheets' && name === 'sheet') {
      const tag = childrenOf(raw).length > 0 ? tagOf(raw) : raw
      numbers.set(attributeOf(tag, 'sheetId') ?? '', attributeOf(tag, 'name') ?? '')
    }
  })
  return numbers
}

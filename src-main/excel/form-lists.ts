import type { FormArea, FormList } from '../../src-shared/form-picture.ts'
import { parseRange } from './cell-address.ts'
import { attributeOf, childrenOf, plainText, tagOf } from './patch-element.ts'
import type { PatchPackage } from './patch-package.ts'
import type { ReadWorkbook } from './workbook.ts'

/** A drop-down list as the sheet has it: where, and the formula that says what may be chosen. */
export interface StoredList {
  areas: FormArea[]
  formula: string
}

const most_options = 500

/** Of a `<dataValidation>` in either spelling: Excel puts one that looks at another sheet into an extension. */
export function storedList(raw: string): StoredList[] {
  if (attributeOf(tagOf(raw), 'type') !== 'list') return []
  const inside = childrenOf(raw)
  const textOf = (names: readonly string[]) => {
    const child = inside.find(({ name }) => names.includes(name))
    return child ? plainText(raw.slice(child.open_end, child.close_start).replace(/<[^>]*>/g, '')) : ''
  }
  const places = attributeOf(tagOf(raw), 'sqref') ?? textOf(['sqref'])
  const areas = places.split(/\s+/).flatMap((place) => parseRange(place) ?? [])
  return areas.length > 0 ? [{ areas, formula: textOf(['formula1']).trim() }] : []
}

/** The `<x14:dataValidation>` elements inside of an extension. */
export function listsInExtension(raw: string): StoredList[] {
  const found = raw.match(/<(?:[\w]+:)?dataValidation[\s>][\s\S]*?<\/(?:[\w]+:)?dataValidation>/g) ?? []
  return found.flatMap(storedList)
}

/** What the lists offer, as far as it stands in the book; one that is worked out by a formula is left out. */
export async function resolveLists(
  pack: PatchPackage,
  book: ReadWorkbook,
  stored: readonly { sheet: string; lists: StoredList[] }[],
): Promise<Map<string, FormList[]>> {
  const names = stored.some(({ lists }) => lists.length > 0) ? await definedNames(pack) : new Map()
  const optionsOf = (formula: string, sheet: string): string[] => {
    const literal = /^"([\s\S]*)"$/.exec(formula)?.[1]
    if (literal !== undefined)
      return literal
        .replaceAll('""', '"')
        .split(/[,，]/)
        .map((text) => text.trim())
    const target = rangeIn(names.get(formula.toLowerCase()) ?? formula, sheet)
    return target ? textsIn(book, target.sheet, target.area) : []
  }
  return new Map(
    stored.map(({ sheet, lists }) => [
      sheet,
      lists.flatMap(({ areas, formula }) => {
        const options = [...new Set(optionsOf(formula, sheet).filter((text) => text !== ''))]
        return options.length > 0 && options.length <= most_options ? [{ areas, options }] : []
      }),
    ]),
  )
}

/** By their names in lower case. */
async function definedNames(pack: PatchPackage): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  await pack.look(pack.workbook, ({ kind, section, raw }) => {
    if (kind !== 'item' || section !== 'definedNames') return
    const tag = tagOf(raw)
    const name = attributeOf(tag, 'name')
    if (name !== undefined)
      names.set(name.toLowerCase(), plainText(raw.slice(tag.length).replace(/<[^>]*>/g, '')))
  })
  return names
}

function rangeIn(formula: string, own: string): { sheet: string; area: FormArea } | undefined {
  const match = /^=?(?:'((?:[^']|'')+)'!|([^'!]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/i.exec(
    formula,
  )
  const area = match?.[3] === undefined ? undefined : parseRange(match[3])
  if (!area) return undefined
  return { sheet: match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? own, area }
}

function textsIn(book: ReadWorkbook, name: string, area: FormArea): string[] {
  const rows = book.sheets.find((sheet) => sheet.name === name)?.rows ?? []
  return rows
    .filter(({ number }) => number >= area.first_row && number <= area.last_row)
    .flatMap(({ cells }) => cells)
    .filter(({ column }) => column >= area.first_column && column <= area.last_column)
    .map(({ text }) => text.trim())
}

import { addressOf } from './cell-address.ts'
import { attributeOf, withAttribute } from './patch-element.ts'
import { type PatchPackage, reopened } from './patch-package.ts'
import type { Piece } from './patch-pieces.ts'
import type { Merge } from './workbook.ts'

/** Sections that may stand between the cells and the merges. */
const beforeMerges = new Set([
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'AlternateContent', 'sheetData'],
  ...['sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews'],
])

export interface MergeEdits {
  /** Cells that become one; none of them may belong to a merge that stays. */
  add?: readonly Merge[]
  remove?: readonly Merge[]
}

/** Merges cells of a sheet and parts merged ones, whether it has a list of them or not. */
export async function patchMerges(
  pack: PatchPackage,
  part: string,
  { add = [], remove = [] }: MergeEdits,
): Promise<void> {
  if (add.length === 0 && remove.length === 0) return
  const gone = new Set(remove.map(refOf))
  let left = add.length
  await pack.look(part, ({ kind, name, raw }) => {
    if (kind === 'item' && name === 'mergeCell' && !gone.has(attributeOf(raw, 'ref') ?? '')) left += 1
  })
  const editor = new MergeEditor(add, gone, left)
  await pack.edit(part, (piece) => editor.edit(piece))
}

class MergeEditor {
  private readonly added: readonly Merge[]
  private readonly gone: ReadonlySet<string>
  /** How many there are in the end. A list of none is not allowed. */
  private readonly left: number
  private is_done = false
  private prefix = ''

  constructor(added: readonly Merge[], gone: ReadonlySet<string>, left: number) {
    this.added = added
    this.gone = gone
    this.left = left
  }

  edit({ kind, name, section, raw, is_empty }: Piece): string {
    if (kind === 'root') this.prefix = /^<([^\s/>:]+:)/.exec(raw)?.[1] ?? ''
    if (section === 'mergeCells' && kind === 'item')
      return this.gone.has(attributeOf(raw, 'ref') ?? '') ? '' : raw
    if (name === 'mergeCells' && kind === 'section') {
      this.is_done ||= is_empty
      if (this.left === 0) return ''
      const tag = attributeOf(raw, 'count') === undefined ? raw : withAttribute(raw, 'count', this.left)
      return is_empty ? reopened(tag, this.items(), `${this.prefix}mergeCells`) : tag
    }
    if (name === 'mergeCells' && kind === 'section_end') {
      this.is_done = true
      return this.left === 0 ? '' : this.items() + raw
    }
    const isBehind = kind === 'section' && !beforeMerges.has(name)
    if (this.is_done || this.added.length === 0 || (!isBehind && kind !== 'root_end')) return raw
    if (isBehind && name === 'mergeCells') return raw
    this.is_done = true
    const tag = `${this.prefix}mergeCells`
    return `<${tag} count="${this.added.length}">${this.items()}</${tag}>${raw}`
  }

  private items(): string {
    return this.added.map((merge) => `<${this.prefix}mergeCell ref="${refOf(merge)}"/>`).join('')
  }
}

function refOf({ first_row, first_column, last_row, last_column }: Merge): string {
  return `${addressOf(first_row, first_column)}:${addressOf(last_row, last_column)}`
}

import { parseAddress } from './cell-address.ts'
import { limits } from './limits.ts'
import { attributeOf, tagOf, withAttribute } from './patch-element.ts'
import { moveAnchor } from './patch-move-drawing.ts'
import { RowMover } from './patch-move-row.ts'
import { type Moves, moveFormula, type RowMoves } from './patch-moves.ts'
import { type ModelRows, newRow, newRowsOf } from './patch-new-rows.ts'
import type { Piece } from './patch-pieces.ts'
import { mapElements, rewriteXml } from './patch-rewrite.ts'
import { tooMuch } from './unreadable.ts'

/** Elements whose ranges take in rows that are put right below them, where that is wanted. */
const growing = new Set(['conditionalFormatting', 'dataValidation', 'autoFilter', 'sqref'])
const formulas = new Set(['formula', 'formula1', 'formula2', 'f'])

/** Moves everything in the part of one sheet that names a row. `models` only for a sheet with new rows of its own. */
export class SheetMover {
  private readonly sheet: string
  private readonly moves: Moves
  private readonly own: RowMoves | undefined
  private readonly models: ModelRows | undefined
  private readonly mover: RowMover
  private readonly new_merges: readonly string[]
  private waiting: { row: number; write(): string }[]
  private row = 0
  private first_shown_row = 1
  private prefix = ''

  constructor(sheet: string, moves: Moves, models?: ModelRows) {
    this.sheet = sheet
    this.moves = moves
    this.models = models
    this.own = moves.get(sheet.toLowerCase())
    this.mover = new RowMover(sheet, moves)
    this.new_merges = this.own && models ? models.newMerges(this.own) : []
    this.waiting = this.own ? this.newRows(this.own) : []
  }

  edit({ kind, name, section, raw, is_empty }: Piece): string {
    if (kind === 'root') this.prefix = /^<([^\s/>:]+:)/.exec(raw)?.[1] ?? ''
    if (kind === 'section') {
      const tag = this.tag(name, raw, '')
      return name === 'mergeCells' && !is_empty ? this.counted(tag) : tag
    }
    if (kind === 'item')
      return section === 'sheetData' && name === 'row' ? this.oneRow(raw) : this.item(raw, section)
    if (kind === 'section_end' && name === 'sheetData') return this.rowsBefore(Number.POSITIVE_INFINITY) + raw
    if (kind === 'section_end' && name === 'mergeCells') {
      return this.new_merges.map((ref) => `<${this.prefix}mergeCell ref="${ref}"/>`).join('') + raw
    }
    return raw
  }

  private item(raw: string, section: string): string {
    const rewritten = rewriteXml(raw, {
      tag: (name, tag, parent) => this.tag(name, tag, parent || section),
      text: (name, text) => this.text(name, text),
    })
    const { own } = this
    return own ? mapElements(rewritten, ['anchor'], (anchor) => moveAnchor(anchor, own)) : rewritten
  }

  private newRows(own: RowMoves): { row: number; write(): string }[] {
    return own.list.flatMap((insertion) => {
      const model = this.models?.raw(insertion.like)
      if (model === undefined) return []
      const { sheet, moves, mover } = this
      return newRowsOf(insertion, own).map((row) => ({
        row,
        write: () => newRow(model, { insertion, row, sheet, moves, own, mover }),
      }))
    })
  }

  private oneRow(raw: string): string {
    const tag = tagOf(raw)
    const row = Number(attributeOf(tag, 'r') ?? this.row + 1)
    this.row = row
    const next = this.own?.wanted(row) ?? row
    if (next > limits.format_rows) {
      // Only what holds something may not fall off the end of the sheet.
      if (/<(?:[^\s<>:/]+:)?(?:v|is|f)[\s>]/.test(raw)) throw noRoom()
      return ''
    }
    return this.rowsBefore(next) + this.mover.move(raw, row)
  }

  private rowsBefore(row: number): string {
    let text = ''
    while (this.waiting[0] && this.waiting[0].row < row) text += this.waiting.shift()?.write() ?? ''
    return text
  }

  private counted(tag: string): string {
    const count = attributeOf(tag, 'count')
    if (count === undefined || this.new_merges.length === 0) return tag
    return withAttribute(tag, 'count', Number(count) + this.new_merges.length)
  }

  private text(name: string, text: string): string | undefined {
    if (name === 'sqref') return this.own?.ranges(text, true)
    return formulas.has(name) ? this.formula(text) : undefined
  }

  private formula(text: string): string {
    return moveFormula(text, { sheet: this.sheet }, this.moves)
  }

  /** What an element says in its attributes. Where one looks (topLeftCell, selection) is no reference and stays. */
  private tag(name: string, tag: string, parent: string): string {
    if (name === 'hyperlink') return this.hyperlink(tag)
    if (name === 'cfvo') return changed(tag, 'val', (text) => this.formula(text))
    if (name === 'controlPr' || name === 'objectPr') {
      return changed(
        changed(tag, 'linkedCell', (text) => this.formula(text)),
        'listFillRange',
        (text) => this.formula(text),
      )
    }
    const { own } = this
    if (!own) return tag
    if (name === 'sheetView') this.first_shown_row = rowOf(attributeOf(tag, 'topLeftCell'))
    if (name === 'pane') return this.pane(tag, own)
    // A break belongs to the row below it; `id` is the row above.
    if (name === 'brk') {
      const isRow = parent === 'rowBreaks'
      return isRow ? changed(tag, 'id', (id) => String(own.row(Number(id) + 1) - 1)) : tag
    }
    if (name === 'dataRef' && (attributeOf(tag, 'sheet') ?? this.sheet) !== this.sheet) return tag
    if (name === 'selection') return tag
    const grows = growing.has(name)
    const moved = changed(
      changed(tag, 'ref', (ref) => own.range(ref, grows)),
      'sqref',
      (refs) => own.ranges(refs, grows),
    )
    return name === 'inputCells' || name === 'cellWatch' || name === 'cellSmartTags'
      ? changed(moved, 'r', (ref) => own.cell(ref))
      : moved
  }

  private hyperlink(tag: string): string {
    const { own } = this
    const moved = changed(tag, 'location', (text) => this.formula(text))
    return own ? changed(moved, 'ref', (ref) => own.range(ref)) : moved
  }

  /** Rows put into the frozen part are frozen too. */
  private pane(tag: string, own: RowMoves): string {
    const split = Number(attributeOf(tag, 'ySplit') ?? 0)
    if (!/^frozen/.test(attributeOf(tag, 'state') ?? '') || split === 0) return tag
    const last = this.first_shown_row + split - 1
    const more = own.row(last) - last
    if (more === 0) return tag
    return changed(withAttribute(tag, 'ySplit', split + more), 'topLeftCell', (cell) => own.cell(cell))
  }
}

export function changed(tag: string, name: string, change: (value: string) => string): string {
  const value = attributeOf(tag, name)
  const next = value === undefined ? undefined : change(value)
  return next === undefined || next === value ? tag : withAttribute(tag, name, next)
}

function rowOf(address: string | undefined): number {
  return parseAddress(address ?? '')?.row ?? 1
}

function noRoom() {
  return tooMuch('已经用到了最后一行，放不下要插入的行。', '请在原表里删去多余的空行后再试。')
}

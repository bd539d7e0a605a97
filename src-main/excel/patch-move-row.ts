import { addressOf } from './cell-address.ts'
import {
  attributeOf,
  childrenOf,
  type ElementPlace,
  plainText,
  prefixOf,
  rawText,
  tagOf,
  withAttribute,
} from './patch-element.ts'
import { type Moves, moveFormula, type RowMoves, translateFormula } from './patch-moves.ts'
import { cellsOf } from './patch-row.ts'
import { forbidden, withPlace } from './unreadable.ts'

/** A formula that stands for a whole range of cells; they name it by its number. */
interface SharedFormula {
  row: number
  column: number
  text: string
  moved_row: number
  moved_text: string
}

/** Moves the rows of one sheet, and what the formulas in them say. */
export class RowMover {
  private readonly sheet: string
  private readonly moves: Moves
  /** Of this sheet itself; undefined when only formulas can change. */
  private readonly own: RowMoves | undefined
  private readonly shared = new Map<string, SharedFormula>()

  constructor(sheet: string, moves: Moves) {
    this.sheet = sheet
    this.moves = moves
    this.own = moves.get(sheet.toLowerCase())
  }

  move(raw: string, row: number): string {
    const next = this.own?.row(row) ?? row
    const hasFormulas = /<(?:[^\s<>:/]+:)?f[\s>/]/.test(raw)
    if (next === row && !hasFormulas) return raw
    const tag = tagOf(raw)
    let moved = next === row ? tag : withAttribute(tag, 'r', next)
    let done = tag.length
    for (const { column, start, end } of cellsOf(raw)) {
      moved += raw.slice(done, start) + this.moveCell(raw.slice(start, end), { row, column, next })
      done = end
    }
    return moved + raw.slice(done)
  }

  /** The formula of a cell as it reads by itself; undefined when it has none or one of several rows. */
  formulaOf(cell: string, row: number, column: number): string | undefined {
    const place = childrenOf(cell).find(({ name }) => name === 'f')
    if (!place) return undefined
    const kind = attributeOf(cell.slice(place.start, place.open_end), 't') ?? 'normal'
    if (kind !== 'shared') return kind === 'normal' ? textOf(cell, place) : undefined
    const master = this.shared.get(attributeOf(cell.slice(place.start, place.open_end), 'si') ?? '')
    return (
      textOf(cell, place) ||
      (master && translateFormula(master.text, row - master.row, column - master.column))
    )
  }

  private moveCell(raw: string, at: { row: number; column: number; next: number }): string {
    const old = tagOf(raw)
    const isNamed = at.next !== at.row && attributeOf(old, 'r') !== undefined
    const tag = isNamed ? withAttribute(old, 'r', addressOf(at.next, at.column)) : old
    const place = childrenOf(raw).find(({ name }) => name === 'f')
    if (!place) return tag + raw.slice(old.length)
    const formula = this.moveElement(raw, place, at)
    return tag + raw.slice(old.length, place.start) + formula + raw.slice(place.end)
  }

  private moveElement(
    cell: string,
    place: ElementPlace,
    { row, column, next }: { row: number; column: number; next: number },
  ): string {
    const tag = cell.slice(place.start, place.open_end)
    const whole = cell.slice(place.start, place.end)
    const kind = attributeOf(tag, 't') ?? 'normal'
    const text = textOf(cell, place)
    if (kind === 'shared' && text === '') return this.moveShared(whole, tag, { row, column, next })
    const moved = moveFormula(text, { sheet: this.sheet, row }, this.moves)
    if (kind === 'shared') {
      const si = attributeOf(tag, 'si') ?? ''
      this.shared.set(si, { row, column, text, moved_row: next, moved_text: moved })
    }
    const moved_tag = this.own ? movedTag(tag, kind, this.own) : tag
    if (moved === text) return moved_tag + whole.slice(tag.length)
    return `${moved_tag}${rawText(moved)}</${prefixOf(tag)}f>`
  }

  /** Keeps the sharing where it still says the same, and spells the formula out where it does not. */
  private moveShared(
    whole: string,
    tag: string,
    { row, column, next }: { row: number; column: number; next: number },
  ): string {
    const master = this.shared.get(attributeOf(tag, 'si') ?? '')
    const old = master && translateFormula(master.text, row - master.row, column - master.column)
    if (!master || old === undefined) return whole
    const moved = moveFormula(old, { sheet: this.sheet, row }, this.moves)
    if (translateFormula(master.moved_text, next - master.moved_row, column - master.column) === moved)
      return whole
    const prefix = prefixOf(tag)
    return `<${prefix}f>${rawText(moved)}</${prefix}f>`
  }
}

function textOf(cell: string, place: ElementPlace): string {
  return plainText(cell.slice(place.open_end, place.close_start))
}

/** What the tag of a formula says of places. */
function movedTag(tag: string, kind: string, own: RowMoves): string {
  const ref = attributeOf(tag, 'ref')
  const moved_ref = ref && own.range(ref)
  if (kind === 'array' && ref && moved_ref && heightOf(ref) !== heightOf(moved_ref)) throw splitArray(ref)
  let moved = moved_ref ? withAttribute(tag, 'ref', moved_ref) : tag
  if (kind !== 'dataTable') return moved
  for (const name of ['r1', 'r2']) {
    const cell = attributeOf(moved, name)
    if (cell) moved = withAttribute(moved, name, own.cell(cell))
  }
  return moved
}

function heightOf(ref: string): number {
  const [first = 0, last = first] = [...ref.matchAll(/\d+/g)].map(Number)
  return last - first
}

function splitArray(ref: string) {
  return withPlace(
    forbidden('里有跨多行的数组公式，不能在它中间插入行。', '请在原表里把它改成普通公式后再试。'),
    { cell: ref },
  )
}

import { addressOf, parseAddress } from './cell-address.ts'
import type { CellEdit, StyleEdit } from './patch-edits.ts'
import { attributeOf, childrenOf, prefixOf, tagOf, withAttribute } from './patch-element.ts'
import type { StyleBook } from './patch-styles.ts'
import { cellContent, formulaInTheWay } from './patch-values.ts'

/** What a row is edited with. */
export interface RowContext {
  styles: StyleBook
  uses_1904: boolean
  /** The style that cells of a column have which are not written out. */
  columnStyle(column: number): number
  clears_marks: boolean
}

/** The edits of one row, by column. */
export interface RowChange {
  cells: ReadonlyMap<number, CellEdit>
  at_least: number
}

interface CellPlace {
  column: number
  start: number
  end: number
}

/** The cells of a row as it stands in the sheet; one without an address follows the one before it. */
export function cellsOf(raw: string): CellPlace[] {
  let column = 0
  return childrenOf(raw).flatMap(({ name, start, open_end, end }) => {
    if (name !== 'c') return []
    const address = attributeOf(raw.slice(start, open_end), 'r')
    column = (address === undefined ? undefined : parseAddress(address)?.column) ?? column + 1
    return [{ column, start, end }]
  })
}

export function editRow(raw: string, row: number, change: RowChange, context: RowContext): string {
  const cells = cellsOf(raw)
  const old = tagOf(raw)
  const look = rowLook(old, cells, raw, context)
  const columns = new Set([
    ...change.cells.keys(),
    ...(context.clears_marks ? cells.map(({ column }) => column) : []),
  ])
  const wanted = [...columns].sort((one, other) => one - other)
  let inside = ''
  let done = old.length
  for (const column of wanted) {
    const there = cells.find((cell) => cell.column === column)
    const next = cells.find((cell) => cell.column > column)
    const at = there?.start ?? next?.start ?? behindCells(cells, old.length)
    inside += raw.slice(done, at)
    const cell = there ? raw.slice(there.start, there.end) : ''
    inside += editCell(cell, { row, column, ...change.cells.get(column) }, look)
    done = there?.end ?? at
  }
  const wraps = cells.some(
    ({ column }) => !change.cells.has(column) && context.styles.wraps(look.styleAt(column)),
  )
  const tag = withHeight(withSpans(old, change.cells), change.at_least, wraps)
  if (!old.endsWith('/>')) return tag + inside + raw.slice(done)
  return inside === '' ? tag : `${tag.replace(/\s*\/>$/, '>')}${inside}</${look.prefix}row>`
}

function behindCells(cells: readonly CellPlace[], start: number): number {
  return cells.at(-1)?.end ?? start
}

interface RowLook extends RowContext {
  prefix: string
  styleAt(column: number): number
}

function rowLook(tag: string, cells: readonly CellPlace[], raw: string, context: RowContext): RowLook {
  const own = attributeOf(tag, 'customFormat') === '1' ? attributeOf(tag, 's') : undefined
  return {
    ...context,
    prefix: prefixOf(tag),
    styleAt(column) {
      const cell = cells.find((one) => one.column === column)
      if (!cell) return own === undefined ? context.columnStyle(column) : Number(own)
      return Number(attributeOf(tagOf(raw.slice(cell.start, cell.end)), 's') ?? 0)
    },
  }
}

/** `raw` is empty for a cell that is not there yet. */
function editCell(raw: string, edit: CellEdit, look: RowLook): string {
  const { row, column, value } = edit
  const present = look.styleAt(column)
  const style = newStyle(present, edit.style, look)
  if (value === undefined && raw !== '') {
    const tag = tagOf(raw)
    return style === present ? raw : withAttribute(tag, 's', style) + raw.slice(tag.length)
  }
  if (childrenOf(raw).some(({ name }) => name === 'f')) throw formulaInTheWay(row, column)
  const isDate = value !== undefined && value !== null && 'date' in value
  const s = isDate ? look.styles.derive(style, { is_date: true }) : style
  const { type, inside } = cellContent(value ?? null, look.prefix, look.uses_1904)
  const look_of = s === 0 ? '' : ` s="${s}"`
  const kind = type ? ` t="${type}"` : ''
  const tag = `${look.prefix}c r="${addressOf(row, column)}"${look_of}${kind}`
  return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${look.prefix}c>`
}

function newStyle(present: number, edit: StyleEdit | undefined, look: RowLook): number {
  const like = edit?.like_column === undefined ? present : look.styleAt(edit.like_column)
  const plain = look.clears_marks || edit?.like_column !== undefined ? look.styles.unmarked(like) : like
  return look.styles.derive(plain, {
    ...(edit?.mark ? { fill: edit.mark } : {}),
    ...(edit?.is_note ? { is_note: true } : {}),
  })
}

/** `spans` only helps programs to read faster, but what it says has to be true. */
function withSpans(tag: string, cells: ReadonlyMap<number, unknown>): string {
  const match = /^(\d+):(\d+)$/.exec(attributeOf(tag, 'spans') ?? '')
  if (!match || cells.size === 0) return tag
  const columns = [...cells.keys(), Number(match[1]), Number(match[2])]
  return withAttribute(tag, 'spans', `${Math.min(...columns)}:${Math.max(...columns)}`)
}

/**
 * A row without a height of its own is as high as its highest cell, which is known only when no other cell is wrapped;
 * else the program that opens it has to fit it.
 */
function withHeight(tag: string, at_least: number, wraps: boolean): string {
  const present = Number(attributeOf(tag, 'ht') ?? (wraps ? Number.POSITIVE_INFINITY : 0))
  return at_least > present ? withAttribute(tag, 'ht', at_least) : tag
}

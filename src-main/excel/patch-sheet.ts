import { addressOf, parseRange } from './cell-address.ts'
import { Columns } from './patch-columns.ts'
import type { CellEdit, SheetEdits } from './patch-edits.ts'
import { attributeOf, prefixFor, tagOf, withAttribute } from './patch-element.ts'
import { prefixIn, reopened } from './patch-package.ts'
import type { Piece } from './patch-pieces.ts'
import { editRow, type RowChange, type RowContext } from './patch-row.ts'
import type { StyleBook } from './patch-styles.ts'

/** Sections that may follow a <legacyDrawing>. */
const behindLegacyDrawing = new Set([
  ...['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'AlternateContent'],
  ...['webPublishItems', 'tableParts', 'extLst'],
])
/** Sections that come before the cells. */
const beforeCells = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'AlternateContent',
])

const relationshipSpaces = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
] as const

export interface SheetContext {
  styles: StyleBook
  uses_1904: boolean
  is_strict: boolean
  /** The relationship of a new drawing for comments. */
  drawing_id: string | undefined
}

/** Edits the part of one sheet on its way through: cells, columns, heights and the link to its comments. */
export class SheetEditor {
  private readonly edits: SheetEdits
  private readonly context: SheetContext
  private readonly rows: Map<number, RowChange & { cells: Map<number, CellEdit> }>
  private readonly waiting: number[]
  private readonly marked: RegExp | undefined
  private readonly columns = new Columns()
  private prefix = ''
  private relationships: string | undefined
  private row = 0
  private has_columns: boolean
  private has_cells = false
  private has_drawing: boolean

  constructor(edits: SheetEdits, context: SheetContext) {
    this.edits = edits
    this.context = context
    this.rows = changesByRow(edits)
    this.waiting = [...this.rows.keys()].sort((one, other) => one - other)
    this.has_columns = (edits.columns ?? []).length === 0
    this.has_drawing = context.drawing_id === undefined
    const marked = context.styles.marked_styles
    if (edits.clears_marks && marked.length > 0) {
      this.marked = new RegExp(`\\ss\\s*=\\s*["'](?:${marked.join('|')})["']`)
    }
  }

  edit(piece: Piece): string {
    const { kind, name, section, raw } = piece
    if (kind === 'root') return this.root(piece)
    if (kind === 'root_end') return this.missing(name) + raw
    if (kind === 'section') return this.missing(name) + this.section(piece)
    if (kind === 'item' && section === 'sheetData' && name === 'row') return this.oneRow(raw)
    if (section === 'cols' && kind === 'item') {
      this.columns.note(raw)
      return this.edits.columns ? '' : raw
    }
    if (kind !== 'section_end') return raw
    if (name === 'cols' && this.edits.columns)
      return this.columns.edited(this.edits.columns, this.prefix) + raw
    return name === 'sheetData' ? this.rowsBefore(Number.POSITIVE_INFINITY) + raw : raw
  }

  private root({ name, raw, is_empty }: Piece): string {
    this.prefix = prefixIn(raw, name)
    this.relationships = prefixFor(raw, /\/officeDocument(\/2006)?\/relationships$/)
    return is_empty ? reopened(raw, this.missing(''), this.prefix + name) : raw
  }

  /** What the sheet does not have and has to stand before this section. */
  private missing(name: string): string {
    let text = ''
    if (!beforeCells.has(name) && !this.has_columns) text += this.newColumns()
    if (!beforeCells.has(name) && name !== 'sheetData' && !this.has_cells) text += this.newCells()
    const isBehind = behindLegacyDrawing.has(name) || name === 'worksheet' || name === ''
    if (!this.has_drawing && this.has_cells && isBehind) text += this.newDrawing()
    return text
  }

  private newDrawing(): string {
    this.has_drawing = true
    const prefix = this.relationships ?? 'r:'
    const space = this.relationships ? '' : ` xmlns:r="${relationshipSpaces[this.context.is_strict ? 1 : 0]}"`
    return `<${this.prefix}legacyDrawing${space} ${prefix}id="${this.context.drawing_id}"/>`
  }

  private section({ name, raw, is_empty }: Piece): string {
    if (name === 'dimension') return this.dimension(raw)
    if (name === 'cols') {
      this.has_columns = true
      if (!is_empty || !this.edits.columns) return raw
      return reopened(raw, this.columns.edited(this.edits.columns, this.prefix), `${this.prefix}cols`)
    }
    // It names a drawing that is not there.
    if (name === 'legacyDrawing' && !this.has_drawing) return this.newDrawing()
    if (name !== 'sheetData') return raw
    this.has_cells = true
    const rows = is_empty ? this.rowsBefore(Number.POSITIVE_INFINITY) : ''
    return rows === '' ? raw : reopened(raw, rows, `${this.prefix}sheetData`)
  }

  private newColumns(): string {
    this.has_columns = true
    const columns = this.columns.edited(this.edits.columns ?? [], this.prefix)
    return `<${this.prefix}cols>${columns}</${this.prefix}cols>`
  }

  private newCells(): string {
    this.has_cells = true
    const rows = this.rowsBefore(Number.POSITIVE_INFINITY)
    return rows === '' ? '' : `<${this.prefix}sheetData>${rows}</${this.prefix}sheetData>`
  }

  private oneRow(raw: string): string {
    const row = Number(attributeOf(tagOf(raw), 'r') ?? this.row + 1)
    const before = this.rowsBefore(row)
    this.row = row
    const change = this.rows.get(row)
    const clears = this.marked?.test(raw) === true
    if (change) this.waiting.shift()
    if (!change && !clears) return before + raw
    return before + editRow(raw, row, change ?? { cells: new Map(), at_least: 0 }, this.rowContext(clears))
  }

  /** The new rows that belong above this one. */
  private rowsBefore(row: number): string {
    let text = ''
    for (let next = this.waiting[0]; next !== undefined && next < row; next = this.waiting[0]) {
      this.waiting.shift()
      const change = this.rows.get(next)
      if (change && change.cells.size > 0) {
        text += editRow(`<${this.prefix}row r="${next}"/>`, next, change, this.rowContext(false))
      }
    }
    return text
  }

  private rowContext(clears_marks: boolean): RowContext {
    const { styles, uses_1904 } = this.context
    return { styles, uses_1904, clears_marks, columnStyle: (column) => this.columns.style(column) }
  }

  private dimension(tag: string): string {
    const old = parseRange(attributeOf(tag, 'ref') ?? '')
    const cells = this.edits.cells ?? []
    if (!old || cells.length === 0) return tag
    let { first_row, first_column, last_row, last_column } = old
    for (const { row, column } of cells) {
      first_row = Math.min(first_row, row)
      last_row = Math.max(last_row, row)
      first_column = Math.min(first_column, column)
      last_column = Math.max(last_column, column)
    }
    const first = addressOf(first_row, first_column)
    const last = addressOf(last_row, last_column)
    const ref = first === last ? first : `${first}:${last}`
    return withAttribute(tag, 'ref', ref)
  }
}

function changesByRow(edits: SheetEdits): Map<number, RowChange & { cells: Map<number, CellEdit> }> {
  const rows = new Map<number, RowChange & { cells: Map<number, CellEdit> }>()
  const rowOf = (row: number) => {
    const there = rows.get(row) ?? { cells: new Map<number, CellEdit>(), at_least: 0 }
    rows.set(row, there)
    return there
  }
  for (const cell of edits.cells ?? []) rowOf(cell.row).cells.set(cell.column, cell)
  for (const { row, at_least } of edits.rows ?? []) rowOf(row).at_least = at_least
  return rows
}

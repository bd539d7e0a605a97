import {
  type FormArea,
  type FormCell,
  type FormColumn,
  type FormLook,
  type FormRow,
  type FormSheet,
  picture_columns,
  picture_rows,
} from '../../src-shared/form-picture.ts'
import { parseRange } from './cell-address.ts'
import { listsInExtension, type StoredList, storedList } from './form-lists.ts'
import { limits } from './limits.ts'
import { isTrue } from './package-parts.ts'
import { attributeOf, childrenOf, tagOf } from './patch-element.ts'
import type { Piece } from './patch-pieces.ts'
import { cellsOf } from './patch-row.ts'
import type { ReadSheet } from './workbook.ts'

/** Takes what can be seen out of the pieces of one sheet. */
export class FormPainter {
  readonly lists: StoredList[] = []
  private readonly read: ReadSheet
  private readonly looks: readonly FormLook[]
  private readonly texts: ReadonlyMap<number, ReadonlyMap<number, string>>
  private readonly columns: FormColumn[] = []
  private readonly rows = new Map<number, FormRow>()
  private readonly merges: FormArea[] = []
  private default_width = 8.43
  private default_height = 15
  private row = 0
  private is_protected = false
  private may_insert_rows = true
  private is_cut = false

  constructor(read: ReadSheet, looks: readonly FormLook[]) {
    this.read = read
    this.looks = looks
    this.texts = new Map(
      read.rows.map(({ number, cells }) => [
        number,
        new Map(cells.map(({ column, text }) => [column, text])),
      ]),
    )
  }

  see({ kind, name, section, raw }: Piece): void {
    if (kind === 'section' && name === 'sheetFormatPr') this.noteDefaults(raw)
    else if (kind === 'section' && name === 'sheetProtection') this.noteProtection(raw)
    else if (kind !== 'item') return
    else if (section === 'cols') this.noteColumns(raw)
    else if (section === 'sheetData' && name === 'row') this.noteRow(raw)
    else if (section === 'mergeCells') this.noteMerge(parseRange(attributeOf(raw, 'ref') ?? ''))
    else if (section === 'dataValidations') this.lists.push(...storedList(raw))
    else if (section === 'extLst') this.lists.push(...listsInExtension(raw))
  }

  finish(): FormSheet {
    const last_row = Math.min(picture_rows, Math.max(1, ...this.shownRows()))
    const merges = this.merges.filter(
      (merge) => merge.first_row <= last_row && merge.first_column <= picture_columns,
    )
    const last_column = Math.max(1, this.lastShownColumn(), ...merges.map(({ last_column }) => last_column))
    const columns = Math.min(picture_columns, last_column)
    return {
      name: this.read.name,
      is_hidden: this.read.is_hidden,
      is_protected: this.is_protected,
      may_insert_rows: this.may_insert_rows,
      columns: Array.from({ length: columns }, (_, at) => this.columns[at + 1] ?? this.plainColumn()),
      rows: Array.from({ length: last_row }, (_, at) => this.rows.get(at + 1) ?? this.plainRow()),
      merges: merges.map((merge) => ({
        ...merge,
        last_row: Math.min(merge.last_row, last_row),
        last_column: Math.min(merge.last_column, columns),
      })),
      lists: [],
      is_cut: this.is_cut || last_column > picture_columns,
    }
  }

  private noteMerge(merge: FormArea | undefined): void {
    if (merge && this.merges.length < limits.merges) this.merges.push(merge)
  }

  private noteDefaults(tag: string): void {
    this.default_width = Number(attributeOf(tag, 'defaultColWidth') ?? 8.43) || 8.43
    this.default_height = Number(attributeOf(tag, 'defaultRowHeight') ?? 15) || 15
  }

  private noteProtection(tag: string): void {
    this.is_protected = isTrue(attributeOf(tag, 'sheet'))
    this.may_insert_rows = !this.is_protected || ['0', 'false'].includes(attributeOf(tag, 'insertRows') ?? '')
  }

  private noteColumns(tag: string): void {
    const first = Number(attributeOf(tag, 'min') ?? 1)
    const last = Math.min(Number(attributeOf(tag, 'max') ?? first), picture_columns)
    for (let column = first; column <= last; column += 1) {
      this.columns[column] = {
        width: Number(attributeOf(tag, 'width') ?? this.default_width),
        is_hidden: isTrue(attributeOf(tag, 'hidden')),
        look: Number(attributeOf(tag, 'style') ?? 0),
      }
    }
  }

  private noteRow(raw: string): void {
    const tag = tagOf(raw)
    this.row = Number(attributeOf(tag, 'r') ?? this.row + 1)
    if (this.row > picture_rows) {
      this.is_cut ||= this.texts.has(this.row)
      return
    }
    const height = attributeOf(tag, 'ht')
    const own = isTrue(attributeOf(tag, 'customFormat')) ? attributeOf(tag, 's') : undefined
    const texts = this.texts.get(this.row)
    this.rows.set(this.row, {
      height: Number(height ?? this.default_height),
      is_hidden: isTrue(attributeOf(tag, 'hidden')),
      look: own === undefined ? null : Number(own),
      cells: cellsOf(raw).flatMap(({ column, start, end }): FormCell[] => {
        if (column > picture_columns) return []
        const cell = raw.slice(start, end)
        const has_formula = childrenOf(cell).some(({ name }) => name === 'f')
        const look = Number(attributeOf(tagOf(cell), 's') ?? 0)
        return [{ column, text: texts?.get(column) ?? '', look, has_formula }]
      }),
    })
  }

  private *shownRows(): Generator<number> {
    for (const [number, { cells }] of this.rows) {
      if (cells.some((cell) => this.isShown(cell))) yield number
    }
  }

  private lastShownColumn(): number {
    let last = 1
    for (const { cells } of this.rows.values()) {
      for (const cell of cells) if (this.isShown(cell)) last = Math.max(last, cell.column)
    }
    return last
  }

  private isShown({ text, look, has_formula }: FormCell): boolean {
    const { border = 0, fill = '' } = this.looks[look] ?? {}
    return text !== '' || has_formula || border !== 0 || (fill !== '' && !/^#ffffff$/i.test(fill))
  }

  private plainColumn(): FormColumn {
    return { width: this.default_width, is_hidden: false, look: 0 }
  }

  private plainRow(): FormRow {
    return { height: this.default_height, is_hidden: false, look: null, cells: [] }
  }
}

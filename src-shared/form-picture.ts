// What a superior's blank form looks like: enough to point at its cells, and to know what may go where.

export interface FormPicture {
  sheets: FormSheet[]
  /** Cells name theirs by its place in this list. */
  looks: FormLook[]
}

export interface FormSheet {
  name: string
  is_hidden: boolean
  /** Locked cells are closed: nobody can fill them by hand either. */
  is_protected: boolean
  may_insert_rows: boolean
  /** From column A to the last that shows something. */
  columns: FormColumn[]
  /** From row 1 to the last that shows something. */
  rows: FormRow[]
  merges: FormArea[]
  lists: FormList[]
  /** There is more below or to the right than is shown here. */
  is_cut: boolean
}

/** Both ends are inside. */
export interface FormArea {
  first_row: number
  first_column: number
  last_row: number
  last_column: number
}

export interface FormColumn {
  /** In half-width characters. */
  width: number
  is_hidden: boolean
  look: number
}

export interface FormRow {
  /** In points. */
  height: number
  is_hidden: boolean
  look: number | null
  /** Cells with a text, a formula or a look of their own, by column. */
  cells: FormCell[]
}

export interface FormCell {
  /** 1-based */
  column: number
  text: string
  look: number
  has_formula: boolean
}

export interface FormLook {
  is_bold: boolean
  /** In points. */
  size: number
  align: '' | 'left' | 'center' | 'right'
  wraps: boolean
  /** `#RRGGBB`; empty for none. */
  fill: string
  color: string
  /** Edges with a line: top 1, right 2, bottom 4, left 8. */
  border: number
  kind: 'number' | 'percent' | 'date' | 'time' | 'elapsed' | 'text'
  is_locked: boolean
}

/** Cells with a drop-down list, and what may be chosen there. */
export interface FormList {
  areas: FormArea[]
  options: string[]
}

/** How much of a sheet is shown. */
export const picture_rows = 400
export const picture_columns = 60

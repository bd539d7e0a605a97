import type { ReactNode } from 'react'

// What a grid is made of: columns, each with a kind of cell. A grid knows no subject; every cell is a piece of text.

/** Text by field; a field that is missing is empty. */
export type Cells = Readonly<Record<string, string>>

/** A line of a cell's drop-down list. */
export interface CellOption {
  label: string
  /** Shown quietly behind the label: a person's group. */
  detail?: string
}

/** How text is put into a cell. Kinds are values: `text_cell`, `choiceCell(options)`, `dateCell(near)` … */
export interface CellKind {
  /** What the typed text becomes. Text that is not understood stays as it was typed: whoever saves says what is wrong. */
  read(text: string): string
  /** Offered in a list while one types, found by text, pinyin or initials. */
  options?: readonly CellOption[]
  /** Several of the options, parted by 、. */
  has_several?: true
  /** Other text than the options is welcome: Enter takes a line of the list only when it was gone to. */
  is_free?: true
  /** Shown, never typed into. */
  is_fixed?: true
  is_number?: true
  /** The cell's text leads there. */
  hrefOf?(row: { id: number | null }): string | null
  /** How the text is shown where it is more than text, such as a light with its word. */
  draw?(text: string, saved: Cells): ReactNode
}

export interface GridColumn {
  field: string
  title: string
  /** In pixels; the clerk may change it. */
  width: number
  kind: CellKind
  /** Stands still at the left while the others scroll. */
  is_pinned?: true
  /** A mark in the head says that a row is not complete without it. */
  is_required?: true
  /** One line, cut off where it does not fit: a long text in it makes no row higher. */
  is_cut?: true
  /** Not shown until the clerk wants it. */
  is_hidden?: true
}

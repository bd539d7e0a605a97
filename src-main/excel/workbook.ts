// The values that cross the border of the Excel process: what was read from a workbook, what a new one shall hold.

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error'

export interface ReadCell {
  /** `C12` */
  address: string
  /** 1-based */
  column: number
  kind: CellKind
  /**
   * What the clerk sees, normalised only by decoding: `2026-11-16` for a date (`2026-11-16 08:30` with a time), `08:30`
   * for a time of day, `12.5` (all digits that Excel would show, whatever the decimals of the format), `80%` under a
   * percent format, rich text joined, line breaks as `\n`. A whole number keeps its digits as the file has them, so an
   * 18-digit number that somebody typed as a number is not rounded here.
   */
  text: string
  /** For number and date cells; for a date the serial number of the book's own date system. */
  number?: number
  /** `YYYY-MM-DD`, for date cells. */
  date?: string
  /** The value is the result that was last saved with a formula; nothing is ever calculated. */
  has_formula?: boolean
}

export interface ReadRow {
  /** 1-based */
  number: number
  is_hidden: boolean
  /** Only cells with a value (blanks alone are none), in column order. */
  cells: ReadCell[]
}

/** Both ends are inside. Only the first cell of a merge is seen on the sheet; what others store is reported as it is. */
export interface Merge {
  first_row: number
  first_column: number
  last_row: number
  last_column: number
}

export interface ReadSheet {
  name: string
  is_hidden: boolean
  hidden_columns: number[]
  /** Only rows with a value. */
  rows: ReadRow[]
  /** Cut to the part of the sheet that is used; in the order of the file. */
  merges: Merge[]
}

/** What was read, whatever the file's name: `xls` is BIFF as Excel 5 to 2003 and WPS (.et) write it. */
export type WorkbookFormat = 'xlsx' | 'xls' | 'csv'

export interface ReadWorkbook {
  format: WorkbookFormat
  sheets: ReadSheet[]
  /** Chinese sentences about what was left out. */
  warnings: string[]
}

export type TableValue = string | number | null

export interface TableColumn {
  header: string
  /** Grid columns taken; 1 if left out. */
  span?: number
  /** Without it: numbers right, dates centred, text left. */
  align?: 'left' | 'center' | 'right'
  kind?: 'text' | 'number' | 'date'
  /** Equal neighbours downwards become one centred cell, within equal values of the merged columns before it. */
  merge_equal?: boolean
  /** What is typed into its cells, in a form to be filled in. */
  takes?: CellRule
  /** Its cells are there and not seen. */
  is_hidden?: boolean
}

/** `list` names one of the workbook's lists; anything else is refused when the list is strict, and asked about when not. */
export type CellRule = { kind: 'list'; list: string; is_strict: boolean } | { kind: 'date'; hint: string }

export interface SheetTable {
  caption?: string
  columns: TableColumn[]
  /** A `YYYY-MM-DD` text in a column of kind `date` becomes a real date; any other text there stays text. */
  rows: TableValue[][]
  /** One row across the table when there are no rows: 本周无事项. */
  empty_text?: string
  /** Empty rows below the others, to be filled in. */
  blank_rows?: number
  /** Arrows in the heads: rows are sorted without the title above them. */
  has_filter?: boolean
}

export type PaperSize = 'A4' | 'A3'

export interface FontFace {
  /** As Chinese Excel and WPS list it: 方正小标宋简体. */
  name: string
  is_bold: boolean
}

/** The title; column heads, captions and the 附件 line; all else. */
export interface SheetFonts {
  title: FontFace
  heading: FontFace
  body: FontFace
}

export interface SheetToWrite {
  name: string
  /** 附件1, above the title at the left edge. */
  attachment?: string
  title: string
  head: { left: string; middle?: string; right?: string }
  /** Grid column widths in half-width characters of body text. */
  widths: number[]
  tables: SheetTable[]
  /** `填报人：　　审核人：…`; two blanks or more part one signature from the next. */
  foot: string
  notes?: string[]
  orientation: 'landscape' | 'portrait'
  /** A4 if left out. */
  paper?: PaperSize
  /** The official ones if left out. */
  fonts?: SheetFonts
}

export interface WorkbookToWrite {
  sheets: SheetToWrite[]
  /** What drop-downs offer; each is a column of a hidden sheet, below its name. */
  lists?: WorkbookList[]
}

export interface WorkbookList {
  name: string
  values: string[]
}

/**
 * From this many rows on a workbook is written without ExcelJS, which needs 18 KB of memory and several times the work for
 * each of them; below it, ExcelJS takes less than a second.
 */
export const bulk_rows = 5000

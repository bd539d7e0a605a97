// A report as it will be printed: what the page draws of it, and what the clerk chooses about its paper.
import { z } from 'zod'
import { text } from './fields.ts'

export const PaperLayout = z.object({
  paper: z.enum(['A4', 'A3']),
  orientation: z.enum(['landscape', 'portrait']),
  /** 附件1, above the title; empty for none. */
  attachment: text(20),
  /** Columns that are left out, by their names in `PaperView.columns`. */
  hidden_columns: z.array(z.string().max(100)).max(100),
})
export type PaperLayout = z.infer<typeof PaperLayout>

export const paper_words: Record<PaperLayout['paper'], string> = { A4: 'A4', A3: 'A3' }
export const orientation_words: Record<PaperLayout['orientation'], string> = {
  landscape: '横向',
  portrait: '竖向',
}

/** A cell or merged area; rows and columns of the sheet count from 0. */
export interface PaperCell {
  row: number
  column: number
  rows: number
  columns: number
  text: string
  /** How it looks: which font, how large, where it stands. */
  style: string
}

export interface PaperFont {
  name: string
  is_bold: boolean
}

export interface PaperStyle {
  font: PaperFont
  /** In points. */
  size: number
  align: 'left' | 'center' | 'right'
  /** Thin black lines around it, as all cells of a table have them. */
  has_lines: boolean
  is_grey: boolean
}

export interface PaperView {
  title: string
  file_name: string
  sheet_name: string
  layout: PaperLayout
  /** The sheet is shrunk to the width of its paper; 1 for not at all. */
  scale: number
  /** In points, as the paper lies. */
  across: number
  down: number
  margins: { left: number; top: number }
  /** In points before shrinking. */
  widths: number[]
  heights: number[]
  cells: PaperCell[]
  styles: Record<string, PaperStyle>
  /** The row that begins each page; the first is 0. */
  pages: number[]
  /** First and last row printed again on every page after the first. */
  repeated: [number, number]
  /** All columns, also those left out; none where they cannot be chosen, as with several tables on one grid. */
  columns: string[]
  /** Rows of the report, and how many of them are drawn here. */
  rows: number
  shown_rows: number
  /** 本机没有 方正小标宋简体，打印时将用 宋体 加粗代替。 */
  font_notes: string[]
}

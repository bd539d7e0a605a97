// Rows that were typed into a grid or pasted: text by field, read and checked as the rows of an import are.
import { z } from 'zod'
import { Id } from './fields.ts'

const Field = z.string().min(1).max(40)

export const TypedRow = z.object({
  /** The page's own name for the row, by which the answer tells it. */
  key: z.string().min(1).max(60),
  /** Null for a row that the book does not have yet. */
  id: Id.nullable(),
  /** What was typed. Of a row that is in the book, a field that is not named stays as it is. */
  cells: z.record(Field, z.string().max(10_000, '一格里最多写 10000 个字。')),
})
export type TypedRow = z.infer<typeof TypedRow>

export const TypedRows = z.object({
  rows: z.array(TypedRow).min(1).max(5000, '一次最多保存 5000 行，请分几次粘贴。'),
})

/** What is to be said of one cell: what was found, why it is wrong or doubtful, and what may be meant. */
export const CellIssue = z.object({
  field: Field,
  /** `wrong` keeps the row out of the book; `warning` lets it in and is shown. */
  severity: z.enum(['wrong', 'warning']),
  found: z.string().max(10_000),
  why: z.string().max(2000),
  suggestion: z.string().max(4000).optional(),
})
export type CellIssue = z.infer<typeof CellIssue>

export interface TypedRowAnswer {
  key: string
  state: 'saved' | 'wrong'
  /** The row's id in the book; null for a new row that is wrong. */
  id: number | null
  issues: CellIssue[]
}

export interface TypedRowsAnswer {
  /** One for each row that was sent, in the same order. */
  rows: TypedRowAnswer[]
  /** The change that saved them, which undoing takes back; null when nothing in the book changed. */
  change_id: number | null
}

/** Rows of a grid that are not in the book yet: kept word for word until they are, or until they are deleted. */
export const RowDraft = TypedRow.extend({ issues: z.array(CellIssue).max(100) })
export type RowDraft = z.infer<typeof RowDraft>

/** The grid that drafts belong to, such as `duties` or `week-2026-11-16`. */
export const GridName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

export const RowDrafts = z.object({ grid: GridName, rows: z.array(RowDraft).max(5000) })

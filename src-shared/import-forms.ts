import { z } from 'zod'
import type { ImportKind } from './imports.ts'

/** How the columns of a sheet are to be understood, as the clerk has said it. */
export const Mapping = z.object({
  /** The last row of the header; 0 when there is none. */
  header_row: z.int().nonnegative().max(1_048_576),
  first_row: z.int().positive().max(1_048_576),
  /** Every column of the table; null where nothing is read from it. */
  columns: z
    .array(z.object({ column: z.int().positive().max(16_384), field: z.string().max(40).nullable() }))
    .max(500),
})
export type Mapping = z.infer<typeof Mapping>

/** Why a column is taken for a field. */
export const guess_words = { header: '按表头', content: '按内容', memory: '上次这样对应', none: '' } as const
export type Guess = keyof typeof guess_words

export interface MappingColumn {
  column: number
  /** `C` */
  letter: string
  /** Empty where the header says nothing. */
  header: string
  field: string | null
  guess: Guess
}

/** 对应关系: the head of a sheet as it is, the best guess, and what there is to choose from. */
export interface MappingQuestion {
  import_id: string
  file_name: string
  kind: ImportKind
  sheets: string[]
  sheet: string
  rows: { row: number; cells: { column: number; text: string }[] }[]
  header_row: number
  first_row: number
  columns: MappingColumn[]
  fields: { field: string; label: string; is_anchor: boolean }[]
  /** Why it is asked, as Chinese sentences; none when the clerk has come by herself. */
  doubts: string[]
}

/** A form whose columns the clerk has explained once. */
export interface RememberedForm {
  id: number
  kind: ImportKind
  /** The file in which it was explained. */
  name: string
  /** `B 工作事项 → 职责内容` */
  columns: { letter: string; header: string; label: string }[]
  remembered_on: string
  /** When a file of this shape was last saved. */
  last_used_at: string | null
}

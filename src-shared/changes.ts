import { z } from 'zod'
import { Id } from './fields.ts'

export const ChangePage = z.object({ before_id: Id.nullable().default(null) })

/** One line of the audit trail (操作记录). */
export interface ChangeLine {
  id: number
  made_at: string
  who: string
  title: string
  /** Rows touched. */
  row_count: number
  /** The change that took it back, if one did and was not itself taken back. */
  undone_by: number | null
  undoes_change_id: number | null
  /** False for what is taken back already, and for what a book begins with. */
  can_undo: boolean
}

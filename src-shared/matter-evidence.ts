// 佐证材料 of a matter: its files, and where what is on paper lies; and what else is only written down of a matter.
import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { FileToken, most_files } from './files.ts'
import { at_once } from './weekly.ts'

export interface MatterFile {
  id: number
  file_id: number
  digest: string
  name: string
  size: number
  /** What it is by its content; see `Media`. */
  media: string
  added_on: string
}

export interface MatterEvidence {
  /** In the order they were added. */
  files: MatterFile[]
  paper: string
}

export const NewMatterFiles = z.object({
  matter_id: Id,
  tokens: z.array(FileToken).min(1, '请选择文件。').max(most_files),
})
export type NewMatterFiles = z.infer<typeof NewMatterFiles>

export const MatterPaper = z.object({ matter_id: Id, place: text(100) })
export type MatterPaper = z.infer<typeof MatterPaper>

/** 催办 or 签收: who, when, and how or what was said. */
export const MatterNote = z.object({
  matter_ids: z.array(Id).min(1, '请先选中事项。').max(500, at_once),
  kind: z.enum(['reminded', 'acknowledged']),
  happened_on: CalendarDate,
  by_name: required('姓名', 40),
  note: text(300),
})
export type MatterNote = z.infer<typeof MatterNote>

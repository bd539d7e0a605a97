// What a pasted notice or a sheet says of holidays, before it is written into the table.
import { z } from 'zod'
import { HolidayDay, HolidayYear } from './settings.ts'

export const HolidayNotice = z.object({
  text: z.string().trim().min(1, '请先粘贴通知的正文。').max(20_000, '通知太长，请只粘贴放假安排的部分。'),
  /** Counts where the text names no year. */
  year: HolidayYear,
})

export const HolidayFile = z.object({ file: z.string().min(1), year: HolidayYear })

export const HolidayImport = z.object({
  year: HolidayYear,
  days: z.array(HolidayDay).min(1, '没有要登记的日期。').max(366),
})

/** One day, as the table has it and as it would be; null where there is none. */
export interface HolidayChange {
  day: string
  before: HolidayDay | null
  after: HolidayDay | null
}

export interface HolidayPreview {
  year: number
  days: HolidayDay[]
  /** What the clerk should look at first, in sentences. */
  doubts: string[]
  /** Every day that is told or would go, in the order of the calendar. */
  changes: HolidayChange[]
}

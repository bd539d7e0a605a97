// The rows of a week as they are typed into its grid, and what saving them answers.
import { z } from 'zod'
import { TypedRows, type TypedRowsAnswer } from './typed-rows.ts'
import { Monday } from './week.ts'
import { DueChange } from './weekly.ts'

export const TypedWeek = TypedRows.extend({
  /** The week whose rows they are; the id of a row is its matter's. */
  week_monday: Monday,
  /** True for 下周工作打算: rows of a plan say nothing of progress. */
  is_plan: z.boolean(),
  /** Why due dates were moved, for all rows that move one; asked for when a row does and none is given. */
  due_change: DueChange.nullable(),
})
export type TypedWeek = z.infer<typeof TypedWeek>

/** A row that was not saved yet: its due date was typed over, and why has to be recorded with it. */
export interface MovedDue {
  key: string
  number: string
  title: string
  due_on: string
  /** Null when the date was taken away. */
  new_due_on: string | null
}

export interface TypedWeekAnswer extends TypedRowsAnswer {
  moved: MovedDue[]
}

// The bad news of the app: a Problem the clerk can mend, a RowIssue in a sheet, or a bug; there is no fourth.
import { z } from 'zod'

export const Problem = z.object({
  /** Stable word for the screen's own decisions; never shown. `bug` means that nothing was saved. */
  code: z.string(),
  /** What happened, in plain Chinese. */
  message: z.string(),
  /** Where: the file, sheet and cell, or the field. */
  where: z.string().optional(),
  /** What to do next. */
  next: z.string().optional(),
  /** The field of the form each message belongs to. */
  fields: z.record(z.string(), z.string()).optional(),
  /** Lines that spell the message out, such as the later changes that stand in the way of an undo. */
  details: z.array(z.string()).optional(),
})
export type Problem = z.infer<typeof Problem>

/** Something the clerk can mend. Thrown anywhere in the main process, answered at the door as a `Problem`. */
export class UserProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options)
    this.name = 'UserProblem'
    this.problem = problem
  }
}

export const RowIssue = z.object({
  /** `wrong` keeps the row out; `warning` lets it in and is shown. */
  severity: z.enum(['wrong', 'warning']),
  file: z.string(),
  sheet: z.string(),
  /** `C12`; for an issue of the whole row the first cell of the row, for a missing column the header cell. */
  address: z.string(),
  found: z.string(),
  /** Why it is wrong, as a Chinese sentence. */
  why: z.string(),
  suggestion: z.string().optional(),
  /** What the cell could be read as instead, by one click; issues of one `kind` are taken together. */
  offer: z.object({ kind: z.string(), found: z.string(), instead: z.string() }).optional(),
})
export type RowIssue = z.infer<typeof RowIssue>

/** What crosses the bridge instead of an exception: Electron keeps nothing of a thrown error but its message. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem }

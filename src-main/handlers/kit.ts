// What every handler works with: the open book, the day, and the one way to change something.
import type { Method } from '../../src-shared/contract.ts'
import { halfOf } from '../../src-shared/half-days.ts'
import { type Change, makeChange } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import type { Desk } from '../desk.ts'
import { createReports, type Reports } from '../reports/save-report.ts'
import { preflightPaper } from '../submissions/run-preflight.ts'

export interface Kit {
  desk: Desk
  db(): Db
  today(): string
  now(): { day: string; half: ReturnType<typeof halfOf> }
  /** One transaction with its trail. */
  change<T>(method: Method, work: (change: Change) => Promise<T>): Promise<T>
  /** For changes that answer only that they were made. */
  done(work: Promise<unknown>): Promise<{ done: true }>
  reports: Reports
}

export function createKit(desk: Desk): Kit {
  const today = () => desk.clock.today()
  return {
    desk,
    db: () => desk.books.current().db,
    today,
    now: () => ({ day: today(), half: halfOf(desk.clock.now()) }),
    change: (method, work) => makeChange(desk.books.current(), desk.clock, { method }, work),
    async done(work) {
      await work
      return { done: true }
    },
    reports: createReports(desk, (paper) => preflightPaper(desk, paper)),
  }
}

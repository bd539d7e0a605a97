import { migrations } from '../../migrations/index.ts'
import { type Clock, clockOf } from '../../src-main/clock.ts'
import { createBook } from '../../src-main/create-book.ts'
import { type Change, makeChange } from '../../src-main/database/change.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src-main/database/open-database.ts'

export interface TestBook extends OpenDatabase {
  clock: Clock
  /** Moves the injected clock to nine in the morning of that day. */
  setToday(day: string): void
  change<T>(work: (change: Change) => Promise<T>): Promise<T>
}

/** A real book in memory (or at `path`), migrated and with first settings; the clock stands still. */
export async function openTestBook({ today = '2026-11-18', path = ':memory:' } = {}): Promise<TestBook> {
  let now = new Date(`${today}T09:00:00`)
  const clock = clockOf(() => now)
  const book = openDatabase(path)
  migrate(book.sqlite, migrations)
  await createBook(book, clock)
  return {
    ...book,
    clock,
    setToday: (day) => (now = new Date(`${day}T09:00:00`)),
    change: (work) => makeChange(book, clock, { method: 'test' }, work),
  }
}

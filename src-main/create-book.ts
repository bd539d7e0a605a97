import type { Migration } from '../migrations/migration.ts'
import { fillUsualLists } from './archive/usual-lists.ts'
import type { Clock } from './clock.ts'
import { makeChange } from './database/change.ts'
import { removeDatabase, syncFile } from './database/durable-file.ts'
import { migrate } from './database/migrate.ts'
import { type OpenDatabase, openDatabase } from './database/open-database.ts'
import { seedHolidays } from './holidays/seed-holidays.ts'
import { writeFirstSettings } from './settings/first-settings.ts'

/** Gives a freshly migrated database what every book begins with; does nothing to one that has it. */
export async function createBook(book: OpenDatabase, clock: Clock): Promise<void> {
  const begun = await book.db.selectFrom('changes').select('id').limit(1).execute()
  if (begun.length > 0) return
  await makeChange(book, clock, { method: 'book.create' }, async (change) => {
    await writeFirstSettings(change)
    await fillUsualLists(change)
    await seedHolidays(change)
    change.describe('建立台账')
  })
}

export interface NewBook {
  clock: Clock
  steps: readonly Migration[]
  /** What else the new book holds, such as the sample year. */
  fill?: (book: OpenDatabase, clock: Clock) => Promise<void>
}

/** Makes a whole, closed book file at `path`. Nobody looks at it before it is done, so it is forced to disk once. */
export async function createBookFile(path: string, { clock, steps, fill }: NewBook): Promise<void> {
  removeDatabase(path)
  const book = openDatabase(path)
  try {
    book.sqlite.pragma('synchronous = OFF')
    migrate(book.sqlite, steps)
    await createBook(book, clock)
    await fill?.(book, clock)
  } finally {
    await book.close()
  }
  syncFile(path)
}

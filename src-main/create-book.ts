import type { Clock } from './clock.ts'
import { makeChange } from './database/change.ts'
import type { OpenDatabase } from './database/open-database.ts'
import { seedHolidays } from './holidays/seed-holidays.ts'
import { writeFirstSettings } from './settings/first-settings.ts'

/** Gives a freshly migrated database what every book begins with; does nothing to one that has it. */
export async function createBook(book: OpenDatabase, clock: Clock): Promise<void> {
  const begun = await book.db.selectFrom('changes').select('id').limit(1).execute()
  if (begun.length > 0) return
  await makeChange(book, clock, { method: 'book.create' }, async (change) => {
    await writeFirstSettings(change)
    await seedHolidays(change)
    change.describe('建立台账')
  })
}

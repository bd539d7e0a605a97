import chineseDays from 'chinese-days'
import { addDays, weekdayOf } from '../../src-shared/dates.ts'
import type { Change } from '../database/change.ts'

/** First and last year chinese-days has a notice for; for others it silently answers plain Monday to Friday. */
const first_year = 2024
const last_year = 2026

/** Fills the holiday table of a new book with the published notices the program ships with. */
export async function seedHolidays(change: Change): Promise<void> {
  const rows: { day: string; kind: 'off' | 'work'; name: string }[] = []
  for (let day = `${first_year}-01-01`; day <= `${last_year}-12-31`; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day)
    const is_weekday = weekdayOf(day) <= 5
    if (work === is_weekday && !name.includes(',')) continue
    rows.push({ day, kind: work ? 'work' : 'off', name: name.split(',')[1] ?? '' })
  }
  for (let at = 0; at < rows.length; at += 500) {
    await change.db
      .insertInto('holiday_days')
      .values(rows.slice(at, at + 500))
      .execute()
  }
}

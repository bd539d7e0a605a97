import { yearOf } from '../../src-shared/dates.ts'
import type { HolidayChange, HolidayPreview } from '../../src-shared/holidays.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { HolidayDay } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { listHolidays, saveHolidays } from './edit-holidays.ts'
import { type ReadNotice, readNotice } from './read-notice.ts'

/** What a pasted notice would write, old → new; nothing is saved. */
export async function previewNotice(
  db: Db,
  { text, year }: { text: string; year: number },
): Promise<HolidayPreview> {
  return previewHolidays(db, readNotice(text, year), year)
}

export async function previewHolidays(
  db: Db,
  { year: said_year, days, doubts }: ReadNotice,
  usual_year: number,
): Promise<HolidayPreview> {
  if (days.length === 0) throw nothingFound()
  const year = said_year ?? usual_year
  const changes: HolidayChange[] = []
  for (const of of yearsOf(days)) {
    changes.push(...differences(await listHolidays(db, of), days.filter(inYear(of)), of === year))
  }
  return { year, days, doubts, changes: changes.sort((one, other) => (one.day < other.day ? -1 : 1)) }
}

/** Writes the days of a notice. A holiday it speaks of stands as it says; days with other names stay. */
export async function importHolidays(change: Change, { year, days }: { year: number; days: HolidayDay[] }) {
  for (const of of yearsOf(days)) {
    const told = days.filter(inYear(of))
    const before = await listHolidays(change.db, of)
    const gone = new Set(
      differences(before, told, of === year).flatMap((one) => (one.after === null ? one.day : [])),
    )
    const said = new Set(told.map(({ day }) => day))
    const kept = before.filter(({ day }) => !gone.has(day) && !said.has(day))
    await saveHolidays(change, of, [...kept, ...told])
  }
  change.describe(`按放假通知登记 ${year} 年节假日`)
}

function yearsOf(days: readonly HolidayDay[]): number[] {
  return [...new Set(days.map(({ day }) => yearOf(day)))].sort()
}

function inYear(year: number): (day: HolidayDay) => boolean {
  return ({ day }) => yearOf(day) === year
}

/**
 * `is_whole`: the notice is about this very year, so a day that the table has for one of its holidays and the notice has
 * not goes away. Of the year before it names single days only.
 */
function differences(
  before: readonly HolidayDay[],
  told: readonly HolidayDay[],
  is_whole: boolean,
): HolidayChange[] {
  const old = new Map(before.map((day) => [day.day, day]))
  const said = new Set(told.map(({ day }) => day))
  const names = new Set(told.map(({ name }) => name))
  const gone = before.filter(({ day, name }) => is_whole && !said.has(day) && names.has(name))
  return [
    ...told.map((after) => ({ day: after.day, before: old.get(after.day) ?? null, after })),
    ...gone.map((one) => ({ day: one.day, before: one, after: null })),
  ]
}

function nothingFound(): UserProblem {
  return new UserProblem({
    code: 'no_holidays_found',
    message: '没有读到放假或上班的日期。',
    next: '请粘贴通知的正文，例如“元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”',
  })
}

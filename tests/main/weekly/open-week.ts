import { addMatter } from '../../../src-main/weekly/edit-matter.ts'
import { signOffMatters } from '../../../src-main/weekly/sign-off.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import type { WeekRow, WeekSheet } from '../../../src-shared/weekly.ts'
import { fillDepartment, matterOf } from '../../helpers/fill-department.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

export const week_47 = '2026-11-16'
export const week_48 = '2026-11-23'

/** A book with a department, open on Friday of week 47, and the few steps most tests of a week take. */
export async function openWeek({ today = '2026-11-20' } = {}) {
  const book = await openTestBook({ today })
  const department = await fillDepartment(book)
  const add = (parts: Parameters<typeof matterOf>[1] = {}) =>
    book.change((change) => addMatter(change, matterOf(department, parts)))
  const sheet = (week_monday: string, group_id: number | null = null): Promise<WeekSheet> =>
    weekSheet(book.db, book.clock.today(), { week_monday, group_id })
  const rowOf = async (week_monday: string, number: string): Promise<WeekRow> => {
    const row = (await sheet(week_monday)).rows.find((found) => found.number === number)
    if (!row) throw new Error(`${number} does not stand in the week of ${week_monday}`)
    return row
  }
  const signOff = (matter_ids: number[], signed_off_on = book.clock.today()) =>
    book.change((change) =>
      signOffMatters(change, {
        matter_ids,
        finished_on: signed_off_on,
        signed_off_on,
        signed_off_by: '赵处',
      }),
    )
  const titles = async () =>
    (await book.db.selectFrom('changes').select('title').orderBy('id').execute()).map(({ title }) => title)
  return { book, department, add, sheet, rowOf, signOff, titles }
}
export type OpenWeek = Awaited<ReturnType<typeof openWeek>>

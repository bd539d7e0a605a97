import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listHolidays, saveHolidays } from '../../../src-main/holidays/edit-holidays.ts'
import { holidayTable } from '../../../src-main/holidays/holiday-table.ts'
import type { HolidayDay } from '../../../src-shared/settings.ts'
import { isProvisional, isWorkingDay } from '../../../src-shared/working-days.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

const save = (year: number, days: HolidayDay[]) => book.change((change) => saveHolidays(change, year, days))
const off = (day: string, name = ''): HolidayDay => ({ day, kind: 'off', name })
const work = (day: string, name = ''): HolidayDay => ({ day, kind: 'work', name })

describe('the holiday table', () => {
  it('comes with the notice of 2026 and shows one year', async () => {
    const days = await listHolidays(book.db, 2026)
    expect([
      days.slice(0, 4),
      days.filter((day) => day.kind === 'off').length,
      days.filter((day) => day.kind === 'work').map((day) => day.day),
    ]).toEqual([
      [
        off('2026-01-01', '元旦'),
        off('2026-01-02', '元旦'),
        off('2026-01-03', '元旦'),
        work('2026-01-04', '元旦'),
      ],
      33,
      ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ])
  })

  it('has nothing for 2027, which is 暂算 until the notice is entered', async () => {
    const before = await holidayTable(book.db)
    await save(2027, [off('2027-01-01', '元旦'), work('2027-01-02', '元旦')])
    const after = await holidayTable(book.db)
    expect([
      isProvisional('2027-06-01', before),
      isWorkingDay('2027-01-01', before),
      isProvisional('2027-06-01', after),
      isWorkingDay('2027-01-01', after),
      isWorkingDay('2027-01-02', after),
      await listHolidays(book.db, 2027),
    ]).toEqual([true, true, false, false, true, [off('2027-01-01', '元旦'), work('2027-01-02', '元旦')]])
  })

  it('touches only the days that differ, and no other year', async () => {
    const days = await listHolidays(book.db, 2026)
    const others = await listHolidays(book.db, 2025)
    const edited = [
      ...days
        .filter((day) => day.day !== '2026-01-04')
        .map((day) => (day.day === '2026-10-10' ? { ...day, name: '国庆节调休' } : day)),
      off('2026-12-31', '本单位放假'),
    ]
    await save(2026, edited)
    const { id } = await book.db
      .selectFrom('changes')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const touched = await book.db
      .selectFrom('change_rows')
      .select(['operation'])
      .where('change_id', '=', id)
      .orderBy('operation')
      .execute()
    expect([await listHolidays(book.db, 2026), await listHolidays(book.db, 2025), touched]).toEqual([
      edited.toSorted((one, other) => one.day.localeCompare(other.day)),
      others,
      [{ operation: 'delete' }, { operation: 'insert' }, { operation: 'update' }],
    ])
  })

  it('emptied makes the year 暂算 again', async () => {
    await save(2026, [])
    expect(isProvisional('2026-06-01', await holidayTable(book.db))).toBe(true)
  })

  it.each([
    [[off('2027-01-01')], '2027-01-01 不在 2026 年。'],
    [[off('2026-10-01'), off('2026-10-01')], '10月1日写了两次。'],
    [[work('2026-10-09')], '10月9日是星期五，本来就上班，不用写成调休上班。'],
  ])('refuses %j', async (days, message) => {
    const before = await listHolidays(book.db, 2026)
    expect([await problemOf(save(2026, days)), await listHolidays(book.db, 2026)]).toEqual([
      {
        code: 'holiday_wrong',
        message,
        next: '请对照国务院办公厅当年的放假通知改正，再保存。',
        fields: { days: message },
      },
      before,
    ])
  })
})

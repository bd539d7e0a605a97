import { describe, expect, it } from 'vitest'
import { holidayTable } from '../../../src-main/holidays/holiday-table.ts'
import { headOfWeek } from '../../../src-main/weekly/work-week.ts'
import { mergedMondays, nextWorkWeek, workWeekOf } from '../../../src-shared/working-days.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

const book = await openTestBook()
const holidays = await holidayTable(book.db)

describe('a week and its working days', () => {
  it('has its true working-day span in the title and Friday as hand-in day', () => {
    expect(headOfWeek('2026-11-16', holidays)).toEqual({
      monday: '2026-11-16',
      week_year: 2026,
      week: 47,
      name: '第47周',
      title: '第47周（11月16日—11月20日）',
      hand_in_on: '2026-11-20',
      is_provisional: false,
      merged: [],
    })
  })

  it('hands in on the last working day before a Friday off, and counts a make-up Saturday into the span', () => {
    expect(headOfWeek('2026-09-28', holidays)).toMatchObject({
      title: '第40周（9月28日—9月30日）',
      hand_in_on: '2026-09-30',
    })
    expect(headOfWeek('2026-05-04', holidays)).toMatchObject({ title: '第19周（5月6日—5月9日）' })
  })

  it('is 暂算 as soon as one of its days lies in a year without holiday table', () => {
    expect(headOfWeek('2026-12-21', holidays).is_provisional).toBe(false)
    expect(headOfWeek('2026-12-28', holidays).is_provisional).toBe(true)
  })

  it('is merged with the next one when it has no working day', () => {
    expect(headOfWeek('2026-02-16', holidays)).toMatchObject({ week: 8, hand_in_on: null })
    expect(nextWorkWeek('2026-02-09', holidays)).toBe('2026-02-23')
    expect(workWeekOf('2026-02-18', holidays)).toBe('2026-02-23')
    expect(workWeekOf('2026-02-24', holidays)).toBe('2026-02-23')
    expect(mergedMondays('2026-02-23', holidays)).toEqual(['2026-02-23', '2026-02-16'])
    expect(mergedMondays('2026-11-16', holidays)).toEqual(['2026-11-16'])
  })

  it('goes from week 53 of 2026 to week 1 of 2027', () => {
    expect(nextWorkWeek('2026-12-28', holidays)).toBe('2027-01-04')
  })
})

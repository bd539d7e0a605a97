import { addDays, yearOf } from '../../src-shared/dates.ts'
import type { FormPeriod } from '../../src-shared/forms.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { type HolidayTable, titleOfWeek, workWeekOf } from '../../src-shared/working-days.ts'

export interface Period {
  first: string
  last: string
  /** 第47周（11月16日—11月20日）, 2026年11月, 2026年第4季度, 2026年 */
  title: string
}

/** The week, month, quarter or year that a day lies in. A week that is wholly off belongs to the next. */
export function periodOf(kind: FormPeriod, on: string, holidays: HolidayTable): Period {
  const year = yearOf(on)
  const month = Number(on.slice(5, 7))
  if (kind === 'week') {
    const monday = workWeekOf(on, holidays)
    return { first: mondayOf(on), last: addDays(monday, 6), title: titleOfWeek(monday, holidays) }
  }
  if (kind === 'month') return { ...months(year, month, 1), title: `${year}年${month}月` }
  if (kind === 'quarter') {
    const quarter = Math.ceil(month / 3)
    return { ...months(year, quarter * 3 - 2, 3), title: `${year}年第${quarter}季度` }
  }
  if (kind === 'year') return { ...months(year, 1, 12), title: `${year}年` }
  return { first: '1900-01-01', last: '2199-12-31', title: '全部' }
}

function months(year: number, month: number, count: number): Pick<Period, 'first' | 'last'> {
  const start = (number: number) =>
    number > 12 ? `${year + 1}-01-01` : `${year}-${String(number).padStart(2, '0')}-01`
  return { first: start(month), last: addDays(start(month + count), -1) }
}

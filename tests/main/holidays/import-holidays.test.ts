import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noticeOf } from '../../../src-main/actions/read-holiday-file.ts'
import type { ReadCell } from '../../../src-main/excel/workbook.ts'
import { listHolidays, saveHolidays } from '../../../src-main/holidays/edit-holidays.ts'
import { importHolidays, previewNotice } from '../../../src-main/holidays/import-holidays.ts'
import { readNotice } from '../../../src-main/holidays/read-notice.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

const text = '元旦：2026年12月31日至2027年1月2日放假调休，共3天。1月3日（周日）上班。'

describe('importing a notice', () => {
  it('shows each day old → new, and writes just that', async () => {
    const own = { day: '2027-03-08', kind: 'off', name: '本单位' } as const
    const stale = { day: '2027-01-04', kind: 'off', name: '元旦' } as const
    const same = { day: '2027-01-01', kind: 'off', name: '元旦' } as const
    await book.change((change) => saveHolidays(change, 2027, [same, stale, own]))
    const before_2026 = await listHolidays(book.db, 2026)
    const preview = await previewNotice(book.db, { text, year: 2027 })
    const off = (day: string) => ({ day, kind: 'off', name: '元旦' })
    const work = { day: '2027-01-03', kind: 'work', name: '元旦' }
    expect(preview).toEqual({
      year: 2027,
      doubts: [],
      days: [off('2026-12-31'), off('2027-01-01'), off('2027-01-02'), work],
      changes: [
        { day: '2026-12-31', before: null, after: off('2026-12-31') },
        { day: '2027-01-01', before: same, after: same },
        { day: '2027-01-02', before: null, after: off('2027-01-02') },
        { day: '2027-01-03', before: null, after: work },
        { day: '2027-01-04', before: stale, after: null },
      ],
    })
    await book.change((change) => importHolidays(change, preview))
    expect([await listHolidays(book.db, 2027), await listHolidays(book.db, 2026)]).toEqual([
      [same, off('2027-01-02'), work, own],
      [...before_2026, off('2026-12-31')],
    ])
  })

  it('says so when there is no date in it', async () => {
    const { message, next } = await problemOf(
      previewNotice(book.db, { text: '请做好值班工作。', year: 2027 }),
    )
    expect([message, next?.startsWith('请粘贴通知的正文')]).toEqual(['没有读到放假或上班的日期。', true])
  })
})

describe('a sheet of holidays', () => {
  const cell = (words: string, column: number): ReadCell => {
    const is_date = /^\d{4}-/.test(words)
    const base = { address: `A${column}`, column, text: words, formula: null }
    return (is_date ? { ...base, kind: 'date', date: words } : { ...base, kind: 'text' }) as ReadCell
  }
  const read = (rows: string[][]) => {
    const sheet = {
      name: '节假日',
      is_hidden: false,
      hidden_columns: [],
      merges: [],
      rows: rows.map((words, at) => ({
        number: at + 1,
        is_hidden: false,
        cells: words.flatMap((one, column) => (one === '' ? [] : [cell(one, column + 1)])),
      })),
    }
    const { days, doubts } = readNotice(noticeOf(sheet as never, 2027), 2027)
    expect(doubts).toEqual([])
    return days.map(({ day, kind, name }) => `${day} ${kind} ${name}`)
  }
  const expected = ['2027-01-01 off 元旦', '2027-01-02 off 元旦', '2027-01-03 work 元旦']

  it.each([
    [
      'one day a row',
      [
        ['日期', '类型', '节日'],
        ['2027-01-01', '放假', '元旦'],
        ['2027-01-02', '放假', ''],
        ['2027-01-03', '调休上班', '元旦'],
      ],
    ],
    [
      'one holiday a row',
      [
        ['2027年节假日安排', '', '', ''],
        ['节日', '开始日期', '结束日期', '调休上班'],
        ['元旦', '2027-01-01', '2027-01-02', '1月3日（周日）'],
      ],
    ],
    [
      'words as in the notice',
      [
        ['节日', '放假时间', '上班日期'],
        ['元旦', '1月1日至2日', '2027-01-03'],
      ],
    ],
    ['the notice itself', [['元旦：1月1日至2日放假。'], ['1月3日（周日）上班。']]],
  ])('is read with %s', (_, rows) => {
    expect(read(rows)).toEqual(expected)
  })
})

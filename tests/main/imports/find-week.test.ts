import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWeek } from '../../../src-main/imports/find-week.ts'
import { addDays, monthDay } from '../../../src-shared/dates.ts'
import { mondayOf, weekOf } from '../../../src-shared/week.ts'

const find = (texts: string[], days: string[] = [], today = '2026-11-18') => findWeek({ texts, days, today })

describe('the week a sheet reports on', () => {
  it.each([
    ['组织人事处第47周工作完成情况及下周工作打算（11月16日—11月20日）', '2026-11-16'],
    ['2025年第47周工作情况', '2025-11-17'],
    ['第四十七周工作计划', '2026-11-16'],
    ['周报（11.9-11.13）', '2026-11-09'],
    ['2026年11月9日至13日周报', '2026-11-09'],
    ['报告期：2026-11-16至2026-11-20', '2026-11-16'],
    ['第53周（12月28日—1月1日，暂算）', '2026-12-28'],
    ['第1周', '2026-12-28'],
  ])('%s', (title, monday) => {
    const today = title === '第1周' ? '2027-01-05' : '2026-11-18'
    const expected = title === '第1周' ? '2027-01-04' : monday
    expect(find([title], [], today)).toEqual({ monday: expected, doubt: null })
  })

  it('is known by the name the office gave it, of several years the closest', () => {
    const names = { '2025-11-24': '教学第12周', '2026-11-23': '教学第12周', '2026-09-07': '教学第1周' }
    const findNamed = (title: string) => findWeek({ texts: [title], days: [], today: '2026-11-18', names })
    expect([
      findNamed('组织人事处教学第12周工作情况'),
      findNamed('教学第12周（11月23日—11月27日，暂算）'),
      findNamed('2025年教学第12周工作情况').monday,
      findNamed('教学第1周').monday,
    ]).toEqual([
      { monday: '2026-11-23', doubt: null },
      { monday: '2026-11-23', doubt: null },
      '2025-11-24',
      '2026-09-07',
    ])
  })

  it('is that of the dates when number and dates disagree, and is asked about', () => {
    expect(find(['第46周工作情况（11月16日—11月20日）'])).toEqual({
      monday: '2026-11-16',
      doubt: '标题写的是第46周，日期却在第47周，先按日期理解，请核对周次。',
    })
  })

  it('is the week most rows are dated in, the later one of two', () => {
    expect(find(['周报'], ['2026-11-03', '2026-11-10', '2026-11-11'])).toEqual({
      monday: '2026-11-09',
      doubt: '表里有几周的日期，先取第46周，其余 1 行跳过；要导入另一周请改周次。',
    })
    expect(find([], ['2026-11-03', '2026-11-10']).monday).toBe('2026-11-09')
  })

  it('is guessed from a lone date or from today, and says so', () => {
    expect(find(['填报日期：2026年11月13日'])).toEqual({
      monday: '2026-11-09',
      doubt: '表里没有写周次，按表中的日期理解为第46周，请核对。',
    })
    expect(find(['周报'])).toEqual({
      monday: '2026-11-16',
      doubt: '表里没有写周次，按今天理解为第47周，请核对。',
    })
  })

  it('is found from our own titles for every week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (weeks) => {
        const monday = addDays('2020-01-06', weeks * 7)
        const title = `处第${weekOf(monday).week}周工作情况（${monthDay(monday)}—${monthDay(addDays(monday, 4))}）`
        expect(find([title], [], addDays(monday, 4))).toEqual({ monday, doubt: null })
        expect(find([`第${weekOf(monday).week}周`], [], addDays(monday, 3)).monday).toBe(mondayOf(monday))
      }),
    )
  })
})

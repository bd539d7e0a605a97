import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src-main/database/open-database.ts'
import { Monday, mondayOf, nextWeek, previousWeek, weekOf, weekTitle } from '../../src-shared/week.ts'

describe('a week', () => {
  it('agrees with SQLite on every day from 2000 to 2100', async () => {
    const book = openDatabase(':memory:')
    const days = book.sqlite
      .prepare(`
        WITH RECURSIVE days (day) AS (
          VALUES ('2000-01-01') UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < '2100-12-31')
        SELECT day, date(day, 'weekday 0', '-6 days') AS monday,
          CAST(strftime('%G', day) AS INTEGER) AS week_year, CAST(strftime('%V', day) AS INTEGER) AS week
        FROM days`)
      .all() as { day: string; monday: string; week_year: number; week: number }[]
    await book.close()
    expect(days.length).toBe(36_890)
    expect(
      days.filter(({ day, ...expected }) => JSON.stringify(weekOf(day)) !== JSON.stringify(expected)),
    ).toEqual([])
  })

  it('gives 2026 a week 53 that reaches into January', () => {
    expect(['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04'].map(weekOf)).toEqual([
      { monday: '2026-12-28', week_year: 2026, week: 53 },
      { monday: '2026-12-28', week_year: 2026, week: 53 },
      { monday: '2026-12-28', week_year: 2026, week: 53 },
      { monday: '2026-12-28', week_year: 2026, week: 53 },
      { monday: '2027-01-04', week_year: 2027, week: 1 },
    ])
    expect([
      weekTitle('2026-12-28', ['2026-12-28', '2026-12-31']),
      weekTitle(nextWeek('2026-12-28'), null),
      previousWeek('2027-01-04'),
    ]).toEqual(['第53周（12月28日—12月31日）', '第1周（1月4日—1月8日）', '2026-12-28'])
  })

  it('is known by its Monday', () => {
    expect([mondayOf('2026-11-16'), mondayOf('2026-11-22'), mondayOf('2026-11-23')]).toEqual([
      '2026-11-16',
      '2026-11-16',
      '2026-11-23',
    ])
    expect([Monday.safeParse('2026-11-16').success, Monday.safeParse('2026-11-17').success]).toEqual([
      true,
      false,
    ])
  })
})

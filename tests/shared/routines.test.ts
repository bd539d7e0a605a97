import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src-shared/dates.ts'
import { weekOfMoved } from '../../src-shared/routines.ts'
import { mondayOf } from '../../src-shared/week.ts'

const today = '2026-11-20'
const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(today, days))

test('a deadline put off by a week takes its first week along', () => {
  const row = { due_on: '2026-12-10', week_monday: '2026-11-30' }
  expect(weekOfMoved(row, '2026-12-17', today)).toBe('2026-12-07')
})

test('a deadline moved within its week changes no week', () => {
  const row = { due_on: '2026-12-10', week_monday: '2026-11-30' }
  expect(weekOfMoved(row, '2026-12-07', today)).toBe('2026-11-30')
})

test('a deadline brought forward lists the matter this week at the earliest', () => {
  const row = { due_on: '2026-12-31', week_monday: '2026-11-30' }
  expect(weekOfMoved(row, '2026-11-25', today)).toBe('2026-11-16')
})

test('the week is a Monday, never past, and never after the deadline’s own', () => {
  fc.assert(
    fc.property(day, day, fc.nat(26), (due_on, moved_to, lead) => {
      const planned = addDays(mondayOf(due_on), -7 * lead)
      const week_monday = planned < mondayOf(today) ? mondayOf(today) : planned
      const week = weekOfMoved({ due_on, week_monday }, moved_to, today)
      expect([week, week >= mondayOf(today), week <= mondayOf(moved_to)]).toEqual([
        mondayOf(week),
        true,
        true,
      ])
      const weeks_kept = daysBetween(week, mondayOf(moved_to)) <= daysBetween(week_monday, mondayOf(due_on))
      expect(weeks_kept).toBe(true)
    }),
  )
})

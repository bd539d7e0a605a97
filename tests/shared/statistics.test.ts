import { expect, it } from 'vitest'
import {
  completionRate,
  dueCount,
  no_matters,
  overdueCount,
  plannedCount,
  rateText,
} from '../../src-shared/statistics.ts'

it('has its figures from what it counts', () => {
  const counts = {
    ...no_matters,
    carried_in: 2,
    planned: 6,
    unplanned: 1,
    finished: 7,
    late: 1,
    withdrawn: 1,
  }
  const left = { ...counts, carried_out: 1, overdue_open: 1 }
  expect([
    plannedCount(left),
    overdueCount(left),
    dueCount(left),
    completionRate(left),
    rateText(left),
  ]).toEqual([8, 2, 8, 87.5, '87.5%'])
})

it('never says 100% while something is open, nor a rate of nothing', () => {
  expect([
    rateText({ ...no_matters, finished: 5000, carried_out: 1 }),
    rateText({ ...no_matters, finished: 3 }),
    rateText({ ...no_matters, carried_out: 3 }),
    rateText({ ...no_matters, withdrawn: 2 }),
  ]).toEqual(['99.9%', '100%', '0.0%', '—'])
})

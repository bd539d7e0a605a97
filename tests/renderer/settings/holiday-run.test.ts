import { expect, it } from 'vitest'
import { daysOf, type HolidayRun } from '../../../src-renderer/settings/holiday-run.ts'

const run = (from_on: string | null, to_on: string | null): HolidayRun => ({
  name: ' 元旦 ',
  kind: 'off',
  from_on,
  to_on,
})

it('spells a run of days out, and a single day without an end', () => {
  expect(daysOf(run('2027-01-30', '2027-02-01'), 2027)).toEqual([
    { day: '2027-01-30', kind: 'off', name: '元旦' },
    { day: '2027-01-31', kind: 'off', name: '元旦' },
    { day: '2027-02-01', kind: 'off', name: '元旦' },
  ])
  expect(daysOf(run('2027-01-01', null), 2027)).toEqual([{ day: '2027-01-01', kind: 'off', name: '元旦' }])
})

it('says what is wrong with a run instead of guessing', () => {
  expect([
    daysOf(run(null, '2027-01-03'), 2027),
    daysOf(run('2026-12-31', '2027-01-03'), 2027),
    daysOf(run('2027-01-03', '2027-01-01'), 2027),
    daysOf(run('2027-01-01', '2027-12-31'), 2027),
  ]).toEqual([
    '请填写开始日期。',
    '2027年的表里只登记2027年的日期。',
    '结束日期早于开始日期1月3日。',
    '一次最多加入 31 天。',
  ])
})

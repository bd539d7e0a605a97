import { describe, expect, it } from 'vitest'
import { nextStep, type Situation } from '../../../src-main/workbench/next-step.ts'
import type { NextStep } from '../../../src-shared/workbench.ts'

/** Friday with everything undone; each later step of the test gets one thing more done. */
const nothing_done: Situation = {
  today: '2026-11-20',
  settings: { unit_name: '', clerk_name: '' },
  head: {
    monday: '2026-11-16',
    week_year: 2026,
    week: 47,
    title: '第47周（11月16日—11月20日）',
    hand_in_on: '2026-11-20',
    is_provisional: false,
    name: '第47周',
    merged: [],
  },
  has_staff: false,
  duties: 0,
  counts: { rows: 0, planned: 0, unplanned: 0, signed_off: 0, open: 0, overdue: 0, carried: 0 },
  missing: 2,
  reported_done: 3,
  to_carry: 4,
}

describe('nextStep', () => {
  it('names the first thing that is not done yet', () => {
    const order: [NextStep, Partial<Situation>][] = [
      ['fill_settings', { settings: { unit_name: '某中心', clerk_name: '' } }],
      ['fill_settings', { settings: { unit_name: '某中心', clerk_name: '小陈' } }],
      ['import_staff', { has_staff: true }],
      ['import_duties', { duties: 150 }],
      ['fill_week', { counts: { ...nothing_done.counts, rows: 30 } }],
      ['collect_reports', { missing: 0 }],
      ['sign_off', { reported_done: 0 }],
      ['carry_over', { to_carry: 0 }],
      ['export_week', {}],
    ]
    let now = nothing_done
    for (const [step, done] of order) {
      expect(nextStep(now)).toBe(step)
      now = { ...now, ...done }
    }
  })

  it('neither collects nor carries over before the hand-in day, but signs off any day', () => {
    const settings = { unit_name: '某中心', clerk_name: '小陈' }
    const counts = { ...nothing_done.counts, rows: 30 }
    const ready = { ...nothing_done, settings, counts, has_staff: true, duties: 150 }
    expect(nextStep({ ...ready, today: '2026-11-19' })).toBe('sign_off')
    expect(nextStep({ ...ready, today: '2026-11-19', reported_done: 0 })).toBe('export_week')
    expect(nextStep({ ...ready, today: '2026-11-22' })).toBe('collect_reports')
  })
})

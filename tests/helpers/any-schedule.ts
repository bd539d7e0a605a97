import fc from 'fast-check'
import type { DayOfMonth, Schedule } from '../../src-shared/schedule.ts'

const day: fc.Arbitrary<DayOfMonth> = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc.constant('last' as const),
  fc.record({ working_day: fc.integer({ min: 1, max: 15 }) }),
)
const month = fc.integer({ min: 1, max: 12 })
const events = ['收到申请', '接到通知', '会议结束', '材料齐全', '党委会研究决定', '公示期满']

export const anyCalendarSchedule: fc.Arbitrary<Exclude<Schedule, { kind: 'trigger' }>> = fc.oneof(
  fc.record({ kind: fc.constant('weekly' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ kind: fc.constant('monthly' as const), day }),
  fc.record({ kind: fc.constant('quarterly' as const), month: fc.integer({ min: 1, max: 3 }), day }),
  fc.record({ kind: fc.constant('half_yearly' as const), month: fc.integer({ min: 1, max: 6 }), day }),
  fc.record({
    kind: fc.constant('yearly' as const),
    dates: fc.array(fc.record({ month, day }), { minLength: 1, maxLength: 4 }),
  }),
)

export const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
  anyCalendarSchedule,
  fc
    .record({
      kind: fc.constant('trigger' as const),
      event: fc.constantFrom('', ...events),
      side: fc.constantFrom('after' as const, 'before' as const),
      count: fc.integer({ min: 1, max: 999 }),
      unit: fc.constantFrom('day' as const, 'working_day' as const, 'month' as const),
    })
    .map((trigger) => (trigger.event === '' ? { ...trigger, side: 'after' as const } : trigger)),
)

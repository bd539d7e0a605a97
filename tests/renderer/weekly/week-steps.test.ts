import { describe, expect, it } from 'vitest'
import {
  nextStep,
  shown_rows,
  type WeekFigures,
  weekFigures,
} from '../../../src-renderer/weekly/week-steps.ts'
import type { PersonReport, WeekRow, WeekSheet } from '../../../src-shared/weekly.ts'

const row = (parts: Partial<WeekRow>) =>
  ({ state: 'in_progress', progress: '在办', light: 'green', is_reported_done: false, ...parts }) as WeekRow
const report = (state: PersonReport['state']) => ({ state }) as PersonReport
const open = { head: { hand_in_on: '2026-11-20' }, closed: null } as WeekSheet

it('counts each row where it has to be dealt with', () => {
  const rows = [
    row({}),
    row({ progress: '' }),
    row({ progress: '', is_reported_done: true }),
    row({ state: 'sign_off_asked', is_reported_done: true }),
    row({ light: 'red' }),
    row({ light: 'red', state: 'archived' }),
    row({ state: 'signed_off', is_reported_done: true }),
  ]
  expect(weekFigures(rows, [report('missing'), report('nothing'), report('received')], [1, 2])).toEqual({
    ...{ all: 7, unsaid: 1, waiting: 2, overdue: 1 },
    ...{ people: 3, received: 2, to_carry: 2 },
  })
  expect(rows.filter(shown_rows.overdue.suits)).toEqual([rows[4]])
})

describe('what comes next', () => {
  const nothing: WeekFigures = {
    all: 9,
    unsaid: 0,
    waiting: 0,
    overdue: 0,
    people: 3,
    received: 3,
    to_carry: 0,
  }
  const on = (today: string, parts: Partial<WeekFigures>) => nextStep({ ...nothing, ...parts }, open, today)

  it.each([
    [{ received: 1, waiting: 6, overdue: 2, to_carry: 4 }, '还有 2 人未报', 'reports'],
    [{ waiting: 6, overdue: 2, to_carry: 4 }, '6 项等着销号', 'waiting'],
    [{ overdue: 2, unsaid: 1, to_carry: 4 }, '2 项逾期：催办、延期或销号', 'overdue'],
    [{ unsaid: 1, to_carry: 4 }, '1 项还没有填进展', 'unsaid'],
    [{ to_carry: 4 }, '4 项没有办结，结转到下周', 'carry'],
    [{}, '本周已经理清，可以关账', 'close'],
  ])('on the day of the reports goes on one by one: %j', (figures, words, to) => {
    expect(on('2026-11-20', figures)).toEqual({ words, to })
  })

  it('in a closed week is nothing', () => {
    const closed = { lock_id: 1, locked_on: '2026-11-20', locked_at: '17:05' }
    const figures = { ...nothing, received: 1, waiting: 2 }
    expect(nextStep(figures, { ...open, closed }, '2026-11-23')).toEqual({
      words: '本周已于 11月20日 关账',
      to: null,
    })
  })

  it('before that day presses nobody, and only names what can be done already', () => {
    expect(on('2026-11-17', { received: 0, to_carry: 9, unsaid: 9 })).toEqual({
      words: '等各组 11月20日 上报',
      to: null,
    })
    expect(on('2026-11-17', { received: 0, waiting: 1 }).to).toBe('waiting')
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import { nextWorkWeek } from '../../../src-shared/working-days.ts'
import * as model from './model-life.ts'
import { anyModelStep, type Run, todayOf } from './model-steps.ts'
import { beginLife } from './random-life.ts'

/** Every row of every matter is what the model has, and nothing else is there. */
function checkBook({ life, now, gaps }: Run): void {
  const lines = life.all<model.ModelLine & { matter_id: number; week_monday: string }>(
    `SELECT matter_id, week_monday, is_planned, progress, week_state, unfinished_reason
     FROM matter_weeks ORDER BY matter_id, week_monday`,
  )
  expect(lines).toEqual(
    [...now.matters].flatMap(([matter_id, { weeks }]) =>
      [...weeks]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([week_monday, line]) => ({ matter_id, week_monday, ...line })),
    ),
  )
  const matters = life.all<Record<string, unknown>>(
    `SELECT id, number, state, due_on, original_due_on,
       EXISTS (SELECT 1 FROM matter_defects WHERE matter_id = matters.id AND cured_on IS NULL) AS is_uncured,
       coalesce((SELECT group_concat(kind ORDER BY id) FROM matter_events WHERE matter_id = matters.id), '') AS events
     FROM matters ORDER BY id`,
  )
  expect(matters).toEqual(
    [...now.matters].map(([id, { weeks: _, events, is_uncured, ...matter }]) => ({
      id,
      ...matter,
      is_uncured: is_uncured ? 1 : 0,
      events: events.join(),
    })),
  )
  const register = life.all<{ number: string; state: string }>('SELECT number, state FROM number_register')
  const numbers = [...now.matters.values()].map(({ number }) => `${number} used`)
  expect(register.map(({ number, state }) => `${number} ${state}`).sort()).toEqual(
    [...numbers, ...[...gaps].map((number) => `${number} gap`)].sort(),
  )
}

/** What the clerk sees of a week: each matter once, 计划内 or 计划外, 已结转n周, 第n次延期, counts that add up. */
async function checkSheet(run: Run, week_monday: string): Promise<void> {
  const { life, now } = run
  const rows = model.rowsOf(now, week_monday, todayOf(run))
  const sheet = await weekSheet(life.book.db, life.today(), { week_monday, group_id: null })
  const seen = sheet.rows.map((row) => [
    row.matter_id,
    row.week_monday,
    row.is_planned,
    row.carried_weeks,
    row.extended_times,
    row.missing !== '',
  ])
  const due = [...rows].flatMap(([id, [monday, line]]) => {
    const matter = now.matters.get(id)
    if (matter === undefined) return []
    const carried = [...matter.weeks.keys()].filter((week) => week < monday).length
    const extended = matter.events.filter((kind) => kind === 'extended').length
    return [[id, monday, line.is_planned === 1, carried, extended, matter.is_uncured]]
  })
  const inOrder = (list: unknown[][]) => list.toSorted((one, other) => Number(one[0]) - Number(other[0]))
  expect(inOrder(seen)).toEqual(inOrder(due))
  const planned = due.filter(([, , is_planned]) => is_planned).length
  expect([sheet.counts.planned, sheet.counts.unplanned]).toEqual([planned, due.length - planned])
}

// Into 2027 over week 53, and over the week of Spring Festival that has no working day.
it.each(['2026-11-05', '2026-01-15'])(
  'any months of weeks from %s on leave the book as they are worked out by hand',
  async (today) => {
    const any_steps = fc.array(anyModelStep, { minLength: 10, maxLength: 60, size: 'max' })
    await fc.assert(
      fc.asyncProperty(any_steps, async (steps) => {
        const life = await beginLife(today)
        const empty: model.Model = { matters: new Map(), closed: new Set() }
        const run: Run = { life, now: empty, before: [], gaps: new Set(), steps: 0 }
        for (const step of steps) {
          run.steps += 1
          await step.take(run)
          checkBook(run)
          const monday = model.mondayOn(todayOf(run))
          await checkSheet(run, monday)
          await checkSheet(run, nextWorkWeek(monday, life.holidays))
        }
        await life.book.close()
      }),
      // Shrinking would run longer than a test may; the steps that failed say enough.
      { numRuns: 20, endOnFailure: true },
    )
  },
  120_000,
)

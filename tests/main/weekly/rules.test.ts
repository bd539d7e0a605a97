import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editCategory } from '../../../src-main/settings/categories.ts'
import { saveSettings } from '../../../src-main/settings/settings.ts'
import { dueSoon } from '../../../src-main/weekly/due-matters.ts'
import { weekRules } from '../../../src-main/weekly/rules.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { light_of, lightCause } from '../../../src-shared/light.ts'
import { default_settings } from '../../../src-shared/settings.ts'
import { mondayOf } from '../../../src-shared/week.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'
import { openWeek, week_47 } from './open-week.ts'

describe('weekRules', () => {
  it('gives every due date the light that the rule gives it', async () => {
    const book = await openTestBook()
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 1200 }),
        fc.integer({ min: -40, max: 80 }),
        fc.nat({ max: 30 }),
        fc.record({
          is_finished: fc.boolean(),
          is_reported_done: fc.boolean(),
          silent_weeks: fc.option(fc.nat({ max: 6 })),
          stalled_weeks: fc.nat({ max: 4 }),
        }),
        async (day, away, amber_days, { is_finished, is_reported_done, silent_weeks, stalled_weeks }) => {
          const today = addDays('2024-01-01', day)
          await book.change((change) =>
            saveSettings(change, { ...default_settings, amber_days, stalled_weeks }),
          )
          const rules = await weekRules(book.db, today)
          const silent_from = silent_weeks === null ? null : addDays(mondayOf(today), -7 * silent_weeks)
          const finished_on = is_finished ? today : null
          const matter = { due_on: addDays(today, away), finished_on, is_reported_done, silent_from }
          const cause = lightCause(matter, today, rules.holidays, { amber_days, stalled_weeks })
          expect(rules.lightOf(matter)).toEqual({
            light: light_of[cause],
            light_word: default_settings.light_words[cause],
          })
          const edge = (days: number) =>
            rules.lightOf({ due_on: addDays(rules.lastAmberDay(null), days), finished_on: null }).light
          expect([edge(0), edge(1)]).toEqual(['amber', 'green'])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('does not count the days up to a due date far away', async () => {
    const book = await openTestBook()
    const rules = await weekRules(book.db, '2026-11-20')
    expect(rules.lastAmberDay(null)).toBe('2026-11-25')
    expect(rules.lightOf({ due_on: '2199-12-31', finished_on: null }).light).toBe('green')
    expect(rules.lightOf({ due_on: null, finished_on: null }).light).toBe('green')
  })

  it('lights up a category by its own days, and calls the lights what the office calls them', async () => {
    const week = await openWeek()
    const { category_ids } = week.department
    await week.book.change(async (change) => {
      const light_words = { ...default_settings.light_words, due_soon: '预警' }
      await saveSettings(change, { ...default_settings, light_words, stalled_weeks: 2 })
      await editCategory(change, category_ids.JJ, { name: '监督', code: 'JJ', amber_days: 8 })
    })
    const plan = { due_on: '2026-12-01', progress: '起草' }
    await week.add({ ...plan, category_id: category_ids.JJ })
    await week.add(plan)
    await week.add({ week_monday: '2026-11-02', due_on: '2026-12-01' })
    const rows = [...(await week.sheet('2026-11-02')).rows, ...(await week.sheet(week_47)).rows]
    expect(rows.map(({ number, light, light_word }) => [number, light, light_word])).toEqual([
      ['2026-DJ-0002', 'amber', '久无进展'],
      ['2026-JJ-0001', 'amber', '预警'],
      ['2026-DJ-0001', 'green', '按期'],
    ])
    const soon = await dueSoon(week.book.db, await weekRules(week.book.db, '2026-11-20'))
    expect(soon.rows.map(({ number }) => number)).toEqual(['2026-JJ-0001'])
  })
})

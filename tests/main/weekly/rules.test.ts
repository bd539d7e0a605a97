import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveSettings } from '../../../src-main/settings/settings.ts'
import { weekRules } from '../../../src-main/weekly/rules.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { lightOf } from '../../../src-shared/light.ts'
import { default_settings } from '../../../src-shared/settings.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

describe('weekRules', () => {
  it('gives every due date the light that the rule gives it', async () => {
    const book = await openTestBook()
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 1200 }),
        fc.integer({ min: -40, max: 80 }),
        fc.nat({ max: 30 }),
        fc.boolean(),
        async (day, away, amber_days, is_finished) => {
          const today = addDays('2024-01-01', day)
          await book.change((change) => saveSettings(change, { ...default_settings, amber_days }))
          const rules = await weekRules(book.db, today)
          const matter = { due_on: addDays(today, away), finished_on: is_finished ? today : null }
          expect(rules.lightOf(matter)).toBe(lightOf(matter, today, rules.holidays, amber_days))
          const edge = (days: number) =>
            rules.lightOf({ due_on: addDays(rules.last_amber_day, days), finished_on: null })
          expect([edge(0), edge(1)]).toEqual(['amber', 'green'])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('does not count the days up to a due date far away', async () => {
    const book = await openTestBook()
    const rules = await weekRules(book.db, '2026-11-20')
    expect(rules.last_amber_day).toBe('2026-11-25')
    expect(rules.lightOf({ due_on: '2199-12-31', finished_on: null })).toBe('green')
    expect(rules.lightOf({ due_on: null, finished_on: null })).toBe('green')
  })
})

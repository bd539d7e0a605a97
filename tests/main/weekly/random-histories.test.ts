import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mattersToCarry } from '../../../src-main/weekly/carry-over.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import { nextWorkWeek } from '../../../src-shared/working-days.ts'
import { anyStep, beginLife, type Life, live, mondayIn } from './random-life.ts'

/** What was seen once and must never change again. */
interface Memory {
  /** By matter. */
  numbers: Map<number, string>
  /** Every row of an archived matter. */
  archived: Map<number, string>
  /** The weeks a withdrawn matter stands in. */
  withdrawn: Map<number, string>
}

function imageOf(life: Life, id: number): string {
  return JSON.stringify([
    life.all('SELECT * FROM matters WHERE id = ?', id),
    life.all('SELECT * FROM matter_weeks WHERE matter_id = ? ORDER BY id', id),
    life.all('SELECT * FROM matter_events WHERE matter_id = ? ORDER BY id', id),
    life.all('SELECT * FROM archive_entries WHERE matter_id = ?', id),
  ])
}

function weeksOf(life: Life, id: number): string[] {
  const weeks = life.all<{ week_monday: string }>(
    'SELECT week_monday FROM matter_weeks WHERE matter_id = ? ORDER BY week_monday',
    id,
  )
  return weeks.map(({ week_monday }) => week_monday)
}

/** Numbers are never used again, archived rows never change, withdrawn matters never return. */
function checkMemory(life: Life, { numbers, archived, withdrawn }: Memory): void {
  const matters = life.all<{ id: number; number: string; state: string }>(
    'SELECT id, number, state FROM matters',
  )
  for (const { id, number, state } of matters) {
    expect(numbers.get(id) ?? number).toBe(number)
    numbers.set(id, number)
    if (archived.has(id)) expect(imageOf(life, id)).toBe(archived.get(id))
    else if (state === 'archived') archived.set(id, imageOf(life, id))
    const weeks = weeksOf(life, id)
    expect(new Set(weeks).size).toBe(weeks.length)
    if (withdrawn.has(id)) expect([state, weeks.join()]).toEqual(['withdrawn', withdrawn.get(id)])
    else if (state === 'withdrawn') {
      expect(weeks.filter((week) => week > mondayIn(life))).toEqual([])
      withdrawn.set(id, weeks.join())
    }
  }
  const register = life.all<{ number: string; state: string }>('SELECT number, state FROM number_register')
  expect(register.map(({ number, state }) => `${number} ${state}`).sort()).toEqual(
    [...numbers.values()].map((number) => `${number} used`).sort(),
  )
}

/** Whatever is open stands in the current week or a later one, or waits in its newest week to be carried. */
async function checkNothingIsLost(life: Life): Promise<void> {
  const open = life.all<{ id: number }>(
    "SELECT id FROM matters WHERE state IN ('assigned', 'in_progress', 'sign_off_asked')",
  )
  for (const { id } of open) {
    const newest = weeksOf(life, id).at(-1) ?? 'none'
    if (newest !== 'none' && newest >= mondayIn(life)) continue
    const question = { week_monday: newest, group_id: null }
    const waiting = await mattersToCarry(life.book.db, life.today(), question)
    expect(waiting.map(({ matter_id }) => matter_id)).toContain(id)
  }
}

async function checkCounts(life: Life): Promise<void> {
  for (const week_monday of [mondayIn(life), nextWorkWeek(mondayIn(life), life.holidays)]) {
    const question = { week_monday, group_id: null }
    const { rows, counts, to_carry } = await weekSheet(life.book.db, life.today(), question)
    expect(new Set(rows.map(({ matter_id }) => matter_id)).size).toBe(rows.length)
    const withdrawn = rows.filter(({ state }) => state === 'withdrawn').length
    expect(counts.planned + counts.unplanned).toBe(counts.rows)
    expect(counts.open + counts.signed_off + withdrawn).toBe(counts.rows)
    expect(counts.overdue).toBeLessThanOrEqual(counts.open)
    expect(to_carry).toBe((await mattersToCarry(life.book.db, life.today(), question)).length)
  }
}

describe('any history of a few weeks', () => {
  // Over week 53 of 2026 into 2027, and over the week of Spring Festival that has no working day.
  it.each(['2026-12-17', '2026-02-05'])(
    'keeps every promise from %s on',
    async (today) => {
      const any_steps = fc.array(anyStep, { minLength: 5, maxLength: 40, size: 'max' })
      await fc.assert(
        fc.asyncProperty(any_steps, async (steps) => {
          const life = await beginLife(today)
          const memory: Memory = { numbers: new Map(), archived: new Map(), withdrawn: new Map() }
          for (const step of steps) {
            await live(life, step)
            checkMemory(life, memory)
            await checkNothingIsLost(life)
            await checkCounts(life)
          }
          await life.book.close()
        }),
        { numRuns: 20 },
      )
    },
    60_000,
  )
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../src-main/database/tables.ts'
import { mattersToCarry } from '../../../src-main/weekly/carry-over.ts'
import { checkWeek } from '../../../src-main/weekly/check-week.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import { showWorkbench } from '../../../src-main/workbench/show-workbench.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { watchQueries } from '../../helpers/watch-queries.ts'
import { type OpenWeek, openWeek, week_47 } from './open-week.ts'

const today = '2026-11-20'
let week: OpenWeek

/** Ten years of six matters a week, each in two weeks, nearly all signed off: enough for SQLite to choose by. */
beforeAll(async () => {
  week = await openWeek()
  const { db } = week.book
  const { group_ids, category_ids, staff_ids } = week.department
  const values = Array.from({ length: 520 * 6 }, (_, index) => {
    const signed =
      index < 3090 ? { state: 'signed_off' as const, finished_on: today, signed_off_on: today } : {}
    const words = { detail: '', helpers: '', leader: '', source: '', due_text: '', evidence: '', remark: '' }
    const group =
      index % 2 === 0
        ? { group_id: group_ids.ZZ, staff_id: staff_ids.zhang }
        : { group_id: group_ids.LZ, staff_id: staff_ids.li }
    const due_on = addDays(week_47, 7 * Math.floor(index / 6) - 519 * 7)
    return {
      ...words,
      ...group,
      number: `2026-DJ-${index}`,
      title: `第 ${index} 项`,
      category_id: category_ids.DJ,
      duty_id: null,
      listed_on: due_on,
      original_due_on: due_on,
      due_on,
      state: 'in_progress' as const,
      finished_on: null,
      signed_off_on: null,
      signed_off_by: '赵处',
      ...signed,
    }
  })
  await week.book.change(async (change) => {
    for (let at = 0; at < values.length; at += 500) {
      const part = values.slice(at, at + 500)
      await change.db
        .insertInto('number_register')
        .values(
          part.map(({ number }, index) => ({
            kind: 'matter' as const,
            scope: '2026-DJ',
            serial: at + index + 1,
            number,
            state: 'used' as const,
            reason: '',
          })),
        )
        .execute()
      const added = await change.db.insertInto('matters').values(part).returning(['id', 'due_on']).execute()
      for (const later of [0, 7]) {
        await change.db
          .insertInto('matter_weeks')
          .values(
            added.map(({ id, due_on }) => ({
              matter_id: id,
              week_monday: addDays(due_on ?? week_47, later),
              is_planned: 1 as const,
              progress: '',
              week_state: 'in_progress' as const,
              unfinished_reason: '',
              sort_order: id,
            })),
          )
          .execute()
      }
    }
  })
  week.book.sqlite.exec('ANALYZE')
  expect(await db.selectFrom('matter_weeks').select('id').execute()).toHaveLength(6240)
})

async function watched(ask: (db: Db) => Promise<unknown>) {
  const { db, queries, plan } = watchQueries(week.book)
  await ask(db)
  const walked = plan().filter((step) =>
    /^SCAN (m|w|matters|matter_weeks|matter_events|earlier)\b/.test(step),
  )
  return { count: queries.length, plan: plan(), walked }
}

describe('questions about a week at the size of many years', () => {
  it('reads a week by its Monday, with six queries however many rows it has', async () => {
    const { count, plan, walked } = await watched((db) =>
      weekSheet(db, today, { week_monday: week_47, group_id: null }),
    )
    expect(count).toBe(6)
    expect(plan).toContain('SEARCH w USING INDEX matter_weeks_by_week_monday (week_monday=?)')
    expect(walked).toEqual([])
  })

  it('finds what is to be carried the same way', async () => {
    const { count, plan, walked } = await watched((db) =>
      mattersToCarry(db, today, { week_monday: week_47, group_id: null }),
    )
    expect(count).toBe(3)
    expect(plan).toContain('SEARCH w USING INDEX matter_weeks_by_week_monday (week_monday=?)')
    expect(walked).toEqual([])
  })

  it('checks a week before it is closed with one query for its matters and one for its people', async () => {
    const { count, plan, walked } = await watched((db) => checkWeek(db, today, week_47))
    expect(count).toBe(4)
    expect(plan).toContain('SEARCH w USING INDEX matter_weeks_by_week_monday (week_monday=?)')
    expect(walked).toEqual([])
  })

  it('reads one matter’s history by its own rows', async () => {
    const { count, walked } = await watched((db) => matterHistory(db, today, 7))
    expect([count, walked]).toEqual([5, []])
  })

  it('finds overdue matters on the desk by the index of open ones', async () => {
    const { count, plan } = await watched((db) => showWorkbench(db, today))
    expect(count).toBeLessThanOrEqual(12)
    const due = plan.filter((step) => step.includes('matters_open_by_due_on'))
    expect(due).toHaveLength(4)
    expect(plan.filter((step) => /^SCAN (m|w|matter_weeks|matter_events|earlier)\b/.test(step))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { carryOver } from '../../../src-main/weekly/carry-over.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from './open-week.ts'

describe('matterHistory', () => {
  it('tells the matter, every week it stood in and every event', async () => {
    const { book, add, rowOf, signOff } = await openWeek()
    await add({ due_on: '2026-11-19', progress: '已起草' })
    const { matter_id } = await rowOf(week_47, '2026-DJ-0001')
    const rows = [{ matter_id, unfinished_reason: '等批复' }]
    await book.change((change) => carryOver(change, { from_monday: week_47, rows }))
    book.setToday('2026-11-25')
    await signOff([matter_id])
    const { row, weeks, events } = await matterHistory(book.db, '2026-11-25', matter_id)
    expect(row).toMatchObject({
      number: '2026-DJ-0001',
      state: 'signed_off',
      light: 'green',
      finished_on: '2026-11-25',
      signed_off_by: '赵处',
      staff_name: '张三',
    })
    expect(weeks).toEqual([
      {
        week_monday: '2026-11-16',
        title: '第47周（11月16日—11月20日）',
        is_planned: true,
        progress: '已起草',
        week_state: 'in_progress',
        unfinished_reason: '等批复',
      },
      {
        week_monday: '2026-11-23',
        title: '第48周（11月23日—11月27日）',
        is_planned: true,
        progress: '',
        week_state: 'done',
        unfinished_reason: '',
      },
    ])
    expect(events).toEqual([
      {
        kind: 'signed_off',
        happened_on: '2026-11-25',
        by_name: '赵处',
        reason: '',
        new_due_on: null,
        old_due_on: null,
      },
    ])
  })

  it('says so when the matter is gone', async () => {
    const { book } = await openWeek()
    expect((await problemOf(matterHistory(book.db, '2026-11-20', 7))).code).toBe('matter_gone')
  })
})

import { describe, expect, it } from 'vitest'
import { carryOver, mattersToCarry } from '../../../src-main/weekly/carry-over.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47, week_48 } from './open-week.ts'

describe('withdrawMatters', () => {
  it('leaves next week’s plan, is not carried any more, and keeps its number and its past', async () => {
    const { book, add, sheet, rowOf, titles } = await openWeek()
    const { number } = await add()
    const { matter_id } = await rowOf(week_47, number)
    const rows = [{ matter_id, unfinished_reason: '' }]
    await book.change((change) => carryOver(change, { from_monday: week_47, rows }))
    const withdrawn = await book.change((change) =>
      withdrawMatters(change, { matter_ids: [matter_id], reason: '上级取消' }),
    )
    expect(withdrawn).toEqual({ withdrawn: 1 })
    expect((await titles()).at(-1)).toBe('撤销事项 2026-DJ-0001')
    expect((await sheet(week_47)).plan).toEqual([])
    expect((await rowOf(week_47, number)).state).toBe('withdrawn')
    expect(await mattersToCarry(book.db, '2026-11-20', { week_monday: week_47, group_id: null })).toEqual([])
    expect(await add()).toEqual({ number: '2026-DJ-0002' })
    const register = await book.db.selectFrom('number_register').select(['number', 'state']).execute()
    expect(register).toEqual([
      { number: '2026-DJ-0001', state: 'used' },
      { number: '2026-DJ-0002', state: 'used' },
    ])
    expect((await matterHistory(book.db, '2026-11-20', matter_id)).events).toEqual([
      {
        kind: 'withdrawn',
        happened_on: '2026-11-20',
        by_name: '经办人',
        reason: '上级取消',
        new_due_on: null,
        old_due_on: null,
      },
    ])
  })

  it('leaves a matter that was only planned without a week, and still tells its history', async () => {
    const { book, add, sheet } = await openWeek()
    const { number } = await add({ week_monday: week_48 })
    const matter_id = (await sheet(week_47)).plan[0]?.matter_id ?? 0
    await book.change((change) => withdrawMatters(change, { matter_ids: [matter_id], reason: '并入他项' }))
    expect((await sheet(week_48)).rows).toEqual([])
    const history = await matterHistory(book.db, '2026-11-20', matter_id)
    expect([history.row.number, history.row.state, history.weeks]).toEqual([number, 'withdrawn', []])
  })

  it('names every matter that stands in the way, and withdraws none', async () => {
    const { book, add, rowOf, signOff } = await openWeek()
    await add({ title: '第一项' })
    await add({ title: '第二项' })
    await add({ title: '这一项的名称特别长，长到在提示里放不下所以要在后面截断它' })
    const ids: number[] = []
    for (const serial of [1, 2, 3]) ids.push((await rowOf(week_47, `2026-DJ-000${serial}`)).matter_id)
    await signOff(ids.slice(1))
    const problem = await problemOf(
      book.change((change) => withdrawMatters(change, { matter_ids: ids, reason: '不办了' })),
    )
    expect(problem).toEqual({
      code: 'matter_state',
      message: '选中的事项里有 2 项不能撤销，什么也没有保存。',
      next: '需要改动时，请先退回这项事项。',
      details: [
        '2026-DJ-0002（第二项）已销号，不能撤销。',
        '2026-DJ-0003（这一项的名称特别长，长到在提示里放不下所以要在后…）已销号，不能撤销。',
      ],
    })
    expect((await rowOf(week_47, '2026-DJ-0001')).state).toBe('in_progress')
  })
})

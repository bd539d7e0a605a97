import { describe, expect, it } from 'vitest'
import { extendMatters } from '../../../src-main/weekly/extend-matters.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from './open-week.ts'

async function openWeekToExtend() {
  const week = await openWeek()
  const addRow = async (parts: Parameters<typeof week.add>[0] = {}) =>
    week.rowOf(week_47, (await week.add(parts)).number)
  const extend = (matter_ids: number[], new_due_on: string, extended_on = '2026-11-20') =>
    week.book.change((change) =>
      extendMatters(change, {
        matter_ids,
        new_due_on,
        extended_on,
        reason: '等待上级批复',
        approved_by: '赵处',
      }),
    )
  return { ...week, addRow, extend }
}

describe('extendMatters', () => {
  it('moves the date again and again, counts the times and keeps the original and every date between', async () => {
    const { book, addRow, rowOf, extend, titles } = await openWeekToExtend()
    const row = await addRow({ due_on: '2026-11-20' })
    expect(await extend([row.matter_id], '2026-11-27', '2026-11-19')).toEqual({ extended: 1 })
    await extend([row.matter_id], '2026-12-04')
    expect((await titles()).at(-1)).toBe('延期 2026-DJ-0001 到 2026-12-04')
    expect(await rowOf(week_47, row.number)).toEqual({
      ...row,
      due_on: '2026-12-04',
      light_word: '按期',
      light: 'green',
      extended_times: 2,
    })
    const extended = { kind: 'extended', by_name: '赵处', reason: '等待上级批复' }
    expect((await matterHistory(book.db, '2026-11-20', row.matter_id)).events).toEqual([
      { ...extended, happened_on: '2026-11-19', new_due_on: '2026-11-27', old_due_on: null },
      { ...extended, happened_on: '2026-11-20', new_due_on: '2026-12-04', old_due_on: null },
    ])
  })

  it('refuses a date that is no later, a matter without a date and one that is closed, and changes nothing', async () => {
    const { addRow, rowOf, extend, signOff } = await openWeekToExtend()
    const dated = await addRow({ due_on: '2026-11-27' })
    const undated = await addRow({ title: '长期工作', due_on: null })
    const closed = await addRow({ title: '已办' })
    await signOff([closed.matter_id])
    expect((await problemOf(extend([dated.matter_id], '2026-11-27'))).fields).toEqual({
      new_due_on: '新时限要晚于现在的时限（2026年11月27日）。',
    })
    expect(await problemOf(extend([dated.matter_id, undated.matter_id], '2026-12-04'))).toEqual({
      code: 'matter_state',
      message: '2026-DJ-0002（长期工作）还没有定时限，不能延期。',
      next: '请在“修改”里填写完成时限。',
    })
    expect((await problemOf(extend([dated.matter_id, closed.matter_id], '2026-12-04'))).message).toBe(
      '2026-DJ-0003（已办）已销号，不能延期。',
    )
    expect(await rowOf(week_47, dated.number)).toEqual(dated)
  })
})

import { describe, expect, it } from 'vitest'
import { handIn } from '../../../src-main/weekly/hand-in.ts'
import type { HandIn } from '../../../src-shared/weekly.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from './open-week.ts'

describe('handIn', () => {
  it('notes who has handed in, keeps the first day, and takes it back', async () => {
    const { book, department, sheet, titles } = await openWeek({ today: '2026-11-19' })
    const { zhang, li, wang } = department.staff_ids
    const mark = (staff_ids: number[], state: HandIn['state']) =>
      book.change((change) => handIn(change, { week_monday: week_47, staff_ids, state }))
    const stands = async () =>
      (await sheet(week_47)).reports.map(({ name, state, received_on }) => [name, state, received_on])

    await mark([zhang, wang, zhang], 'received')
    expect((await titles()).at(-1)).toBe('第47周周报 张三等 2 人已收')
    book.setToday('2026-11-20')
    await mark([li, zhang], 'received')
    await mark([wang], 'nothing')
    expect((await titles()).at(-1)).toBe('第47周周报 王五无事项')
    expect(await stands()).toEqual([
      ['张三', 'received', '2026-11-19'],
      ['李四', 'received', '2026-11-20'],
      ['王五', 'nothing', '2026-11-20'],
    ])
    await mark([zhang, wang], 'missing')
    expect((await titles()).at(-1)).toBe('第47周周报 张三等 2 人未报')
    expect(await stands()).toEqual([
      ['张三', 'missing', null],
      ['李四', 'received', '2026-11-20'],
      ['王五', 'missing', null],
    ])
  })

  it('leaves no trace when nothing changes', async () => {
    const { book, department, titles } = await openWeek()
    const again = () =>
      book.change((change) =>
        handIn(change, { week_monday: week_47, staff_ids: [department.staff_ids.li], state: 'received' }),
      )
    await again()
    const before = await titles()
    await again()
    expect(await titles()).toEqual(before)
  })

  it('refuses a person who is gone from the list', async () => {
    const { book, department, sheet } = await openWeek()
    const staff_ids = [department.staff_ids.li, 999]
    const marked = book.change((change) =>
      handIn(change, { week_monday: week_47, staff_ids, state: 'received' }),
    )
    expect((await problemOf(marked)).message).toBe('名册里已经没有选中的人。')
    expect((await sheet(week_47)).reports.map(({ state }) => state)).toEqual([
      'missing',
      'missing',
      'missing',
    ])
  })
})

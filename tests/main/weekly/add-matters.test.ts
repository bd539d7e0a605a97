import { describe, expect, it } from 'vitest'
import { addMatters } from '../../../src-main/weekly/add-matters.ts'
import { matterOf } from '../../helpers/fill-department.ts'
import { openWeek, week_47, week_48 } from './open-week.ts'

describe('addMatters', () => {
  it('numbers and places many matters in the order given, behind what their week has', async () => {
    const { book, department, add, sheet, titles } = await openWeek()
    await add({ title: '先登记的' })
    const matters = Array.from({ length: 1100 }, (_, index) =>
      matterOf(department, {
        title: `第 ${index} 项`,
        week_monday: index % 2 === 0 ? week_47 : week_48,
        category_id: department.category_ids[index % 3 === 0 ? 'RS' : 'DJ'],
      }),
    )
    const added = await book.change((change) => addMatters(change, matters))
    expect(added.slice(0, 5).map(({ number }) => number)).toEqual([
      '2026-RS-0001',
      '2026-DJ-0002',
      '2026-DJ-0003',
      '2026-RS-0002',
      '2026-DJ-0004',
    ])
    expect((await titles()).at(-1)).toBe('登记事项 2026-RS-0001 等 1100 项')
    const { rows, plan } = await sheet(week_47)
    expect(rows.map(({ title }) => title)).toEqual([
      '先登记的',
      ...matters.filter((_, index) => index % 2 === 0).map(({ matter }) => matter.title),
    ])
    expect(plan.map(({ title }) => title)).toEqual(
      matters.filter((_, index) => index % 2 === 1).map(({ matter }) => matter.title),
    )
    const row = rows.find(({ title }) => title === '第 500 项')
    expect(row?.matter_id).toBe(added[500]?.matter_id)
  })
})

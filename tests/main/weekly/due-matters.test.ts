import { expect, it } from 'vitest'
import { dueMatters } from '../../../src-main/weekly/due-matters.ts'
import { weekRules } from '../../../src-main/weekly/rules.ts'
import { openWeek, week_47 } from './open-week.ts'

it('chases what is late, and not what is reported as done and only waits to be signed off', async () => {
  const { book, add, rowOf } = await openWeek()
  await add({ title: '迟了', due_on: '2026-11-18' })
  await add({ title: '报了完成', due_on: '2026-11-18', week_state: 'done' })
  const late = await dueMatters(book.db, await weekRules(book.db, '2026-11-20'), null, '2026-11-19')
  expect([late.total, late.rows.map(({ title }) => title)]).toEqual([1, ['迟了']])
  expect((await rowOf(week_47, '2026-DJ-0001')).light).toBe('red')
  expect((await rowOf(week_47, '2026-DJ-0002')).light).toBe('green')
})

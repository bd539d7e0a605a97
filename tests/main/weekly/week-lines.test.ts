import { describe, expect, it } from 'vitest'
import { type SaidOfMatter, writeWeekLine } from '../../../src-main/weekly/week-lines.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47, week_48 } from './open-week.ts'

const line = { progress: '已报批', week_state: 'done', unfinished_reason: '', evidence: '' } as const

describe('writeWeekLine', () => {
  it('writes the line of a week the matter stands in, and leaves evidence that the sheet does not name', async () => {
    const week = await openWeek()
    const { number } = await week.add({ evidence: '会议记录', is_planned: false })
    const before = await week.rowOf(week_47, number)
    const said: SaidOfMatter = { matter_id: before.matter_id, week_monday: week_47, is_planned: true, line }
    await week.book.change((change) => writeWeekLine(change, said))
    expect(await week.rowOf(week_47, number)).toEqual({
      ...before,
      progress: '已报批',
      week_state: 'done',
      is_reported_done: true,
      // Progress was told: the silence begins with the week after.
      silent_from: week_48,
    })
    expect((await week.titles()).at(-1)).toBe('填报 2026-DJ-0001 的进展')
  })

  it('puts the matter into a week it does not stand in yet', async () => {
    const week = await openWeek()
    const { number } = await week.add({ week_monday: week_48, week_state: 'not_started' })
    const plan = (await week.sheet(week_47)).plan[0]
    await week.book.change((change) =>
      writeWeekLine(change, {
        matter_id: plan?.matter_id ?? 0,
        week_monday: week_47,
        is_planned: false,
        line: { ...line, evidence: '签到表' },
      }),
    )
    const row = await week.rowOf(week_47, number)
    expect(row).toMatchObject({
      is_planned: false,
      progress: '已报批',
      evidence: '签到表',
      state: 'in_progress',
    })
    expect((await week.sheet(week_47)).plan[0]).toMatchObject({ number, progress: '', carried_weeks: 1 })
  })

  it('refuses a matter that is signed off', async () => {
    const week = await openWeek()
    const { matter_id } = await week.rowOf(week_47, (await week.add()).number)
    await week.signOff([matter_id])
    const late = week.book.change((change) =>
      writeWeekLine(change, { matter_id, week_monday: week_48, is_planned: true, line }),
    )
    expect((await problemOf(late)).message).toBe('2026-DJ-0001（制定发展党员计划）已销号，不能修改。')
    expect((await week.sheet(week_47)).plan).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { carryOver, mattersToCarry } from '../../../src-main/weekly/carry-over.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47, week_48 } from './open-week.ts'

async function openWeekWithCarry(options?: Parameters<typeof openWeek>[0]) {
  const week = await openWeek(options)
  const candidates = (week_monday: string, group_id: number | null = null) =>
    mattersToCarry(week.book.db, week.book.clock.today(), { week_monday, group_id })
  const carry = (from_monday: string, rows: { matter_id: number; unfinished_reason: string }[]) =>
    week.book.change((change) => carryOver(change, { from_monday, rows }))
  const carryAll = async (from_monday: string, unfinished_reason = '') =>
    carry(
      from_monday,
      (await candidates(from_monday)).map(({ matter_id }) => ({ matter_id, unfinished_reason })),
    )
  return { ...week, candidates, carry, carryAll }
}

describe('carryOver', () => {
  it('brings an open matter again under its number, as planned, with the reason on the week it leaves', async () => {
    const { add, rowOf, sheet, carryAll, titles } = await openWeekWithCarry()
    const { number } = await add({ is_planned: false, progress: '已起草', evidence: '初稿' })
    await add({ title: '还没动', week_state: 'not_started' })
    const before = await rowOf(week_47, number)
    expect((await sheet(week_47)).to_carry).toBe(2)
    expect(await carryAll(week_47, '等批复')).toEqual({ carried: 2 })
    expect((await titles()).at(-1)).toBe('结转到第48周：2026-DJ-0001 等 2 项')
    expect(await rowOf(week_47, number)).toEqual({ ...before, unfinished_reason: '等批复' })
    const [carried, untouched] = (await sheet(week_48)).rows
    expect(carried).toEqual({
      ...before,
      id: carried?.id,
      week_monday: week_48,
      is_planned: true,
      progress: '',
      carried_weeks: 1,
    })
    expect(untouched).toMatchObject({ number: '2026-DJ-0002', week_state: 'not_started' })
    expect((await sheet(week_47)).to_carry).toBe(0)
  })

  it('changes nothing and leaves no trace when run twice', async () => {
    const { book, add, rowOf, carry, sheet, titles } = await openWeekWithCarry()
    await add()
    const { matter_id } = await rowOf(week_47, '2026-DJ-0001')
    await carry(week_47, [{ matter_id, unfinished_reason: '等批复' }])
    const before = [await sheet(week_47), await titles()]
    expect(await carry(week_47, [{ matter_id, unfinished_reason: '改口' }])).toEqual({ carried: 0 })
    expect([await sheet(week_47), await titles()]).toEqual(before)
    expect(await book.db.selectFrom('matter_weeks').select('id').execute()).toHaveLength(2)
  })

  it('keeps a reason that was written before when none is given', async () => {
    const { add, rowOf, carryAll } = await openWeekWithCarry()
    await add({ unfinished_reason: '缺经费' })
    await carryAll(week_47, '')
    expect((await rowOf(week_47, '2026-DJ-0001')).unfinished_reason).toBe('缺经费')
  })

  it('takes along open matters only: not what is signed off, withdrawn, or in the next week already', async () => {
    const { department, add, candidates, rowOf, signOff, carry } = await openWeekWithCarry()
    for (const title of ['已办', '已在下周', '待办']) await add({ title })
    await add({ title: '别组', group_id: department.group_ids.LZ })
    await signOff([(await rowOf(week_47, '2026-DJ-0001')).matter_id])
    const { matter_id } = await rowOf(week_47, '2026-DJ-0002')
    await carry(week_47, [{ matter_id, unfinished_reason: '' }])
    expect((await candidates(week_47)).map(({ title }) => title)).toEqual(['待办', '别组'])
    expect((await candidates(week_47, department.group_ids.LZ)).map(({ title }) => title)).toEqual(['别组'])
  })

  it('keeps saying 已完成 of what was reported done but is not signed off yet', async () => {
    const { add, carryAll, rowOf } = await openWeekWithCarry()
    await add({ week_state: 'done' })
    await carryAll(week_47)
    expect((await rowOf(week_48, '2026-DJ-0001')).week_state).toBe('done')
  })

  it('goes on to the week after a week without a working day', async () => {
    const { book, add, carryAll, candidates, rowOf, sheet } = await openWeekWithCarry({ today: '2026-02-13' })
    await add({ week_monday: '2026-02-09' })
    await carryAll('2026-02-09')
    expect((await sheet('2026-02-16')).rows).toEqual([])
    expect((await rowOf('2026-02-23', '2026-DJ-0001')).carried_weeks).toBe(1)
    await add({ week_monday: '2026-02-16', title: '值班' })
    expect(await candidates('2026-02-16')).toEqual([])
    book.setToday('2026-02-27')
    expect(await carryAll('2026-02-23')).toEqual({ carried: 2 })
    expect((await rowOf('2026-03-02', '2026-DJ-0002')).carried_weeks).toBe(1)
  })

  it('goes from week 53 of 2026 into week 1 of 2027 without a new number', async () => {
    const { add, carryAll, rowOf, titles } = await openWeekWithCarry({ today: '2026-12-31' })
    await add({ week_monday: '2026-12-28' })
    await carryAll('2026-12-28')
    expect((await titles()).at(-1)).toBe('结转到第1周：2026-DJ-0001')
    expect((await rowOf('2027-01-04', '2026-DJ-0001')).carried_weeks).toBe(1)
  })

  it('counts the weeks a matter was carried, and starts a 已交办 one that was worked on', async () => {
    const { book, add, carryAll, rowOf } = await openWeekWithCarry()
    await add({ week_monday: week_48 })
    book.setToday('2026-11-27')
    expect((await rowOf(week_48, '2026-DJ-0001')).state).toBe('assigned')
    await carryAll(week_48)
    await carryAll('2026-11-30')
    const row = await rowOf('2026-12-07', '2026-DJ-0001')
    expect([row.carried_weeks, row.state]).toEqual([2, 'in_progress'])
  })

  it('refuses a matter that is not open or not in that week, and carries none', async () => {
    const { add, rowOf, sheet, signOff, carry } = await openWeekWithCarry()
    for (const title of ['待办', '已办']) await add({ title })
    await add({ title: '下周的', week_monday: week_48 })
    const named = async (number: string, monday = week_47) => ({
      matter_id: (await rowOf(monday, number)).matter_id,
      unfinished_reason: '',
    })
    const open = await named('2026-DJ-0001')
    const signed = await named('2026-DJ-0002')
    await signOff([signed.matter_id])
    expect((await problemOf(carry(week_47, [open, signed]))).message).toBe(
      '2026-DJ-0002（已办）已销号，不能结转。',
    )
    const stranger = await named('2026-DJ-0003', week_48)
    expect(await problemOf(carry(week_47, [open, stranger]))).toEqual({
      code: 'not_in_week',
      message: '2026-DJ-0003不在第47周（11月16日—11月20日）里，不能从这一周结转。',
      next: '请刷新这一周的清单后重新选择。',
      details: ['2026-DJ-0003 下周的'],
    })
    expect((await sheet(week_47)).to_carry).toBe(1)
  })
})

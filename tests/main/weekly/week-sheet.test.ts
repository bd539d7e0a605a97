import { describe, expect, it } from 'vitest'
import { handIn } from '../../../src-main/weekly/hand-in.ts'
import { writeWeekLine } from '../../../src-main/weekly/week-lines.ts'
import { openWeek, week_47, week_48 } from './open-week.ts'

describe('weekSheet', () => {
  it('orders rows by group, person and place; a matter without a person comes last in its group', async () => {
    const { department, add, sheet } = await openWeek()
    const { ZZ, LZ } = department.group_ids
    const { wang, li, zhang } = department.staff_ids
    await add({ title: '劳资组李四', group_id: LZ, staff_id: li })
    await add({ title: '组织组无人', staff_id: null })
    await add({ title: '组织组王五', staff_id: wang })
    await add({ title: '组织组张三一' })
    await add({ title: '劳资组张三', group_id: LZ, staff_id: zhang })
    await add({ title: '组织组张三二' })
    expect((await sheet(week_47)).rows.map(({ title }) => title)).toEqual([
      '组织组张三一',
      '组织组张三二',
      '组织组王五',
      '组织组无人',
      '劳资组张三',
      '劳资组李四',
    ])
    const only_lz = await sheet(week_47, LZ)
    expect(only_lz.rows.map(({ title }) => title)).toEqual(['劳资组张三', '劳资组李四'])
    expect([only_lz.counts.rows, only_lz.to_carry, only_lz.reports.map(({ name }) => name)]).toEqual([
      2,
      2,
      ['李四'],
    ])
    expect((await sheet(week_47, ZZ)).counts.rows).toBe(4)
  })

  it('shows the planned rows of the next week as plan, and all of them once it is the week itself', async () => {
    const { add, sheet } = await openWeek()
    await add({ title: '计划内', week_monday: week_48 })
    await add({ title: '计划外', week_monday: week_48, is_planned: false })
    expect((await sheet(week_47)).plan.map(({ title }) => title)).toEqual(['计划内'])
    expect((await sheet(week_47)).next_head.title).toBe('第48周（11月23日—11月27日）')
    expect((await sheet(week_48)).rows.map(({ title }) => title)).toEqual(['计划内', '计划外'])
  })

  it('counts planned and unplanned, open, overdue, signed off and carried', async () => {
    const { add, sheet, rowOf, signOff } = await openWeek()
    await add({ due_on: '2026-11-19' })
    await add({ due_on: '2026-11-20', is_planned: false })
    await add({ due_on: '2026-11-19' })
    await add({})
    await signOff([(await rowOf(week_47, '2026-DJ-0003')).matter_id])
    const { rows, counts } = await sheet(week_47)
    expect(rows.map(({ light }) => light)).toEqual(['red', 'amber', 'green', 'green'])
    expect(counts).toEqual({
      rows: 4,
      planned: 3,
      unplanned: 1,
      signed_off: 1,
      open: 3,
      overdue: 1,
      carried: 0,
    })
  })

  it('reads a week without a working day together with the week it is merged with', async () => {
    const { add, sheet } = await openWeek({ today: '2026-02-13' })
    await add({ title: '节前', week_monday: '2026-02-09' })
    await add({ title: '节中值班', week_monday: '2026-02-16' })
    await add({ title: '节后', week_monday: '2026-02-23' })
    const before = await sheet('2026-02-09')
    expect(before.next_head.monday).toBe('2026-02-23')
    expect(before.plan.map(({ title }) => title)).toEqual(['节中值班', '节后'])
    expect((await sheet('2026-02-23')).rows.map(({ title }) => title)).toEqual(['节中值班', '节后'])
    const empty = await sheet('2026-02-16')
    expect([empty.head.hand_in_on, empty.rows.map(({ title }) => title)]).toEqual([null, ['节中值班']])
  })

  it('shows a matter of a merged week once, as in the newer week', async () => {
    const { book, add, sheet } = await openWeek({ today: '2026-02-13' })
    await add({ week_monday: '2026-02-16' })
    const matter_id = (await sheet('2026-02-16')).rows[0]?.matter_id ?? 0
    const line = {
      progress: '节后继续',
      week_state: 'in_progress',
      unfinished_reason: '',
      evidence: '',
    } as const
    await book.change((change) =>
      writeWeekLine(change, { matter_id, week_monday: '2026-02-23', is_planned: true, line }),
    )
    const { rows, counts } = await sheet('2026-02-23')
    expect(rows.map(({ progress, carried_weeks }) => [progress, carried_weeks])).toEqual([['节后继续', 1]])
    expect(counts.rows).toBe(1)
  })

  it('lists the people of that week in their order, 未报 from its Monday on', async () => {
    const { book, department, add, sheet } = await openWeek({ today: '2026-11-15' })
    const { zhang, li } = department.staff_ids
    await add({})
    await add({})
    expect((await sheet(week_47)).reports).toEqual([])
    await book.change((change) => handIn(change, { week_monday: week_47, staff_ids: [li], state: 'nothing' }))
    expect((await sheet(week_47)).reports.map(({ name, state }) => [name, state])).toEqual([
      ['李四', 'nothing'],
    ])
    book.setToday('2026-11-16')
    expect((await sheet(week_47)).reports).toEqual([
      {
        staff_id: zhang,
        name: '张三',
        group_id: department.group_ids.ZZ,
        group_name: '组织组',
        state: 'missing',
        received_on: null,
        received_at: null,
        returned_times: 0,
        row_count: 2,
      },
      {
        staff_id: li,
        name: '李四',
        group_id: department.group_ids.LZ,
        group_name: '劳资组',
        state: 'nothing',
        received_on: '2026-11-15',
        received_at: '09:00',
        returned_times: 0,
        row_count: 0,
      },
      {
        staff_id: department.staff_ids.wang,
        name: '王五',
        group_id: department.group_ids.ZZ,
        group_name: '组织组',
        state: 'missing',
        received_on: null,
        received_at: null,
        returned_times: 0,
        row_count: 0,
      },
    ])
  })

  it('counts who left during a week and who joins during a week as people of that week', async () => {
    const { sheet } = await openWeek({ today: '2026-12-31' })
    const namesIn = async (monday: string) => (await sheet(monday)).reports.map(({ name }) => name)
    expect(await namesIn('2026-10-26')).toEqual(['张三', '李四', '王五', '钱七'])
    expect(await namesIn('2026-11-02')).toEqual(['张三', '李四', '王五'])
    expect(await namesIn('2026-11-30')).toEqual(['张三', '李四', '王五', '孙八'])
    expect(await namesIn('2026-02-16')).toEqual([])
  })
})

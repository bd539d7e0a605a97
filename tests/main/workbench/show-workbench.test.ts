import { describe, expect, it } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { saveSettings } from '../../../src-main/settings/settings.ts'
import { carryOver } from '../../../src-main/weekly/carry-over.ts'
import { handIn } from '../../../src-main/weekly/hand-in.ts'
import { showWorkbench } from '../../../src-main/workbench/show-workbench.ts'
import { default_settings } from '../../../src-shared/settings.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'
import { openWeek, week_47 } from '../weekly/open-week.ts'

async function openDesk(options?: Parameters<typeof openWeek>[0]) {
  const week = await openWeek(options)
  const { book } = week
  await book.change((change) =>
    saveSettings(change, { ...default_settings, unit_name: '某中心', clerk_name: '小陈' }),
  )
  const show = () => showWorkbench(book.db, book.clock.today())
  const addDuty = (number: string, roles: readonly ('A' | 'B')[]) =>
    book.change(async ({ db }) => {
      const scope = 'ZZ-DJ'
      const serial = Number(number.slice(-3))
      await db
        .insertInto('number_register')
        .values({ kind: 'duty', scope, serial, number, state: 'used', reason: '' })
        .execute()
      const words = { frequency: '', due_rule: '', basis: '', standard: '', output: '', remark: '' }
      const { id } = await db
        .insertInto('duties')
        .values({
          ...words,
          number,
          group_id: week.department.group_ids.ZZ,
          category_id: week.department.category_ids.DJ,
          content: '发展党员',
          sort_order: serial,
          voided_on: null,
          void_reason: '',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const role of roles) {
        const staff_id = week.department.staff_ids[role === 'A' ? 'zhang' : 'wang']
        const from_on = role === 'A' ? '2026-01-01' : '2026-12-01'
        await db
          .insertInto('duty_holders')
          .values({ duty_id: id, staff_id, role, rank: 1, from_on, to_on: null })
          .execute()
      }
    })
  return { ...week, show, addDuty }
}

describe('showWorkbench', () => {
  it('asks an empty book for its settings first, and has nothing to show', async () => {
    const book = await openTestBook({ today: '2026-11-20' })
    expect(await showWorkbench(book.db, '2026-11-20')).toEqual({
      today: '2026-11-20',
      head: {
        monday: '2026-11-16',
        week_year: 2026,
        week: 47,
        title: '第47周（11月16日—11月20日）',
        hand_in_on: '2026-11-20',
        is_provisional: false,
        name: '第47周',
        merged: [],
      },
      counts: { rows: 0, planned: 0, unplanned: 0, signed_off: 0, open: 0, overdue: 0, carried: 0 },
      overdue: [],
      overdue_total: 0,
      due_soon: [],
      due_soon_total: 0,
      missing: [],
      received: 0,
      people: 0,
      duties: 0,
      duties_without_a: 0,
      duties_without_b: 0,
      waiting_for_archive: 0,
      next_step: 'fill_settings',
    })
  })

  it('leads through the first use and through a Friday, step by step', async () => {
    const { book, department, add, rowOf, show, addDuty } = await openDesk()
    const steps: string[] = []
    const note = async () => steps.push((await show()).next_step)
    await note()
    await addDuty('ZZ-DJ-001', ['A'])
    await note()
    await add({ week_state: 'done' })
    await add({ title: '还没办完' })
    await note()
    const staff_ids = Object.values(department.staff_ids)
    await book.change((change) => handIn(change, { week_monday: week_47, staff_ids, state: 'received' }))
    await note()
    const { matter_id } = await rowOf(week_47, '2026-DJ-0001')
    const day = '2026-11-20'
    const signed = { finished_on: day, signed_off_on: day, signed_off_by: '赵处', archive: null }
    await book.change((change) => signOffAndArchive(change, { matter_ids: [matter_id], ...signed }))
    await note()
    const open = (await rowOf(week_47, '2026-DJ-0002')).matter_id
    const rows = [{ matter_id: open, unfinished_reason: '等批复' }]
    await book.change((change) => carryOver(change, { from_monday: week_47, rows }))
    await note()
    expect(steps).toEqual([
      'import_duties',
      'fill_week',
      'collect_reports',
      'sign_off',
      'carry_over',
      'export_week',
    ])
    expect(await show()).toMatchObject({ waiting_for_archive: 1, received: 3, people: 3, missing: [] })
  })

  it('lists what is overdue in any week, oldest first, and what is due within the amber days', async () => {
    const { add, rowOf, signOff, show } = await openDesk()
    await add({ title: '逾期二', due_on: '2026-11-19' })
    await add({ title: '逾期一', due_on: '2026-09-01', week_monday: '2026-08-31' })
    await add({ title: '今天', due_on: '2026-11-20' })
    await add({ title: '三个工作日', due_on: '2026-11-25' })
    await add({ title: '还早', due_on: '2026-11-26' })
    await add({ title: '无时限' })
    await add({ title: '已销', due_on: '2026-11-18' })
    await signOff([(await rowOf(week_47, '2026-DJ-0007')).matter_id])
    const { overdue, overdue_total, due_soon, due_soon_total } = await show()
    expect(overdue.map(({ title, light }) => [title, light])).toEqual([
      ['逾期一', 'red'],
      ['逾期二', 'red'],
    ])
    expect(due_soon.map(({ title, light }) => [title, light])).toEqual([
      ['今天', 'amber'],
      ['三个工作日', 'amber'],
    ])
    expect([overdue_total, due_soon_total]).toEqual([2, 2])
  })

  it('shows each matter once, as in its newest week, and the first hundred of many', async () => {
    const { book, add, show, rowOf } = await openDesk()
    await add({ due_on: '2026-11-01' })
    const { matter_id } = await rowOf(week_47, '2026-DJ-0001')
    const rows = [{ matter_id, unfinished_reason: '' }]
    await book.change((change) => carryOver(change, { from_monday: week_47, rows }))
    for (let n = 0; n < 104; n++) await add({ due_on: '2026-11-02' })
    const { overdue, overdue_total } = await show()
    expect(overdue[0]).toMatchObject({ number: '2026-DJ-0001', week_monday: '2026-11-23', carried_weeks: 1 })
    expect([overdue.length, overdue_total]).toEqual([100, 105])
  })

  it('counts duties without A or B today, and names who has not handed in', async () => {
    const { book, show, addDuty } = await openDesk()
    await addDuty('ZZ-DJ-001', ['A', 'B'])
    await addDuty('ZZ-DJ-002', [])
    await addDuty('ZZ-DJ-003', ['A'])
    await book.change(({ db }) =>
      db
        .updateTable('duties')
        .set({ voided_on: '2026-11-01', void_reason: '合并' })
        .where('number', '=', 'ZZ-DJ-003')
        .execute(),
    )
    // 王五 holds ZZ-DJ-001 as B from December on.
    expect(await show()).toMatchObject({ duties: 2, duties_without_a: 1, duties_without_b: 2 })
    book.setToday('2026-12-01')
    expect(await show()).toMatchObject({ duties: 2, duties_without_a: 1, duties_without_b: 1, people: 4 })
    expect((await show()).missing.map(({ name }) => name)).toEqual(['张三', '李四', '王五', '孙八'])
  })

  it('shows the week after a week without working days while that one runs', async () => {
    const { add, show } = await openDesk({ today: '2026-02-18' })
    await add({ week_monday: '2026-02-23' })
    const { head, counts, missing, people } = await show()
    expect([head.monday, head.hand_in_on, counts.rows]).toEqual(['2026-02-23', '2026-02-27', 1])
    expect([missing, people]).toEqual([[], 4])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveStaff } from '../../../src-main/actions/move-staff.ts'
import { staffTies } from '../../../src-main/actions/staff-ties.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { findEverywhere } from '../../../src-main/search/find.ts'
import { renameStaff } from '../../../src-main/staff/rename-staff.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import type { StaffMove } from '../../../src-shared/staff-moves.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { dumpOf, trail_tables } from '../../helpers/dump.ts'
import { insertMatter } from '../../helpers/matter.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
let department: Department
let ids: number[]
beforeEach(async () => {
  book = await openTestBook({ today: '2026-01-05' })
  department = await addDepartment(book)
  const { organisation, zhang, li, wang } = department
  ids = await addDuties(book, [
    duty(organisation, { a_staff_id: zhang, b_staff_ids: [li] }),
    duty(organisation, { content: '党费收缴', a_staff_id: zhang }),
    duty(organisation, { content: '发展党员', a_staff_id: li, b_staff_ids: [wang, zhang] }),
  ])
  book.setToday('2026-11-20')
})
afterEach(() => book.close())

/** As the dialog sends it when everything is left as proposed. */
async function asProposed(last_day = '2026-11-30'): Promise<StaffMove> {
  const { posts, matters } = await staffTies(book.db, department.zhang, last_day)
  return {
    ...{
      staff_id: department.zhang,
      kind: 'retire',
      last_day,
      group_id: null,
      post: '',
      approver: '',
      reason: '到龄',
    },
    posts: posts.map(({ duty_id, proposal }) => ({ duty_id, ...proposal })),
    matters: matters.map(({ matter_id, proposal }) => ({ matter_id, staff_id: proposal })),
  }
}

const move = (how: StaffMove) => book.change((change) => moveStaff(change, how))
const held = async (day: string) =>
  (await listDuties(book.db, day, DutyFilter.parse({}))).map(
    ({ a_holder, b_holders }) =>
      `${a_holder?.name ?? '—'}/${b_holders.map(({ name }) => name).join('、') || '—'}`,
  )
const dump = () => dumpOf(book.sqlite, trail_tables)

describe('what hangs on a person', () => {
  it('is every duty held then, with the B moving up, else who knows it and has least', async () => {
    await insertMatter(book, '收党费', { staff_id: department.wang, duty_id: ids[1] ?? 0 })
    const { posts } = await staffTies(book.db, department.zhang, '2026-11-30')
    const { li, wang } = department
    expect(posts.map(({ number, roles, proposal, why }) => [number, roles, proposal, why])).toEqual([
      ['ZZ-DJ-001', 'A岗', { a_staff_id: li, b_staff_ids: [] }, 'B岗递补'],
      ['ZZ-DJ-002', 'A岗', { a_staff_id: wang, b_staff_ids: [] }, '王五办过，职责较少'],
      ['ZZ-DJ-003', 'B岗', { a_staff_id: li, b_staff_ids: [wang] }, ''],
    ])
  })

  it('has its open matters go with their duty', async () => {
    await insertMatter(book, '主题党日', { staff_id: department.zhang, duty_id: ids[0] ?? 0 })
    await insertMatter(book, '别的事', { staff_id: department.zhang })
    await insertMatter(book, '办完的', {
      ...{ staff_id: department.zhang, state: 'signed_off', finished_on: '2026-11-18' },
      ...{ signed_off_on: '2026-11-18', signed_off_by: '王处长' },
    })
    const { matters } = await staffTies(book.db, department.zhang, '2026-11-30')
    expect(matters.map(({ title, proposal }) => [title, proposal])).toEqual([
      ['主题党日', department.li],
      ['别的事', department.li],
    ])
  })
})

describe('leaving', () => {
  it('gives everything to others from the next day on, and leaves nothing with nobody', async () => {
    await insertMatter(book, '主题党日', { staff_id: department.zhang, duty_id: ids[0] ?? 0 })
    await move(await asProposed())
    const [matter] = await book.db.selectFrom('matters').select('staff_id').execute()
    const still = await staffTies(book.db, department.zhang, '2026-11-30')
    expect([await held('2026-11-30'), await held('2026-12-01'), matter?.staff_id, still.posts]).toEqual([
      ['张三/李四', '张三/—', '李四/王五、张三'],
      ['李四/—', '李四/—', '李四/王五'],
      department.li,
      [],
    ])
  })

  it('is one adjustment with the reason, one entry of the trail, and is taken back in one step', async () => {
    const before = dump()
    await move(await asProposed())
    const adjustments = await book.db
      .selectFrom('post_adjustments')
      .select(['effective_on', 'reason'])
      .execute()
    const last = await book.db
      .selectFrom('changes')
      .select(['id', 'title'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await undoChange(book, book.clock, last.id)
    expect([adjustments, last.title, dump()]).toEqual([
      [{ effective_on: '2026-12-01', reason: '张三退休：到龄' }],
      '张三 退休（2026年11月30日），移交职责 3 项、事项 0 项',
      before,
    ])
  })

  it('is refused while a duty or a matter would be left behind', async () => {
    const how = await asProposed()
    await insertMatter(book, '刚登记的事', { staff_id: department.zhang })
    const late = await problemOf(move(how))
    const missing = await problemOf(move({ ...(await asProposed()), posts: how.posts.slice(1) }))
    expect([late.details, missing.details, await held('2026-12-01')]).toEqual([
      ['2026-DJ-0001 刚登记的事'],
      ['ZZ-DJ-001 组织主题党日'],
      ['张三/李四', '张三/—', '李四/王五、张三'],
    ])
  })

  it('ends what was planned for later: absences, stand-ins, trainings', async () => {
    const { zhang, li } = department
    await book.change(async ({ db }) => {
      const row = {
        kind: '年休假',
        from_half: 'am',
        to_half: 'pm',
        approver: '',
        reachable: '',
        note: '',
      } as const
      const span = { from_on: '2026-12-07', to_on: '2026-12-11', cancelled_on: null, cancel_reason: '' }
      const [, other] = await db
        .insertInto('absences')
        .values([
          { ...row, ...span, staff_id: zhang },
          { ...row, ...span, staff_id: li },
        ])
        .returning('id')
        .execute()
      await db
        .insertInto('stand_ins')
        .values({
          ...{
            absence_id: other?.id ?? 0,
            duty_id: ids[2] ?? 0,
            staff_id: zhang,
            from_half: 'am',
            to_half: 'pm',
          },
          ...{
            from_on: '2026-12-07',
            to_on: '2026-12-11',
            appointed_by: '沈处长',
            appointed_on: '2026-11-20',
          },
        })
        .execute()
      const training = { duty_id: ids[2] ?? 0, due_on: '2026-12-31', done_on: null, note: '' }
      await db
        .insertInto('post_trainings')
        .values([
          { ...training, staff_id: zhang, teacher_staff_id: li },
          { ...training, staff_id: li, teacher_staff_id: zhang },
        ])
        .execute()
    })
    const { later_absences, later_stand_ins, open_trainings } = await staffTies(book.db, zhang, '2026-11-30')
    await move(await asProposed())
    const after = {
      absences: await book.db
        .selectFrom('absences')
        .select(['staff_id', 'cancelled_on'])
        .orderBy('id')
        .execute(),
      stand_ins: await book.db.selectFrom('stand_ins').selectAll().execute(),
      trainings: await book.db
        .selectFrom('post_trainings')
        .select(['staff_id', 'teacher_staff_id'])
        .execute(),
    }
    expect([later_absences, later_stand_ins, open_trainings, after]).toEqual([
      1,
      1,
      2,
      {
        absences: [
          { staff_id: zhang, cancelled_on: '2026-11-20' },
          { staff_id: li, cancelled_on: null },
        ],
        stand_ins: [],
        trainings: [{ staff_id: li, teacher_staff_id: null }],
      },
    ])
  })
})

describe('moving to another group', () => {
  it('changes group and post, and hands over only what is handed over', async () => {
    const how = await asProposed('2026-11-20')
    const kept = how.posts.filter(({ duty_id }) => duty_id !== ids[1])
    const { personnel, zhang } = department
    await move({ ...how, kind: 'regroup', group_id: personnel, post: '招聘岗', posts: kept })
    const person = await book.db
      .selectFrom('staff')
      .select(['group_id', 'post', 'left_on'])
      .where('id', '=', zhang)
      .executeTakeFirst()
    const event = await book.db
      .selectFrom('staff_events')
      .select(['kind', 'before_text', 'after_text'])
      .executeTakeFirst()
    expect([person, event, (await held('2026-11-21'))[1]]).toEqual([
      { group_id: personnel, post: '招聘岗', left_on: null },
      { kind: 'regroup', before_text: '组织组 组长', after_text: '人事组 招聘岗' },
      '张三/—',
    ])
  })

  it('is not entered before its day', async () => {
    const how = { ...(await asProposed('2026-11-30')), kind: 'regroup' as const }
    expect((await problemOf(move(how))).fields).toEqual({
      last_day: '组别在登记当天就改，日期不能晚于今天。',
    })
  })
})

it('finds somebody by a former name', async () => {
  await book.change((change) =>
    renameStaff(change, { id: department.zhang, name: '张山', happened_on: '2026-11-20', reason: '' }),
  )
  const hits = await findEverywhere(book.db, '2026-11-20', '张三')
  expect(hits.map(({ subject, title, detail }) => [subject, title, detail.includes('曾用名：张三')])).toEqual(
    [['staff', '张山', true]],
  )
})

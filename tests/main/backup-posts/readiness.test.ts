import { afterEach, beforeEach, expect, it } from 'vitest'
import { listReadiness, monthsBefore } from '../../../src-main/backup-posts/readiness.ts'
import { setHolders } from '../../../src-main/backup-posts/set-holders.ts'
import { editTraining, planTrainings, removeTraining } from '../../../src-main/backup-posts/trainings.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { insertMatter } from '../../helpers/matter.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
let department: Department
let duty_id: number
beforeEach(async () => {
  book = await openTestBook({ today: '2026-01-05' })
  department = await addDepartment(book)
  const { organisation, zhang, li, wang } = department
  ;[duty_id = 0] = await addDuties(book, [duty(organisation, { a_staff_id: zhang, b_staff_ids: [li, wang] })])
  book.setToday('2026-11-20')
})
afterEach(() => book.close())

/** `李四 stale 2026-03-02 matter 2026-DJ-0001 组织主题党日` */
async function readiness(): Promise<string[]> {
  return (await listReadiness(book.db, book.clock.today())).map(
    ({ b, state, last_on, last_kind, last_detail }) =>
      [b.name, state, last_on, last_kind, last_detail].filter(Boolean).join(' '),
  )
}

it('takes a B who never touched the duty for that, whatever the A or others did', async () => {
  await insertMatter(book, '主题党日', { staff_id: department.zhang, duty_id }, ['2026-11-16'])
  await insertMatter(book, '别的事', { staff_id: department.li }, ['2026-11-16'])
  expect(await readiness()).toEqual(['李四 never', '王五 never'])
})

it('knows a B by the matters done or helped with, up to the last week that says so', async () => {
  await insertMatter(book, '主题党日', { staff_id: department.li, duty_id }, ['2026-02-23', '2026-03-02'])
  await insertMatter(book, '党日材料', { helpers: '赵六，王五', duty_id }, ['2026-09-07'])
  await insertMatter(book, '以后的事', { staff_id: department.li, duty_id }, ['2026-11-23'])
  expect(await readiness()).toEqual([
    '李四 stale 2026-03-02 matter 2026-DJ-0001 主题党日',
    '王五 fresh 2026-09-07 matter 2026-DJ-0002 党日材料',
  ])
})

it('does not take somebody whose name only contains the name of a B', async () => {
  await insertMatter(book, '党日材料', { helpers: '王五一', duty_id }, ['2026-09-07'])
  expect(await readiness()).toEqual(['李四 never', '王五 never'])
})

it('knows a B who was the A before, until the last day of that', async () => {
  book.setToday('2026-06-01')
  await book.change((change) =>
    setHolders(change, duty_id, department.li, [department.zhang, department.wang]),
  )
  book.setToday('2026-11-20')
  expect(await readiness()).toEqual(['张三 fresh 2026-05-31 was_a', '王五 never'])
})

it('counts months by the calendar', () => {
  expect(['2026-08-31', '2026-11-20', '2026-01-15'].map((day) => monthsBefore(day, 6))).toEqual([
    '2026-02-28',
    '2026-05-20',
    '2025-07-15',
  ])
})

it('plans who is taught by the A, once, and knows the B when it is done', async () => {
  const { zhang, li, wang } = department
  const plan = (due_on: string) =>
    book.change((change) =>
      planTrainings(change, {
        pairs: [
          { duty_id, staff_id: li },
          { duty_id, staff_id: wang },
        ],
        ...{ teacher_staff_id: null, due_on, note: '' },
      }),
    )
  await plan('2026-12-15')
  await plan('2026-12-31')
  const rows = await book.db.selectFrom('post_trainings').selectAll().execute()
  const id = rows[0]?.id ?? 0
  const too_late = await problemOf(
    book.change((change) =>
      editTraining(change, { id, due_on: '2026-12-31', done_on: '2026-12-01', note: '' }),
    ),
  )
  await book.change((change) =>
    editTraining(change, { id, due_on: '2026-12-31', done_on: '2026-11-19', note: '' }),
  )
  await book.change((change) => removeTraining(change, rows[1]?.id ?? 0))
  expect([
    rows.map(({ staff_id, teacher_staff_id, due_on }) => [staff_id, teacher_staff_id, due_on]),
    too_late.fields,
    await readiness(),
  ]).toEqual([
    [
      [li, zhang, '2026-12-31'],
      [wang, zhang, '2026-12-31'],
    ],
    { done_on: '完成日期不能晚于今天。' },
    ['李四 fresh 2026-11-19 trained', '王五 never'],
  ])
})

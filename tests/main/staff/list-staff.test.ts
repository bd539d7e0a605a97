import { afterEach, beforeEach, expect, it } from 'vitest'
import { setHolders } from '../../../src-main/backup-posts/set-holders.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { addStaff, leaveStaff } from '../../../src-main/staff/edit-staff.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { staffByName } from '../../../src-main/staff/staff-by-name.ts'
import { addDepartment, addDuties, type Department, duty, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-18' })
  department = await addDepartment(book)
})
afterEach(() => book.close())

const load = async (today: string) =>
  (await listStaff(book.db, today, true)).map((one) => [one.name, one.a_count, one.b_count])

it('counts the duties in use that each holds that day as A and as B', async () => {
  const { organisation, zhang, li, wang } = department
  const [first = 0, , third = 0] = await addDuties(book, [
    duty(organisation, { a_staff_id: zhang, b_staff_ids: [li, wang] }),
    duty(organisation, { a_staff_id: zhang, b_staff_ids: [zhang] }),
    duty(organisation, { a_staff_id: li, b_staff_ids: [zhang] }),
  ])
  expect(await load('2026-11-18')).toEqual([
    ['张三', 2, 2],
    ['李四', 1, 1],
    ['王五', 0, 1],
  ])
  await book.change((change) => voidDuties(change, [third], '合并'))
  book.setToday('2026-11-20')
  await book.change((change) => setHolders(change, first, wang, [li]))
  expect([await load('2026-11-17'), await load('2026-11-19'), await load('2026-11-20')]).toEqual([
    [
      ['张三', 0, 0],
      ['李四', 0, 0],
      ['王五', 0, 0],
    ],
    [
      ['张三', 2, 1],
      ['李四', 0, 1],
      ['王五', 0, 1],
    ],
    [
      ['张三', 1, 1],
      ['李四', 0, 1],
      ['王五', 1, 0],
    ],
  ])
})

it('finds everybody of one name instead of guessing, those who left too', async () => {
  const { personnel, zhang } = department
  await book.change((change) => leaveStaff(change, { id: zhang, left_on: '2026-06-30' }))
  const { id } = await book.change((change) =>
    addStaff(change, person('张三', { group_id: personnel, staff_code: '009', post: '科员' })),
  )
  const by_name = await staffByName(book.db)
  expect([[...by_name.keys()], by_name.get('张三'), by_name.get('赵六')]).toEqual([
    ['张三', '李四', '王五'],
    [
      {
        id: zhang,
        name: '张三',
        group_id: department.organisation,
        group_name: '组织组',
        staff_code: '',
        post: '组长',
        left_on: '2026-06-30',
      },
      {
        id,
        name: '张三',
        group_id: personnel,
        group_name: '人事组',
        staff_code: '009',
        post: '科员',
        left_on: null,
      },
    ],
    undefined,
  ])
})

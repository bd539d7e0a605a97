import { afterEach, beforeEach, expect, it } from 'vitest'
import { setHolders } from '../../../src-main/backup-posts/set-holders.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
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

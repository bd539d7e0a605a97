import { afterEach, beforeEach, expect, it } from 'vitest'
import { coverageOfPosts } from '../../../src-main/backup-posts/coverage.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { leaveStaff } from '../../../src-main/staff/edit-staff.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { addDepartment, addDuties, duty } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-18' })
})
afterEach(() => book.close())

const coverage = async (today: string) =>
  coverageOfPosts(
    await listDuties(book.db, today, DutyFilter.parse({})),
    await listStaff(book.db, today, false),
  )

it('is all noughts in an empty book', async () => {
  expect(await coverage('2026-11-18')).toEqual({
    people: 0,
    duties: 0,
    without_a: 0,
    without_b: 0,
    excepted: 0,
    same_a_b: 0,
    left: 0,
    people_without_duty: 0,
    rows: [],
    load: [],
  })
})

it('counts what has nobody, whose holder has left and who holds nothing', async () => {
  const { organisation, zhang, li, wang } = await addDepartment(book)
  await addDuties(book, [
    duty(organisation, { a_staff_id: zhang, b_staff_ids: [zhang] }),
    duty(organisation, { a_staff_id: li, b_staff_ids: [zhang] }),
    duty(organisation, { b_staff_ids: [li] }),
    duty(organisation),
  ])
  await book.change((change) => leaveStaff(change, { id: li, left_on: '2026-11-18' }))
  const { rows, ...found } = await coverage('2026-11-19')
  expect([rows.map((row) => row.findings), found]).toEqual([
    [['same_a_b'], ['a_left'], ['no_a', 'b_left'], ['no_a', 'no_b']],
    {
      people: 2,
      duties: 4,
      without_a: 2,
      without_b: 1,
      excepted: 0,
      same_a_b: 1,
      left: 2,
      people_without_duty: 1,
      load: [
        { staff_id: zhang, name: '张三', group_name: '组织组', a_count: 1, b_count: 2 },
        { staff_id: wang, name: '王五', group_name: '人事组', a_count: 0, b_count: 0 },
      ],
    },
  ])
})

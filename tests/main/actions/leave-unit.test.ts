import { afterEach, beforeEach, expect, it } from 'vitest'
import { leaveUnit } from '../../../src-main/actions/leave-unit.ts'
import { addDepartment, type Department } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { importInto } from '../../helpers/plan-on.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  department = await addDepartment(book)
  const rest = {
    ...({ staff_id: department.zhang, kind: '年休假', from_half: 'am', to_half: 'pm' } as const),
    ...{ approver: '', reachable: '', note: '', cancelled_on: null, cancel_reason: '' },
  }
  await book.change(({ db }) =>
    db
      .insertInto('absences')
      .values([
        { ...rest, from_on: '2026-11-09', to_on: '2026-11-10' },
        { ...rest, from_on: '2026-11-26', to_on: '2026-12-03' },
        { ...rest, from_on: '2026-12-14', to_on: '2026-12-18' },
      ])
      .execute(),
  )
})
afterEach(() => book.close())

const absences = () =>
  book.db.selectFrom('absences').select(['to_on', 'cancel_reason']).orderBy('id').execute()
const ended = [
  { to_on: '2026-11-10', cancel_reason: '' },
  { to_on: '2026-11-30', cancel_reason: '' },
  { to_on: '2026-12-18', cancel_reason: '2026年11月30日离开单位' },
]

it('ends the absences of whoever leaves, and cancels those that would begin later', async () => {
  await book.change((change) => leaveUnit(change, { id: department.zhang, left_on: '2026-11-30' }))
  expect(await absences()).toEqual(ended)
})

it('does so when a roster says that somebody has left', async () => {
  const rows = [
    ['姓名', '组别', '离开日期'],
    ['张三', '组织组', '2026-11-30'],
  ]
  await importInto(book, 'staff', { rows })
  expect(await absences()).toEqual(ended)
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addStaff,
  editStaff,
  leaveStaff,
  rejoinStaff,
  sortStaff,
} from '../../../src-main/staff/edit-staff.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { addDepartment, type Department, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

const today = '2026-11-18'
let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today })
  department = await addDepartment(book)
})
afterEach(() => book.close())

const names = async (include_left = true) =>
  (await listStaff(book.db, today, include_left)).map((p) => p.name)
const titles = async () =>
  (await book.db.selectFrom('changes').select('title').orderBy('id').execute()).map((row) => row.title)

describe('adding people', () => {
  it('puts a new one at the end of the list, with everything that was filled in', async () => {
    const draft = person('赵六', {
      group_id: department.personnel,
      staff_code: 'A007',
      post: '科员',
      phone: '8001',
      note: '借调',
      joined_on: '2026-03-01',
    })
    const { id } = await book.change((change) => addStaff(change, draft))
    expect((await listStaff(book.db, today, false)).at(-1)).toEqual({
      ...draft,
      id,
      group_name: '人事组',
      sort_order: 4,
      left_on: null,
      a_count: 0,
      b_count: 0,
    })
    expect((await titles()).at(-1)).toBe('新增人员 赵六')
  })

  it('takes somebody who belongs to no group', async () => {
    await book.change((change) => addStaff(change, person('处长')))
    const last = (await listStaff(book.db, today, false)).at(-1)
    expect([last?.name, last?.group_id, last?.group_name]).toEqual(['处长', null, ''])
  })

  it('takes a second 张三 whom the group or the staff code tells apart', async () => {
    await book.change((change) => addStaff(change, person('张三', { group_id: department.personnel })))
    await book.change((change) =>
      addStaff(change, person('张三', { group_id: department.organisation, staff_code: '009' })),
    )
    expect(await names()).toEqual(['张三', '李四', '王五', '张三', '张三'])
  })

  it('asks for a staff code when nothing tells the two apart', async () => {
    const same = person('张三', { group_id: department.organisation })
    expect(await problemOf(book.change((change) => addStaff(change, same)))).toEqual({
      code: 'same_name',
      message: '这个组里已经有一位张三。',
      next: '如果是同名的两个人，请填写工号来区分。',
      fields: { name: '这个组里已经有一位张三。' },
    })
  })

  it('reminds of the one who left instead of making a second', async () => {
    await book.change((change) => leaveStaff(change, { id: department.zhang, left_on: '2026-06-30' }))
    const same = person('张三', { group_id: department.organisation })
    expect(await problemOf(book.change((change) => addStaff(change, same)))).toEqual({
      code: 'same_name',
      message: '这个组里有一位张三，2026年6月30日离开。',
      next: '如果是同一个人，请在名册里重新列入；如果是同名的两个人，请填写工号来区分。',
      fields: { name: '这个组里有一位张三，2026年6月30日离开。' },
    })
  })

  it('says whose staff code it already is, and leaves nothing behind', async () => {
    await book.change((change) => addStaff(change, person('赵六', { staff_code: 'A007' })))
    const before = await titles()
    const again = person('钱七', { staff_code: 'A007' })
    expect(await problemOf(book.change((change) => addStaff(change, again)))).toEqual({
      code: 'staff_code_taken',
      message: '工号 A007 已经是 赵六 的。',
      next: '请核对工号后改正。',
      fields: { staff_code: '工号 A007 已经是 赵六 的。' },
    })
    expect([await names(), await titles()]).toEqual([['张三', '李四', '王五', '赵六'], before])
  })

  it('notices a group that is gone', async () => {
    expect(
      await problemOf(book.change((change) => addStaff(change, person('赵六', { group_id: 99 })))),
    ).toEqual({
      code: 'group_gone',
      message: '这个组别已经不在了，请重新选择。',
      fields: { group_id: '这个组别已经不在了，请重新选择。' },
    })
  })
})

describe('editing people', () => {
  it('changes what was filled in and nothing else', async () => {
    const before = await listStaff(book.db, today, true)
    await book.change((change) =>
      editStaff(change, department.li, person('李思', { group_id: department.personnel, phone: '8002' })),
    )
    expect(await listStaff(book.db, today, true)).toEqual(
      before.map((one) =>
        one.id === department.li
          ? { ...one, name: '李思', group_id: department.personnel, group_name: '人事组', phone: '8002' }
          : one,
      ),
    )
  })

  it('leaves no trace when nothing was changed', async () => {
    const before = await titles()
    await book.change((change) =>
      editStaff(change, department.li, person('李四', { group_id: department.organisation })),
    )
    expect(await titles()).toEqual(before)
  })

  it('keeps two people apart as adding does', async () => {
    const draft = person('张三', { group_id: department.organisation })
    const { code } = await problemOf(book.change((change) => editStaff(change, department.li, draft)))
    expect(code).toBe('same_name')
  })

  it('says so when the person is gone', async () => {
    const { code, message } = await problemOf(book.change((change) => editStaff(change, 99, person('无名'))))
    expect([code, message]).toEqual(['staff_gone', '名册里已经没有这个人。'])
  })
})

describe('leaving', () => {
  it('counts the last day itself as here, and from the next day on only those who left are hidden', async () => {
    await book.change((change) => leaveStaff(change, { id: department.li, left_on: '2026-11-20' }))
    const shown = async (day: string, include_left: boolean) =>
      (await listStaff(book.db, day, include_left)).map((p) => p.name)
    expect([
      await shown('2026-11-20', false),
      await shown('2026-11-21', false),
      await shown('2026-11-21', true),
    ]).toEqual([
      ['张三', '李四', '王五'],
      ['张三', '王五'],
      ['张三', '李四', '王五'],
    ])
    expect((await titles()).at(-1)).toBe('李四 离开（2026年11月20日）')
  })

  it('cannot come before the first day', async () => {
    const { id } = await book.change((change) =>
      addStaff(change, person('赵六', { joined_on: '2026-03-01' })),
    )
    const message = '离开日期不能早于到岗日期（2026年3月1日）。'
    expect(
      await problemOf(book.change((change) => leaveStaff(change, { id, left_on: '2026-02-28' }))),
    ).toEqual({
      code: 'left_before_joined',
      message,
      fields: { left_on: message, joined_on: message },
    })
  })

  it('is taken back by listing the person again', async () => {
    await book.change((change) => leaveStaff(change, { id: department.li, left_on: '2026-11-01' }))
    await book.change((change) => rejoinStaff(change, department.li))
    expect([await names(false), (await titles()).at(-1)]).toEqual([
      ['张三', '李四', '王五'],
      '李四 重新列入人员名册',
    ])
  })
})

describe('sorting', () => {
  it('puts people in the order given', async () => {
    const { zhang, li, wang } = department
    await book.change((change) => sortStaff(change, [wang, zhang, li]))
    expect([await names(), (await titles()).at(-1)]).toEqual([['王五', '张三', '李四'], '调整人员顺序'])
  })

  it('lets only the people on the screen change places', async () => {
    await book.change((change) => leaveStaff(change, { id: department.li, left_on: '2026-11-01' }))
    await book.change((change) => sortStaff(change, [department.wang, department.zhang]))
    expect(await names()).toEqual(['王五', '李四', '张三'])
  })

  it('passes over ids that are twice there or gone, and touches only rows that move', async () => {
    const { zhang, li, wang } = department
    await book.change((change) => sortStaff(change, [99, zhang, wang, zhang, li]))
    const { id } = await book.db
      .selectFrom('changes')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const touched = await book.db
      .selectFrom('change_rows')
      .select(['row_id', 'operation'])
      .where('change_id', '=', id)
      .orderBy('row_id')
      .execute()
    expect([await names(), touched]).toEqual([
      ['张三', '王五', '李四'],
      [
        { row_id: li, operation: 'update' },
        { row_id: wang, operation: 'update' },
      ],
    ])
  })
})

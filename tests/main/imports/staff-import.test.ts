import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addGroup, listGroups } from '../../../src-main/settings/groups.ts'
import { addStaff } from '../../../src-main/staff/edit-staff.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { importInto, planOn, verdictsOf } from '../../helpers/plan-on.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

const header = ['序号', '姓名', '部门', '工号', '职务', '手机', '入职时间']

async function people() {
  const members = await listStaff(book.db, '2026-11-18', true)
  return members.map(({ name, group_name, staff_code, post, phone, joined_on, left_on }) =>
    [name, group_name, staff_code, post, phone, joined_on ?? '', left_on ?? ''].join('|'),
  )
}

function changesMade(): number {
  return book.sqlite.prepare('SELECT count(*) FROM changes').pluck().get() as number
}

describe('a roster', () => {
  const roster = {
    rows: [
      header,
      [1, '王　伟', '党建组', 'A01', '组长', 13800000001, { date: '2019-06-17' }],
      [2, '张三', '党建', null, '干事', null, 43962],
      [3, '李四', '销售一部', null, null, '', '2020年3月1日'],
    ],
  }

  it('is taken in with its groups, whose codes are made from their names', async () => {
    await book.change(async (change) => void (await addGroup(change, { code: 'DJ', name: '党建组' })))
    const plan = await importInto(book, 'staff', roster)
    expect(plan.preview.totals).toEqual({ read: 3, new: 3, changed: 0, same: 0, skipped: 0, wrong: 0 })
    expect(plan.preview.new_groups).toEqual([{ code: 'XSY', name: '销售一部' }])
    expect(await people()).toEqual([
      '王伟|党建组|A01|组长|13800000001|2019-06-17|',
      '张三|党建组||干事||2020-05-11|',
      '李四|销售一部||||2020-03-01|',
    ])
    expect((await listGroups(book.db)).map(({ code }) => code)).toEqual(['DJ', 'XSY'])
  })

  it('changes nothing when it comes a second time', async () => {
    await importInto(book, 'staff', roster)
    const before = changesMade()
    const plan = await importInto(book, 'staff', roster)
    expect(plan.preview.totals).toMatchObject({ read: 3, same: 3 })
    expect(changesMade()).toBe(before)
  })

  it('shows what would change, old and new, and leaves alone what it does not say', async () => {
    await importInto(book, 'staff', roster)
    const plan = await importInto(book, 'staff', {
      rows: [
        ['姓名', '工号', '部门', '岗位', '电话'],
        ['王伟', 'A01', '人事组', '', '6101'],
        ['张三', 'B02', '党建组', '组织员', '/'],
      ],
    })
    expect(plan.preview.rows.map(({ verdict, changes }) => [verdict, changes])).toEqual([
      [
        'changed',
        [
          { label: '组别', old: '党建组', new: '人事组' },
          { label: '联系电话', old: '13800000001', new: '6101' },
        ],
      ],
      [
        'changed',
        [
          { label: '工号', old: '', new: 'B02' },
          { label: '岗位', old: '干事', new: '组织员' },
        ],
      ],
    ])
    expect((await people()).slice(0, 2)).toEqual([
      '王伟|人事组|A01|组长|6101|2019-06-17|',
      '张三|党建组|B02|组织员||2020-05-11|',
    ])
  })

  it('never saves a wrong row, and says by cell what is wrong', async () => {
    const plan = await importInto(book, 'staff', {
      rows: [
        header,
        [1, '张三', '党建组', 7, '干事'],
        [2, '李四', '党建组', 7, '干事'],
        [3, null, '党建组', 9, '干事'],
        [4, '王五、赵六', '党建组', 10],
        [5, '钱七', '党建组', 11, null, null, '2019-02-30'],
        [6, '孙八', '党建组', 12, null, null, '6月17日'],
        [7, '张三', '党建组', 7, '干事'],
      ],
    })
    expect(verdictsOf(plan)).toEqual([
      '2 new',
      '3 wrong D3 工号 7与第 2 行重复，而内容不同。',
      '4 wrong B4 姓名是空的。',
      '5 wrong B5 一格里有几个姓名，每人要占一行。',
      '6 wrong G6 “2019-02-30”不是一个日期：2月只有28天。',
      '7 new G7 “6月17日”没有写年份，日期没有登记。',
      '8 skipped 与第 2 行相同',
    ])
    expect((await people()).map((line) => line.split('|')[0])).toEqual(['张三', '孙八'])
  })

  it('tells people of one name apart by their group and asks when it cannot', async () => {
    await book.change(async (change) => {
      const first = await addGroup(change, { code: 'DJ', name: '党建组' })
      const second = await addGroup(change, { code: 'RS', name: '人事组' })
      await addStaff(change, person('张三', { group_id: first.id }))
      await addStaff(change, person('张三', { group_id: second.id }))
    })
    const plan = await planOn(book, 'staff', {
      rows: [
        ['姓名', '部门', '职务'],
        ['张三', '人事组', '组长'],
        ['张三', '劳资组', '组长'],
      ],
    })
    expect(verdictsOf(plan)).toEqual([
      '2 changed',
      '3 new A3 名册里“党建组”已有一位“张三”，这里按另一个人新增。',
    ])
    const unclear = await planOn(book, 'staff', {
      rows: [
        ['姓名', '职务'],
        ['张三', '组长'],
      ],
    })
    expect(verdictsOf(unclear)).toEqual(['2 wrong A2 名册里有 2 位“张三”，看不出是哪一位。'])
  })

  it('records who left, once it says when', async () => {
    await importInto(book, 'staff', roster)
    const plan = await importInto(book, 'staff', {
      rows: [
        ['姓名', '部门', '在职状态', '离职时间'],
        ['张三', '党建', '离职', '2026.10.31'],
        ['李四', '销售一部', '已离职', null],
        ['赵六', '党建', '离职', null],
      ],
    })
    expect(verdictsOf(plan)).toEqual([
      '2 changed',
      '3 wrong D3 表中列为离职，没有写离开日期；名册里此人还在。',
      '4 skipped 列在离职一栏，没有离开日期，不登记',
    ])
    expect((await people())[1]).toBe('张三|党建组||干事||2020-05-11|2026-10-31')
    const again = await planOn(book, 'staff', {
      rows: [
        ['姓名', '部门'],
        ['张三', '党建'],
      ],
    })
    expect(verdictsOf(again)).toEqual(['2 wrong A2 名册里“张三”已在 2026-10-31 离开。'])
  })
})

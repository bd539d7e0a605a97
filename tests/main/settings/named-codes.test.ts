import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import {
  addCategory,
  editCategory,
  listCategories,
  removeCategory,
} from '../../../src-main/settings/categories.ts'
import { addGroup, editGroup, listGroups, removeGroup } from '../../../src-main/settings/groups.ts'
import { editStaff } from '../../../src-main/staff/edit-staff.ts'
import { addDepartment, addDuties, type Department, duty, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-18' })
  department = await addDepartment(book)
})
afterEach(() => book.close())

describe('a new book', () => {
  it('has the six usual categories and no group', async () => {
    const fresh = await openTestBook()
    const categories = await listCategories(fresh.db)
    expect([
      categories.map((one) => [one.code, one.name, one.used, one.voided_on]),
      await listGroups(fresh.db),
    ]).toEqual([
      [
        ['DJ', '党建', 0, null],
        ['RS', '干部人事', 0, null],
        ['GZ', '工资福利', 0, null],
        ['JJ', '纪检监察', 0, null],
        ['WM', '精神文明', 0, null],
        ['ZH', '综合', 0, null],
      ],
      [],
    ])
    await fresh.close()
  })
})

describe('groups and categories', () => {
  it('are added at the end and count who uses them', async () => {
    const { organisation, personnel } = department
    await addDuties(book, [duty(organisation), duty(organisation, { category_id: 2 })])
    const group = await book.change((change) => addGroup(change, { code: 'JC', name: '纪检组' }))
    const category = await book.change((change) => addCategory(change, { code: 'LS', name: '临时交办' }))
    expect([
      await listGroups(book.db),
      (await listCategories(book.db)).map((one) => [one.id, one.name, one.used]),
    ]).toEqual([
      [
        { id: organisation, code: 'ZZ', name: '组织组', voided_on: null, used: 4 },
        { id: personnel, code: 'RS', name: '人事组', voided_on: null, used: 1 },
        { id: group.id, code: 'JC', name: '纪检组', voided_on: null, used: 0 },
      ],
      [
        [1, '党建', 1],
        [2, '干部人事', 1],
        [3, '工资福利', 0],
        [4, '纪检监察', 0],
        [5, '精神文明', 0],
        [6, '综合', 0],
        [category.id, '临时交办', 0],
      ],
    ])
  })

  it('may share a code with each other, but not among themselves', async () => {
    const { code, fields, message, next } = await problemOf(
      book.change((change) => addGroup(change, { code: 'ZZ', name: '人事组' })),
    )
    expect({ code, fields, message, next }).toEqual({
      code: 'code_taken',
      message: '代码 ZZ 已经是“组织组”的。已经有一个组别叫“人事组”。',
      next: '名称和代码在组别里都不能重复，请换一个。',
      fields: { code: '代码 ZZ 已经是“组织组”的。', name: '已经有一个组别叫“人事组”。' },
    })
    await book.change((change) => addCategory(change, { code: 'ZZ', name: '组织组' }))
    expect((await listCategories(book.db)).at(-1)?.code).toBe('ZZ')
  })

  it('may be renamed, but not to what another has', async () => {
    await book.change((change) => editGroup(change, department.personnel, { code: 'RS', name: '干部组' }))
    const { fields } = await problemOf(
      book.change((change) => editCategory(change, 2, { code: 'DJ', name: '干部人事' })),
    )
    const titles = await book.db
      .selectFrom('changes')
      .select('title')
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    expect([(await listGroups(book.db)).map((one) => one.name), fields, titles]).toEqual([
      ['组织组', '干部组'],
      { code: '代码 DJ 已经是“党建”的。' },
      [{ title: '修改组别 干部组' }],
    ])
  })

  it('are removed only when nothing uses them, voided duties included', async () => {
    const { personnel } = department
    const [id = 0] = await addDuties(book, [duty(personnel, { category_id: 3 })])
    await book.change((change) => voidDuties(change, [id], '合并'))
    expect([
      await problemOf(book.change((change) => removeGroup(change, personnel))),
      (await problemOf(book.change((change) => removeCategory(change, 3)))).message,
    ]).toEqual([
      {
        code: 'code_in_use',
        message: '组别“人事组”还有 1 名人员、1 项职责在用，不能删除。',
        next: '请先把它们改到别的组别；已作废的职责和已归档的事项也算在内，有这些记录的组别要一直保留，可以改名称和代码。',
      },
      '类别“工资福利”还有 1 项职责在用，不能删除。',
    ])
  })

  it('go once they are unused', async () => {
    const { organisation, personnel, wang } = department
    await book.change((change) => editStaff(change, wang, person('王五', { group_id: organisation })))
    await book.change((change) => removeGroup(change, personnel))
    await book.change((change) => removeCategory(change, 6))
    const titles = await book.db
      .selectFrom('changes')
      .select('title')
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
    expect([
      (await listGroups(book.db)).map((one) => one.name),
      (await listCategories(book.db)).map((one) => one.code),
      titles,
      (await problemOf(book.change((change) => removeGroup(change, personnel)))).message,
    ]).toEqual([
      ['组织组'],
      ['DJ', 'RS', 'GZ', 'JJ', 'WM'],
      [{ title: '删除类别 综合' }, { title: '删除组别 人事组' }],
      '这个组别已经不在了。',
    ])
  })

  it('removed and added again go on counting, so that no number is given twice', async () => {
    const { organisation, personnel, wang } = department
    const [id = 0] = await addDuties(book, [duty(personnel)])
    await book.change(async (change) => {
      await change.db.updateTable('duties').set({ group_id: organisation }).where('id', '=', id).execute()
      await editStaff(change, wang, person('王五'))
      await removeGroup(change, personnel)
    })
    const group = await book.change((change) => addGroup(change, { code: 'RS', name: '人事组' }))
    await addDuties(book, [duty(group.id)])
    const numbers = await book.db.selectFrom('duties').select('number').orderBy('id').execute()
    expect(numbers).toEqual([{ number: 'RS-DJ-001' }, { number: 'RS-DJ-002' }])
  })
})

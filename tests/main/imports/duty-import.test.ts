import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { takeDutyNumber } from '../../../src-main/numbers/take-number.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { addDepartment, type Department } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { importInto, planOn, verdictsOf } from '../../helpers/plan-on.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook()
  department = await addDepartment(book)
})
afterEach(() => book.close())

const header = ['组别', '职责编号', '类别', '职责内容', '频次', 'A岗', 'B岗', '备注']

async function duties() {
  const all = await listDuties(book.db, '2026-11-18', DutyFilter.parse({}))
  return all.map(({ number, content, a_holder, b_holders, remark }) =>
    [number, content, a_holder?.name ?? '', b_holders.map(({ name }) => name).join('、'), remark].join('|'),
  )
}

describe('a duty list', () => {
  const list = {
    merges: ['A2:A3'],
    rows: [
      header,
      ['组织组', null, '党建', '组织主题党日', '每月', '张　三', '李四、王五', null],
      [null, null, '党建（党委工作）', '承办党委会', '每季度', '李四', '/', '重点'],
      ['劳资组', null, '工资福利', '核定工资', '每月', '王五', null, null],
    ],
  }

  it('is taken in with numbers, A and B, and a group that it names for the first time', async () => {
    const plan = await importInto(book, 'duties', list)
    expect(plan.preview.new_groups).toEqual([{ code: 'LZ', name: '劳资组' }])
    expect(await duties()).toEqual([
      'ZZ-DJ-001|组织主题党日|张三|李四、王五|',
      'ZZ-DJ-002|承办党委会|李四||重点',
      'LZ-GZ-001|核定工资|王五||',
    ])
    expect((await planOn(book, 'duties', list)).preview.totals).toMatchObject({ read: 3, same: 3 })
  })

  it('is matched by its numbers first, then by group and content', async () => {
    await importInto(book, 'duties', list)
    const plan = await importInto(book, 'duties', {
      rows: [
        header,
        ['组织组', 'ZZ-DJ-001', '党建', '组织开展主题党日', '每月', '李四', '', ''],
        ['组织组', null, '党建', '承办 党委会', '每月', null, null, null],
        ['组织组', 'ZZ-DJ-099', '党建', '新的职责', '每年', '张三', null, null],
      ],
    })
    expect(plan.preview.rows.map(({ verdict, changes }) => [verdict, changes])).toEqual([
      [
        'changed',
        [
          { label: '职责内容', old: '组织主题党日', new: '组织开展主题党日' },
          { label: 'A岗', old: '张三', new: '李四' },
        ],
      ],
      [
        'changed',
        [
          { label: '职责内容', old: '承办党委会', new: '承办 党委会' },
          { label: '频次', old: '每季度', new: '每月' },
        ],
      ],
      ['new', []],
    ])
    expect(verdictsOf(plan)[2]).toBe('4 new')
    expect((await duties())[2]).toBe('ZZ-DJ-099|新的职责|张三||')
  })

  it('keeps the numbers that a list brings along, if they are written as here and were never given', async () => {
    await importInto(book, 'duties', list)
    await book.change(async (change) => {
      await takeDutyNumber(change, 'ZZ', 'DJ')
      await change.db
        .updateTable('number_register')
        .set({ state: 'gap', reason: '登记有误' })
        .where('number', '=', 'ZZ-DJ-003')
        .execute()
    })
    const plan = await importInto(book, 'duties', {
      rows: [
        header,
        ['组织组', null, '党建', '没有编号', null, null, null, null],
        ['组织组', 'zz-dj-004', '党建', '接着的编号', null, null, null, null],
        ['组织组', 'ZZ-DJ-003', '党建', '空号', null, null, null, null],
        ['组织组', '职责7', '党建', '别的写法', null, null, null, null],
        ['宣传组', 'XC-JS-012', '党建', '新组的职责', null, null, null, null],
        ['组织组', 'ZZ-DJ-050', '党建', '组织主题党日', '每年', null, null, null],
      ],
    })
    expect(verdictsOf(plan)).toEqual([
      '2 new',
      '3 new',
      '4 new B4 编号“ZZ-DJ-003”已经用过，不再使用；按新职责登记并另编号。',
      '5 new B5 编号“职责7”不是本台账的写法（如 ZZ-DJ-012）；按新职责登记并另编号。',
      '6 new',
      '7 changed B7 台账里没有编号“ZZ-DJ-050”；按内容找到的是职责 ZZ-DJ-001。',
    ])
    expect(plan.preview.new_groups).toEqual([{ code: 'XC', name: '宣传组' }])
    const lines = (await duties()).map((line) => line.split('|').slice(0, 2).join(' '))
    expect(lines.filter((line) => !/主题党日|党委会|核定工资/.test(line)).sort()).toEqual([
      'XC-JS-012 新组的职责',
      'ZZ-DJ-004 接着的编号',
      'ZZ-DJ-005 没有编号',
      'ZZ-DJ-006 空号',
      'ZZ-DJ-007 别的写法',
    ])
  })

  it('takes the first of several names as A, keeps the others as 协办, and guesses nobody', async () => {
    const plan = await importInto(book, 'duties', {
      rows: [
        header,
        ['组织组', null, '党建', '第一项', null, '张三/李四', null, null],
        ['组织组', null, '党建', '第二项', null, '张叁', null, null],
        ['组织组', null, '党建', '第三项', null, '王五(暂时)', '王五', null],
      ],
    })
    expect(verdictsOf(plan)).toEqual([
      '2 new F2 这里有 2 个名字：“张三”作A岗，“李四”记入备注的“协办”。',
      '3 new F3 A岗没有登记：人员名册里没有“张叁”。',
      '4 new G4 A岗、B岗都是“王五”。',
    ])
    expect(plan.preview.rows[1]?.issues[0]?.suggestion).toBe(
      '是不是“张三”？先导入人员名册，再导入一次本表，就会自动补上。',
    )
    expect(await duties()).toEqual([
      'ZZ-DJ-001|第一项|张三||协办：李四',
      'ZZ-DJ-002|第二项|||',
      'ZZ-DJ-003|第三项|王五|王五|王五：暂时',
    ])
  })

  it('asks for group and category where the sheet names none, and takes nothing until they are chosen', async () => {
    const sheet = {
      rows: [
        ['模块', '负责人', '所需时间'],
        ['用户模块', '张三', '2天'],
        ['订单模块', '李四', '2天'],
      ],
    }
    const asked = await planOn(book, 'duties', sheet)
    expect(verdictsOf(asked)[0]).toBe('2 wrong A2 没有写组别。 A2 没有写类别。')
    expect(asked.preview.warnings).toEqual([
      '表里有职责没有写组别：请选择默认组别，这些行才能导入。',
      '表里有职责没有可用的类别：请选择默认类别，这些行才能导入。',
    ])
    const choices = { group_id: department.personnel, category_id: 6 }
    await importInto(book, 'duties', sheet, { choices })
    expect(await duties()).toEqual(['RS-ZH-001|用户模块|张三||', 'RS-ZH-002|订单模块|李四||'])
  })

  it('refuses a number that comes twice, and a duty without content', async () => {
    await importInto(book, 'duties', list)
    const plan = await planOn(book, 'duties', {
      rows: [
        header,
        ['组织组', 'ZZ-DJ-001', '党建', '组织主题党日', null, null, null, null],
        ['组织组', 'ZZ-DJ-001', '党建', '另一项', null, null, null, null],
        ['组织组', null, '党建', null, null, '张三', null, null],
        ['组织组', null, '外事', '接待外宾', null, '张三', null, null],
      ],
    })
    expect(verdictsOf(plan)).toEqual([
      '2 same',
      '3 wrong B3 职责编号“ZZ-DJ-001”与第 2 行重复，而内容不同。',
      '4 wrong D4 职责内容是空的。',
      '5 wrong C5 没有“外事”这个类别。',
    ])
  })

  it('passes over a duty that was voided', async () => {
    await importInto(book, 'duties', list)
    await book.change((change) => voidDuties(change, [1], '职能划转'))
    const plan = await planOn(book, 'duties', {
      rows: [header, ['组织组', 'ZZ-DJ-001', '党建', '组织主题党日', '每月', '张三', null, null]],
    })
    expect(verdictsOf(plan)).toEqual(['2 skipped 职责 ZZ-DJ-001 已作废'])
  })
})

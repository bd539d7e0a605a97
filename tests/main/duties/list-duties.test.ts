import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setHolders } from '../../../src-main/backup-posts/set-holders.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

const today = '2026-11-18'
let book: TestBook
let department: Department
let numbers: string[]
beforeEach(async () => {
  book = await openTestBook({ today })
  department = await addDepartment(book)
  const { organisation, personnel, zhang, li, wang } = department
  await addDuties(book, [
    duty(personnel, {
      category_id: 2,
      content: '公开招聘（2026年）',
      due_rule: '上级通知后',
      a_staff_id: wang,
    }),
    duty(organisation, {
      category_id: 6,
      content: '印章管理',
      due_rule: '',
      a_staff_id: li,
      b_staff_ids: [zhang],
    }),
    duty(organisation, { content: '党费收缴 100% 到账', a_staff_id: zhang, b_staff_ids: [li, wang] }),
    duty(organisation, { content: 'OA_系统维护', due_rule: '每周', b_staff_ids: [wang] }),
  ])
  numbers = (await list({})).map((one) => one.number)
})
afterEach(() => book.close())

const list = (filter: Partial<DutyFilter>) => listDuties(book.db, today, DutyFilter.parse(filter))
const contents = async (filter: Partial<DutyFilter>) => (await list(filter)).map((one) => one.content)

describe('the list of duties', () => {
  it('follows the order of groups, categories and entry', () => {
    expect(numbers).toEqual(['ZZ-DJ-001', 'ZZ-DJ-002', 'ZZ-ZH-001', 'RS-RS-001'])
  })

  it('is filtered by group, category and holder, alone and together', async () => {
    const { organisation, personnel, wang } = department
    expect([
      await contents({ group_id: personnel }),
      await contents({ category_id: 6 }),
      await contents({ staff_id: wang }),
      await contents({ staff_id: wang, group_id: organisation }),
      await contents({ group_id: personnel, category_id: 1 }),
    ]).toEqual([
      ['公开招聘（2026年）'],
      ['印章管理'],
      ['党费收缴 100% 到账', 'OA_系统维护', '公开招聘（2026年）'],
      ['党费收缴 100% 到账', 'OA_系统维护'],
      [],
    ])
  })

  it.each([
    ['DJ-002', ['OA_系统维护']],
    ['dj-002', ['OA_系统维护']],
    ['ＤＪ－００２', ['OA_系统维护']],
    ['章管', ['印章管理']],
    ['李四', ['党费收缴 100% 到账', '印章管理']],
    ['上级通知', ['公开招聘（2026年）']],
    ['（2026', ['公开招聘（2026年）']],
    ['100%', ['党费收缴 100% 到账']],
    ['%', ['党费收缴 100% 到账']],
    ['_', ['OA_系统维护']],
    ['\\', []],
    ['oa', ['OA_系统维护']],
    ['王五 每周', ['OA_系统维护']],
    ['　王五　招聘 ', ['公开招聘（2026年）']],
    ['赵六', []],
    ["' OR 1=1 --", []],
  ])('is filtered by the text "%s" as it stands', async (text, expected) => {
    expect(await contents({ text })).toEqual(expected)
  })

  it('does not find a duty by somebody who held it once', async () => {
    const [first] = await list({ text: '党费' })
    book.setToday('2026-11-20')
    await book.change((change) => setHolders(change, first?.id ?? 0, department.li, []))
    const found = async (day: string) =>
      (await listDuties(book.db, day, DutyFilter.parse({ text: '张三' }))).map((one) => one.content)
    expect([await found('2026-11-19'), await found('2026-11-20')]).toEqual([
      ['党费收缴 100% 到账', '印章管理'],
      ['印章管理'],
    ])
  })
})

describe('findings', () => {
  it('name what is wrong about A and B today', async () => {
    const { organisation, zhang, li, wang } = department
    await addDuties(book, [
      duty(organisation, { category_id: 5, content: '同一人', a_staff_id: zhang, b_staff_ids: [li, zhang] }),
      duty(organisation, { category_id: 5, content: 'A走B走', a_staff_id: wang, b_staff_ids: [wang] }),
    ])
    await book.change((change) =>
      change.db.updateTable('staff').set({ left_on: '2026-11-18' }).where('id', '=', wang).execute(),
    )
    const findings = async (day: string) =>
      Object.fromEntries(
        (await listDuties(book.db, day, DutyFilter.parse({}))).map((one) => [one.content, one.findings]),
      )
    expect([await findings('2026-11-18'), await findings('2026-11-19')]).toEqual([
      {
        '党费收缴 100% 到账': [],
        OA_系统维护: ['no_a'],
        同一人: ['same_a_b'],
        A走B走: ['same_a_b'],
        印章管理: [],
        '公开招聘（2026年）': ['no_b'],
      },
      {
        '党费收缴 100% 到账': ['b_left'],
        OA_系统维护: ['no_a', 'b_left'],
        同一人: ['same_a_b'],
        A走B走: ['same_a_b', 'a_left', 'b_left'],
        印章管理: [],
        '公开招聘（2026年）': ['no_b', 'a_left'],
      },
    ])
  })
})

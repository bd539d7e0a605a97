// 曾用名: sheets go on naming people as they were called before.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveTypedDuties } from '../../../src-main/actions/save-typed-duties.ts'
import { addStaff, leaveStaff } from '../../../src-main/staff/edit-staff.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { renameStaff } from '../../../src-main/staff/rename-staff.ts'
import { addDepartment, type Department, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { importInto, planOn, verdictsOf } from '../../helpers/plan-on.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  department = await addDepartment(book)
  await rename(department.li, '李思')
})
afterEach(() => book.close())

const rename = (id: number, name: string) =>
  book.change((change) => renameStaff(change, { id, name, happened_on: '2026-10-01', reason: '' }))
const roster = async () =>
  (await listStaff(book.db, '2026-11-20', true)).map(({ name, phone }) => `${name} ${phone}`.trim())
const duties = [
  ['组别', '类别', '职责内容', 'A岗', 'B岗'],
  ['组织组', '党建', '党费收缴', '李四', '张三'],
]

it('name the person in a duty list and a weekly report, and the preview says so', async () => {
  const listed = await planOn(book, 'duties', { rows: duties })
  const said = '“李四”是李思的曾用名，按“李思”登记。'
  expect([verdictsOf(listed), listed.preview.rows[0]?.issues[0]?.offer]).toEqual([
    [`2 new D2 ${said}`],
    { kind: expect.any(String), found: '李四', instead: '李思' },
  ])
  expect(listed.preview.rows[0]?.values).toContainEqual({ label: 'A岗', value: '李思' })
  const report = await planOn(book, 'weekly', {
    rows: [
      ['序号', '工作事项', '责任人', '完成时限', '完成情况'],
      [1, '党费收缴', '李四', '2026-11-20', '已完成'],
    ],
  })
  expect(verdictsOf(report)[0]).toContain(`C2 ${said}`)
  expect(report.preview.rows[0]?.values).toContainEqual({ label: '责任人', value: '李思' })
})

it('find the person in a roster, who keeps the name of today', async () => {
  const rows = [
    ['姓名', '组别', '电话'],
    ['李四', '组织组', '6102'],
  ]
  const plan = await importInto(book, 'staff', { rows })
  expect(verdictsOf(plan)).toEqual(['2 changed A2 “李四”是李思的曾用名，按“李思”登记，姓名不改。'])
  expect(await roster()).toEqual(['张三', '李思 6102', '王五'])
})

it('are somebody else where the roster gives another staff code', async () => {
  await book.change((change) => addStaff(change, person('钱七', { staff_code: 'A09' })))
  const { id = 0 } = (await listStaff(book.db, '2026-11-20', true)).find(({ name }) => name === '钱七') ?? {}
  await rename(id, '钱琪')
  const rows = [
    ['姓名', '工号'],
    ['钱七', 'A10'],
  ]
  expect(verdictsOf(await planOn(book, 'staff', { rows }))).toEqual(['2 new'])
})

it('mean nobody where somebody is called so now, has left by that name, or two were called so', async () => {
  await rename(department.wang, '李四')
  const now = await planOn(book, 'duties', { rows: duties })
  expect([verdictsOf(now), now.preview.rows[0]?.values.find(({ label }) => label === 'A岗')?.value]).toEqual([
    ['2 new'],
    '李四',
  ])
  await book.change((change) => leaveStaff(change, { id: department.wang, left_on: '2026-11-01' }))
  expect(verdictsOf(await planOn(book, 'duties', { rows: duties }))).toEqual([
    '2 new D2 A岗没有登记：“李四”已在 2026-11-01 离开。',
  ])
  await rename(department.wang, '王武')
  await rename(department.zhang, '李四')
  await rename(department.zhang, '张山')
  expect(verdictsOf(await planOn(book, 'duties', { rows: duties }))[0]).toContain(
    'A岗没有登记：“李四”是张山、李思的曾用名，看不出是哪一位。',
  )
})

it('may be typed into the grid of duties', async () => {
  const cells = { group: '组织组', category: '党建', content: '党费收缴', a_holder: '李四' }
  const { rows } = await book.change((change) => saveTypedDuties(change, [{ key: 'n1', id: null, cells }]))
  expect(rows.map(({ state, issues }) => [state, issues.map(({ why }) => why)])).toEqual([
    ['saved', ['“李四”是李思的曾用名，按“李思”登记。']],
  ])
})

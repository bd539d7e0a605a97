import { beforeEach, describe, expect, it } from 'vitest'
import { saveTypedDuties } from '../../../src-main/actions/save-typed-duties.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { leaveStaff } from '../../../src-main/staff/edit-staff.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import type { TypedRow } from '../../../src-shared/typed-rows.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { dumpOf, trail_tables } from '../../helpers/dump.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

let book: TestBook
let office: Department

beforeEach(async () => {
  book = await openTestBook()
  office = await addDepartment(book)
})

const save = (...rows: TypedRow[]) => book.change((change) => saveTypedDuties(change, rows))
const fresh = (cells: Record<string, string>, key = 'new-1'): TypedRow => ({ key, id: null, cells })
const duties = () => listDuties(book.db, book.clock.today(), DutyFilter.parse({}))
const right = { group: '组织组', category: '党建', content: '组织主题党日' }

describe('new rows', () => {
  it('are saved as they were typed, with their people looked up in the roster', async () => {
    const cells = {
      ...{ ...right, frequency: '每月', due_rule: '每月25日前', card_text: '主题党日组织', kind: '阶段' },
      ...{
        weight: '重点',
        a_holder: '张　三',
        b_holder: '李四、王五',
        risk: '无',
        basis: '章程\n第三十二条',
      },
    }
    const answer = await save(fresh(cells))
    const [saved] = await duties()
    expect(answer).toEqual({
      rows: [{ key: 'new-1', state: 'saved', id: saved?.id, issues: [] }],
      change_id: 3,
    })
    expect(saved).toMatchObject({
      ...{ number: 'ZZ-DJ-001', group_name: '组织组', category_name: '党建', content: '组织主题党日' },
      ...{
        frequency: '每月',
        due_rule: '每月25日前',
        card_text: '主题党日组织',
        kind: 'phase',
        weight: 'key',
      },
      ...{ risk: '无', basis: '章程\n第三十二条', a_holder: { staff_id: office.zhang, name: '张三' } },
      b_holders: [
        { staff_id: office.li, name: '李四' },
        { staff_id: office.wang, name: '王五' },
      ],
    })
  })

  it('are saved where they are right, and told cell by cell where they are wrong', async () => {
    const answer = await save(
      fresh(right, 'good'),
      fresh({ group: '财务组', category: '', content: '', a_holder: '张山', kind: '别的' }, 'bad'),
      fresh({ ...right, content: '另一项', a_holder: '张三、李四', b_holder: '全体人员' }, 'two'),
    )
    expect(answer.rows.map(({ key, state }) => [key, state])).toEqual([
      ['good', 'saved'],
      ['bad', 'wrong'],
      ['two', 'wrong'],
    ])
    expect(answer.rows[1]?.issues).toEqual([
      wrong('group', '财务组', '没有“财务组”这个组别。', '现有的组别：组织组、人事组。'),
      wrong('category', '', '没有写类别。', expect.stringContaining('现有的类别：党建、')),
      wrong(
        'a_holder',
        '张山',
        'A岗没有登记：人员名册里没有“张山”。',
        '是不是“张三”？请改正姓名；新来的人请先登记到人员名册。',
      ),
      wrong('kind', '别的', '不认识“别的”。', '请写常规、阶段、临时中的一个。'),
      { field: 'content', severity: 'wrong', found: '', why: '请填写职责内容。' },
    ])
    expect(answer.rows[2]?.issues.map(({ field, why }) => [field, why])).toEqual([
      ['b_holder', 'B岗没有登记：“全体人员”不是某一个人。'],
      ['a_holder', 'A岗只能是一个人，这里有 2 个名字。'],
    ])
    expect((await duties()).map(({ number }) => number)).toEqual(['ZZ-DJ-001'])
  })

  it('say when the same duty is there already, and are saved all the same', async () => {
    await save(fresh(right))
    const { rows } = await save(
      fresh(right, 'a'),
      fresh({ ...right, content: '新的' }, 'b'),
      fresh({ ...right, content: '新 的' }, 'c'),
    )
    expect(rows.map(({ state, issues }) => [state, issues[0]?.why])).toEqual([
      ['saved', '组织组已有同样的职责（ZZ-DJ-001）。'],
      ['saved', undefined],
      ['saved', '这次输入的另一行也是组织组的这项职责。'],
    ])
  })

  it('that are all wrong leave no trace', async () => {
    const before = dumpOf(book.sqlite)
    const answer = await save(fresh({ content: '没有组别' }))
    expect(answer.change_id).toBe(null)
    expect(dumpOf(book.sqlite)).toEqual(before)
  })
})

describe('rows of the book', () => {
  const full = { remark: '原备注', output: '纪要', frequency: '每月' }

  it('change only in the cells that were typed; a cell that was emptied is empty', async () => {
    const draft = duty(office.organisation, { ...full, a_staff_id: office.zhang, b_staff_ids: [office.li] })
    const [id = 0] = await addDuties(book, [draft])
    const before = (await duties())[0]
    await save({ key: String(id), id, cells: { remark: '', b_holder: '', frequency: '每季度' } })
    expect((await duties())[0]).toEqual({
      ...before,
      remark: '',
      frequency: '每季度',
      b_holders: [],
      findings: ['no_b'],
    })
  })

  it('keep a holder who has left, and give nobody new to him', async () => {
    const [id = 0, other = 0] = await addDuties(book, [
      duty(office.organisation, { a_staff_id: office.zhang }),
      duty(office.organisation, { content: '另一项' }),
    ])
    await book.change((change) => leaveStaff(change, { id: office.zhang, left_on: '2026-11-10' }))
    const kept = await save({ key: '1', id, cells: { a_holder: '张三', b_holder: '李四' } })
    const given = await save({ key: '2', id: other, cells: { a_holder: '张三' } })
    expect([kept.rows[0]?.state, given.rows[0]?.state]).toEqual(['saved', 'wrong'])
    expect(given.rows[0]?.issues[0]?.why).toBe('A岗没有登记：“张三”已在 2026-11-10 离开。')
  })

  it('that have gone are told, and nothing else is lost by it', async () => {
    const { rows } = await save(
      { key: '99', id: 99, cells: { ...right } },
      fresh({ ...right, content: '别的' }),
    )
    expect(rows.map(({ state }) => state)).toEqual(['wrong', 'saved'])
    expect(rows[0]?.issues[0]?.why).toBe('履职清单里已经没有这项职责。')
  })
})

it('takes a whole block back as one step', async () => {
  const [id = 0] = await addDuties(book, [duty(office.organisation)])
  const before = dumpOf(book.sqlite, trail_tables)
  const block = Array.from({ length: 300 }, (_, at) =>
    fresh({ ...right, content: `第${at}项`, a_holder: '张三', b_holder: '李四' }, `new-${at}`),
  )
  const { change_id } = await save(...block, { key: String(id), id, cells: { content: '改过的' } })
  expect((await duties()).length).toBe(301)
  const title = await undoChange(book, book.clock, change_id ?? 0)
  expect(title).toEqual({ title: '撤销：录入职责：新增 300 项，修改 1 项' })
  expect(dumpOf(book.sqlite, trail_tables)).toEqual(before)
})

function wrong(field: string, found: string, why: string, suggestion: unknown) {
  return { field, severity: 'wrong', found, why, suggestion }
}

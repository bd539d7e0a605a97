import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDutyWithHolders } from '../../../src-main/actions/add-duty-with-holders.ts'
import { editDutyWithHolders } from '../../../src-main/actions/edit-duty-with-holders.ts'
import { addDuty, editDuty } from '../../../src-main/duties/edit-duty.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { restoreDuty, voidDuties } from '../../../src-main/duties/void-duties.ts'
import { editCategory } from '../../../src-main/settings/categories.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
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

const list = (include_voided = false) => listDuties(book.db, today, DutyFilter.parse({ include_voided }))
const titles = async () =>
  (await book.db.selectFrom('changes').select('title').orderBy('id').execute()).map((row) => row.title)

describe('adding a duty', () => {
  it('gives it the next number of its group and category, with A and Bs from today', async () => {
    const { organisation, zhang, li, wang } = department
    const draft = duty(organisation, {
      basis: '条例第三条',
      standard: '材料齐全',
      output: '会议记录',
      remark: '重点',
      a_staff_id: zhang,
      b_staff_ids: [wang, li],
    })
    const added = await book.change((change) => addDutyWithHolders(change, draft))
    const { a_staff_id, b_staff_ids, ...fields } = draft
    expect(await list()).toEqual([
      {
        ...fields,
        from_on: '2026-11-18',
        id: added.id,
        number: 'ZZ-DJ-001',
        group_name: '组织组',
        category_name: '党建',
        a_holder: { staff_id: zhang, name: '张三' },
        b_holders: [
          { staff_id: wang, name: '王五' },
          { staff_id: li, name: '李四' },
        ],
        no_b_reason: '',
        findings: [],
        voided_on: null,
        void_reason: '',
      },
    ])
    expect([added.number, (await titles()).at(-1)]).toEqual(['ZZ-DJ-001', '新增职责 ZZ-DJ-001'])
  })

  it('counts each group and category by itself', async () => {
    const { organisation, personnel } = department
    const numbers = await book.change(async (change) => {
      const drafts = [
        duty(organisation),
        duty(organisation),
        duty(personnel),
        duty(organisation, { category_id: 2 }),
        duty(organisation),
      ]
      const taken: string[] = []
      for (const { a_staff_id, b_staff_ids, ...fields } of drafts) {
        taken.push((await addDuty(change, fields)).number)
      }
      return taken
    })
    expect(numbers).toEqual(['ZZ-DJ-001', 'ZZ-DJ-002', 'RS-DJ-001', 'ZZ-RS-001', 'ZZ-DJ-003'])
  })

  it('takes no number when the group or the category is gone', async () => {
    const add = (draft: ReturnType<typeof duty>) => book.change((change) => addDutyWithHolders(change, draft))
    expect([
      (await problemOf(add(duty(99)))).fields,
      (await problemOf(add(duty(department.organisation, { category_id: 99 })))).fields,
      (await add(duty(department.organisation))).number,
    ]).toEqual([
      { group_id: '这个组别已经不在了，请重新选择。' },
      { category_id: '这个类别已经不在了，请重新选择。' },
      'ZZ-DJ-001',
    ])
  })

  it('saves nothing when the A has left', async () => {
    await book.change((change) =>
      change.db.updateTable('staff').set({ left_on: '2026-06-30' }).where('name', '=', '李四').execute(),
    )
    const draft = duty(department.organisation, { a_staff_id: department.li })
    const { fields } = await problemOf(book.change((change) => addDutyWithHolders(change, draft)))
    const registered = await book.db.selectFrom('number_register').selectAll().execute()
    expect([fields, await list(), registered]).toEqual([
      { a_staff_id: '李四已经离开，不能再担任A岗。' },
      [],
      [],
    ])
  })
})

describe('editing a duty', () => {
  it('may move it to another group and category; its number stays', async () => {
    const { organisation, personnel, zhang, li } = department
    const [id = 0] = await addDuties(book, [duty(organisation, { a_staff_id: zhang })])
    const draft = duty(personnel, { category_id: 2, content: '干部考察', b_staff_ids: [li] })
    await book.change((change) => editDutyWithHolders(change, id, draft))
    const shown = (await list()).map((one) => [
      one.number,
      one.group_name,
      one.category_name,
      one.content,
      one.a_holder?.name ?? null,
      one.b_holders.map((b) => b.name),
    ])
    expect([shown, (await titles()).at(-1)]).toEqual([
      [['ZZ-DJ-001', '人事组', '干部人事', '干部考察', null, ['李四']]],
      '修改职责 ZZ-DJ-001',
    ])
  })

  it('keeps the number when the code of the category changes; the next one has the new code', async () => {
    const { organisation } = department
    await addDuties(book, [duty(organisation)])
    await book.change((change) => editCategory(change, 1, { code: 'DANG', name: '党建' }))
    await addDuties(book, [duty(organisation)])
    expect((await list()).map((one) => one.number)).toEqual(['ZZ-DJ-001', 'ZZ-DANG-001'])
  })

  it('leaves holders alone who are not changed, even one who has left', async () => {
    const { organisation, zhang, li } = department
    const [id = 0] = await addDuties(book, [duty(organisation, { a_staff_id: zhang, b_staff_ids: [li] })])
    await book.change((change) =>
      change.db.updateTable('staff').set({ left_on: '2026-11-17' }).where('id', '=', zhang).execute(),
    )
    const before = await book.db.selectFrom('duty_holders').selectAll().execute()
    const draft = duty(organisation, { content: '新的内容', a_staff_id: zhang, b_staff_ids: [li] })
    await book.change((change) => editDutyWithHolders(change, id, draft))
    expect([
      (await list()).map((one) => [one.content, one.findings]),
      await book.db.selectFrom('duty_holders').selectAll().execute(),
    ]).toEqual([[['新的内容', ['a_left']]], before])
  })

  it('is refused for a voided duty and for one that is gone', async () => {
    const { organisation } = department
    const [id = 0] = await addDuties(book, [duty(organisation)])
    await book.change((change) => voidDuties(change, [id], '合并'))
    const { a_staff_id, b_staff_ids, ...fields } = duty(organisation, { content: '改' })
    expect([
      await problemOf(book.change((change) => editDuty(change, id, fields))),
      (await problemOf(book.change((change) => editDuty(change, 99, fields)))).message,
    ]).toEqual([
      {
        code: 'duty_voided',
        message: '职责 ZZ-DJ-001 已作废，不能修改。',
        next: '需要修改时，请先恢复这项职责。',
      },
      '履职清单里已经没有这项职责。',
    ])
  })
})

describe('voiding duties', () => {
  it('keeps day, reason and number, and the number is not given again', async () => {
    const { organisation } = department
    const [, second = 0] = await addDuties(book, [duty(organisation), duty(organisation)])
    await book.change((change) => voidDuties(change, [second], '并入第一项'))
    await addDuties(book, [duty(organisation)])
    expect([
      (await list()).map((one) => one.number),
      (await list(true)).map((one) => [one.number, one.voided_on, one.void_reason, one.findings]),
      (await titles()).at(-2),
    ]).toEqual([
      ['ZZ-DJ-001', 'ZZ-DJ-003'],
      [
        ['ZZ-DJ-001', null, '', ['no_a', 'no_b']],
        ['ZZ-DJ-002', '2026-11-18', '并入第一项', []],
        ['ZZ-DJ-003', null, '', ['no_a', 'no_b']],
      ],
      '作废职责 ZZ-DJ-002',
    ])
  })

  it('takes several at once and leaves alone those that are void already', async () => {
    const { organisation } = department
    const ids = await addDuties(book, [duty(organisation), duty(organisation), duty(organisation)])
    await book.change((change) => voidDuties(change, ids.slice(0, 1), '早先的原因'))
    book.setToday('2026-12-01')
    await book.change((change) => voidDuties(change, ids, '职能划出'))
    expect([
      (await list(true)).map((one) => [one.voided_on, one.void_reason]),
      (await titles()).at(-1),
      (await problemOf(book.change((change) => voidDuties(change, ids, '再来')))).message,
    ]).toEqual([
      [
        ['2026-11-18', '早先的原因'],
        ['2026-12-01', '职能划出'],
        ['2026-12-01', '职能划出'],
      ],
      '作废 2 项职责',
      '选中的职责都已经作废了。',
    ])
  })

  it('is taken back with the old number, A and B', async () => {
    const { organisation, zhang, li } = department
    const [id = 0] = await addDuties(book, [duty(organisation, { a_staff_id: zhang, b_staff_ids: [li] })])
    const before = await list()
    await book.change((change) => voidDuties(change, [id], '弄错了'))
    await book.change((change) => restoreDuty(change, id))
    expect([await list(), (await titles()).at(-1)]).toEqual([before, '恢复职责 ZZ-DJ-001'])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { findEverywhere } from '../../../src-main/search/find.ts'
import { addStaff, leaveStaff } from '../../../src-main/staff/edit-staff.ts'
import { addDepartment, addDuties, type Department, duty, person } from '../../helpers/department.ts'
import { archiveMatter, insertMatter } from '../../helpers/matter.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

const today = '2026-11-18'
let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today })
  department = await addDepartment(book)
})
afterEach(() => book.close())

const find = (text: string) => findEverywhere(book.db, today, text)
const found = async (text: string) => (await find(text)).map((hit) => `${hit.subject} ${hit.title}`)

describe('a hit', () => {
  it('says what it is, enough to tell it from others, and where it is shown', async () => {
    const { organisation, zhang } = department
    const [first = 0] = await addDuties(book, [
      duty(organisation, { content: '党费收缴\n按月通报', a_staff_id: zhang }),
    ])
    const weeks = ['2026-11-09', '2026-11-23', '2026-11-16']
    const open = { staff_id: zhang, due_on: '2026-11-20' }
    const matter = await insertMatter(book, '党费公示', open, weeks)
    const archived = await insertMatter(book, '党费核算', { staff_id: zhang })
    const entry = await archiveMatter(book, archived)
    expect(await find('党费')).toEqual([
      {
        subject: 'duty',
        id: first,
        title: 'ZZ-DJ-001',
        detail: '党费收缴 按月通报 · 组织组',
        route: `#/duties?open=${first}`,
      },
      {
        subject: 'matter',
        id: matter,
        title: '2026-DJ-0001',
        detail: '党费公示 · 张三 · 时限11月20日 · 将到期',
        route: `#/weekly?week=2026-11-23&open=${matter}`,
      },
      {
        subject: 'archive',
        id: entry,
        title: '2026-DJ-0002',
        detail: '党费核算 · 张三 · 2026年11月18日归档',
        route: `#/archive?open=${entry}`,
      },
    ])
    expect((await find('组长'))[0]).toEqual({
      subject: 'staff',
      id: zhang,
      title: '张三',
      detail: '组织组 · 组长',
      route: `#/staff?open=${zhang}`,
    })
  })

  it('shows who has left, what is void and the state of a matter', async () => {
    const { organisation, wang, zhang } = department
    const [id = 0] = await addDuties(book, [duty(organisation, { content: '三会一课' })])
    await book.change((change) => voidDuties(change, [id], '合并'))
    await book.change((change) => leaveStaff(change, { id: wang, left_on: '2026-11-17' }))
    await insertMatter(book, '三会一课检查', { state: 'withdrawn' })
    await insertMatter(book, '三会一课通报', { due_on: '2026-11-10', staff_id: zhang })
    await insertMatter(book, '三会一课总结', { due_on: '2026-12-31' })
    expect((await find('三会一课')).map((hit) => hit.detail)).toEqual([
      '三会一课 · 组织组 · 已作废',
      '三会一课总结 · 时限12月31日 · 按期',
      '三会一课通报 · 张三 · 时限11月10日 · 逾期',
      '三会一课检查 · 已撤销',
    ])
    expect((await find('王五')).map((hit) => hit.detail)).toEqual(['人事组 · 已离开'])
  })

  it('leads to the week a matter was listed in when it stands in none', async () => {
    const id = await insertMatter(book, '未排周的事项', { listed_on: '2026-11-12' }, [])
    expect((await find('未排周')).map((hit) => hit.route)).toEqual([`#/weekly?week=2026-11-09&open=${id}`])
  })
})

describe('the text', () => {
  it.each([
    ['张三', ['staff 张三']],
    ['zs', ['staff 张三']],
    ['ZhangSan', ['staff 张三']],
    ['zhang san', ['staff 张三']],
    ['ｚｓ', ['staff 张三']],
    ['8001', ['staff 李四']],
    ['DJ-001', ['duty ZZ-DJ-001']],
    ['dj-001', ['duty ZZ-DJ-001']],
    ['ＤＪ－００1', ['duty ZZ-DJ-001']],
    ['2026-DJ', ['matter 2026-DJ-0001']],
    ['-0001', ['matter 2026-DJ-0001']],
    ['收缴', ['duty ZZ-DJ-001']],
    ['dfsj', ['duty ZZ-DJ-001']],
    ['条例 收缴', ['duty ZZ-DJ-001']],
    ['100%', ['duty ZZ-DJ-001']],
    ['%', ['duty ZZ-DJ-001']],
    ['100_', []],
    ['_', []],
    ['\\', []],
    ['（一）', ['matter 2026-DJ-0001']],
    ['(一)', ['matter 2026-DJ-0001']],
    ['１２号', ['matter 2026-DJ-0001']],
    ['oa', ['matter 2026-DJ-0001']],
    ['没有这个', []],
    ["'; DROP TABLE staff", []],
    ['', []],
    ['　 ', []],
  ])('"%s" finds %j', async (text, expected) => {
    await book.change((change) =>
      change.db.updateTable('staff').set({ phone: '8001' }).where('name', '=', '李四').execute(),
    )
    await addDuties(book, [
      duty(department.organisation, { content: '党费收缴率100%', basis: '党费收缴条例', due_rule: '' }),
    ])
    await insertMatter(book, 'ＯＡ通知（一）', { source: '〔2026〕12号' })
    expect(await found(text)).toEqual(expected)
  })
})

describe('a person found', () => {
  it('brings her open matters right after her, newest first, and no other matter of hers', async () => {
    const { zhang, li } = department
    await insertMatter(book, '甲', { staff_id: zhang })
    await insertMatter(book, '乙', { staff_id: li })
    await insertMatter(book, '丙', { staff_id: zhang, state: 'withdrawn' })
    await insertMatter(book, '丁', { staff_id: zhang, state: 'sign_off_asked' })
    await insertMatter(book, '戊', { helpers: '张三' })
    await archiveMatter(book, await insertMatter(book, '己', { staff_id: zhang }))
    const zhang_shan = await book.change((change) => addStaff(change, person('张山')))
    await insertMatter(book, '庚', { staff_id: zhang_shan.id })
    expect(await found('张')).toEqual([
      'staff 张三',
      'matter 2026-DJ-0004',
      'matter 2026-DJ-0001',
      'staff 张山',
      'matter 2026-DJ-0007',
      'matter 2026-DJ-0005',
    ])
  })

  it('does not crowd out matters that hold the text itself', async () => {
    for (let n = 0; n < 10; n++) await insertMatter(book, `工作 ${n}`, { staff_id: department.zhang })
    await insertMatter(book, '张三退休手续')
    expect(await found('张三')).toEqual([
      'staff 张三',
      ...[10, 9, 8, 7, 6, 5, 4].map((n) => `matter 2026-DJ-${String(n).padStart(4, '0')}`),
      'matter 2026-DJ-0011',
    ])
  })

  it('comes before those who only sound like the text', async () => {
    await book.change((change) => addStaff(change, person('赵爽')))
    await book.change((change) => addStaff(change, person('钱七', { staff_code: 'ZS01' })))
    expect(await found('zs')).toEqual(['staff 钱七', 'staff 张三', 'staff 赵爽'])
  })
})

describe('the answer', () => {
  it('holds at most 8 of each subject', async () => {
    const { organisation } = department
    await book.change(async (change) => {
      for (let n = 0; n < 12; n++) await addStaff(change, person(`党员${n}`))
    })
    await addDuties(
      book,
      Array.from({ length: 12 }, (_, n) => duty(organisation, { content: `党务 ${n}` })),
    )
    for (let n = 0; n < 24; n++) {
      const id = await insertMatter(book, `党建 ${n}`)
      if (n < 12) await archiveMatter(book, id)
    }
    const subjects = (await find('党')).map((hit) => hit.subject)
    expect(
      ['staff', 'duty', 'matter', 'archive'].map((one) => subjects.filter((s) => s === one).length),
    ).toEqual([8, 8, 8, 8])
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { editDutyWithHolders } from '../../../src-main/actions/edit-duty-with-holders.ts'
import { freezeDuties } from '../../../src-main/actions/freeze-duties.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { compareVersions, listVersions, versionRows } from '../../../src-main/duties/duty-versions.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { editGroup } from '../../../src-main/settings/groups.ts'
import { editStaff } from '../../../src-main/staff/edit-staff.ts'
import { toProblem } from '../../../src-main/to-problem.ts'
import { addDepartment, addDuties, type Department, duty, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
let department: Department
let ids: number[]
beforeEach(async () => {
  book = await openTestBook({ today: '2025-12-30' })
  department = await addDepartment(book)
  const { organisation, zhang, li } = department
  ids = await addDuties(book, [
    duty(organisation, { content: '收缴党费', a_staff_id: zhang, b_staff_ids: [li] }),
    duty(organisation, { content: '组织主题党日', due_rule: '每月底前', a_staff_id: zhang }),
    duty(organisation, { content: '评比活动', a_staff_id: li }),
    duty(organisation, { content: '年度考核', a_staff_id: li }),
  ])
})

const freeze = (name: string, as_of: string) =>
  book.change((change) => freezeDuties(change, { name, as_of, note: '' }))

describe('a frozen version', () => {
  it('keeps every word, whatever is renamed, moved or dropped later', async () => {
    const { id } = await freeze('2025年版', '2025-12-30')
    const frozen = await versionRows(book.db, id)
    book.setToday('2026-11-20')
    await book.change(async (change) => {
      await editGroup(change, department.organisation, { code: 'ZZ', name: '组织一组' })
      await editStaff(change, department.zhang, person('张三丰', { group_id: department.personnel }))
      await voidDuties(change, ids, '全部取消')
    })
    expect([
      await versionRows(book.db, id),
      frozen.map(({ number, a_name, b_names }) => [number, a_name, b_names]),
    ]).toEqual([
      frozen,
      [
        ['ZZ-DJ-001', '张三', '李四'],
        ['ZZ-DJ-002', '张三', ''],
        ['ZZ-DJ-003', '李四', ''],
        ['ZZ-DJ-004', '李四', ''],
      ],
    ])
    expect(await listVersions(book.db)).toEqual([
      { id, name: '2025年版', as_of: '2025-12-30', frozen_on: '2025-12-30', note: '', people: 3, duties: 4 },
    ])
  })

  it('cannot be changed, only taken back', async () => {
    const { id } = await freeze('2025年版', '2025-12-30')
    for (const table of ['duty_versions', 'duty_version_rows', 'duty_version_people'] as const) {
      const error = await book
        .change((change) => change.db.deleteFrom(table).execute())
        .catch((thrown) => thrown)
      expect([table, toProblem(error).message]).toEqual([table, '已定的版本不能再改。'])
    }
    const [last] = await book.db.selectFrom('changes').select('id').orderBy('id', 'desc').limit(1).execute()
    await undoChange(book, book.clock, last?.id ?? 0)
    expect([await listVersions(book.db), await versionRows(book.db, id)]).toEqual([[], []])
  })

  it('has a name of its own, something in it, and a day that has come', async () => {
    await freeze('2025年版', '2025-12-30')
    const said = async (name: string, as_of: string) => (await problemOf(freeze(name, as_of))).message
    expect([
      await said('2025年版', '2025-12-30'),
      await said('2024年版', '2024-12-30'),
      await said('2026年版', '2026-01-01'),
    ]).toEqual([
      '已经有一个版本叫“2025年版”。',
      '这一天还没有职责，没有可以定版的内容。',
      '截至日期不能晚于今天。',
    ])
  })
})

describe('two versions side by side', () => {
  it('tell what was added, dropped, moved and reworded, each by its number', async () => {
    const before = await freeze('2025年版', '2025-12-30')
    book.setToday('2026-11-20')
    const { organisation, zhang, li, wang } = department
    const [kept = 0, reworded = 0, dropped = 0, moved = 0] = ids
    await book.change(async (change) => {
      const reword = duty(organisation, {
        content: '组织主题党日',
        due_rule: '每月25日前',
        a_staff_id: zhang,
      })
      await editDutyWithHolders(change, reworded, reword)
      await voidDuties(change, [dropped], '取消')
      const move = duty(organisation, { content: '年度考核工作', a_staff_id: wang, b_staff_ids: [li] })
      await editDutyWithHolders(change, moved, move)
    })
    await addDuties(book, [duty(organisation, { content: '新增的职责' })])
    const { from, to, changes } = await compareVersions(
      book.db,
      '2026-11-20',
      { from_id: before.id, to_id: null },
      3,
    )
    expect([from.duties, to.duties, to.name, kept]).toEqual([4, 4, '现行', ids[0]])
    expect(changes.map(({ number, kinds, differences }) => ({ number, kinds, differences }))).toEqual([
      {
        number: 'ZZ-DJ-002',
        kinds: ['reworded'],
        differences: [{ label: '办理时限', before: '每月底前', after: '每月25日前' }],
      },
      {
        number: 'ZZ-DJ-004',
        kinds: ['moved', 'reworded'],
        differences: [
          { label: 'A岗', before: '李四', after: '王五' },
          { label: 'B岗', before: '', after: '李四' },
          { label: '职责内容', before: '年度考核', after: '年度考核工作' },
        ],
      },
      { number: 'ZZ-DJ-005', kinds: ['added'], differences: [] },
      { number: 'ZZ-DJ-003', kinds: ['removed'], differences: [] },
    ])
    const after = await freeze('2026年版', '2026-11-20')
    const frozen = await compareVersions(book.db, '2026-11-20', { from_id: before.id, to_id: after.id }, 3)
    expect([frozen.changes, frozen.to.name]).toEqual([changes, '2026年版'])
  })
})

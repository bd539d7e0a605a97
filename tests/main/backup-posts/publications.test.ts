import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adjustPosts } from '../../../src-main/backup-posts/assign-holders.ts'
import { coverageOfPosts } from '../../../src-main/backup-posts/coverage.ts'
import { endException, exceptPosts } from '../../../src-main/backup-posts/exceptions.ts'
import {
  listPublications,
  previewPublication,
  publicationTable,
  publishPosts,
} from '../../../src-main/backup-posts/publications.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { editStaff } from '../../../src-main/staff/edit-staff.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { addDepartment, addDuties, type Department, duty, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
let department: Department
let ids: number[]
beforeEach(async () => {
  book = await openTestBook({ today: '2026-07-01' })
  department = await addDepartment(book)
  const { organisation, personnel, zhang, li, wang } = department
  ids = await addDuties(book, [
    duty(organisation, { a_staff_id: zhang, b_staff_ids: [li] }),
    duty(organisation, { content: '党费收缴', a_staff_id: li, b_staff_ids: [zhang] }),
    duty(personnel, { content: '会计核算', a_staff_id: wang }),
  ])
})
afterEach(() => book.close())

const publish = (as_of: string) =>
  book.change((change) => publishPosts(change, { as_of, approver: '沈处长', note: '上半年' }))
const coverage = async () =>
  coverageOfPosts(await listDuties(book.db, book.clock.today(), DutyFilter.parse({})), [])

describe('a duty that needs no B', () => {
  const except = (reason = '会计岗位，不相容职务分离') =>
    book.change((change) => exceptPosts(change, { duty_ids: [ids[2] ?? 0], reason }))

  it('counts as settled, with its reason, from that day until it needs one again', async () => {
    book.setToday('2026-07-10')
    const before = await coverage()
    await except()
    const excepted = await coverage()
    book.setToday('2026-08-01')
    await book.change((change) => endException(change, ids[2] ?? 0))
    const after = await coverage()
    const rows = await book.db.selectFrom('post_exceptions').select(['reason', 'from_on', 'to_on']).execute()
    expect([
      [before, excepted, after].map((found) => [found.without_b, found.excepted]),
      excepted.rows[2]?.findings,
      excepted.rows[2]?.no_b_reason,
      rows,
    ]).toEqual([
      [
        [1, 0],
        [0, 1],
        [1, 0],
      ],
      [],
      '会计岗位，不相容职务分离',
      [{ reason: '会计岗位，不相容职务分离', from_on: '2026-07-10', to_on: '2026-07-31' }],
    ])
  })

  it('gets a better reason in place, and leaves no trace when it was entered only today', async () => {
    await except()
    await except('出纳岗位')
    const changed = (await coverage()).rows[2]?.no_b_reason
    await book.change((change) => endException(change, ids[2] ?? 0))
    expect([changed, await book.db.selectFrom('post_exceptions').selectAll().execute()]).toEqual([
      '出纳岗位',
      [],
    ])
  })
})

describe('publishing', () => {
  it('freezes every duty in use with its holders as they are called and reached on that day', async () => {
    await publish('2026-07-01')
    const { personnel, wang } = department
    await book.change((change) =>
      editStaff(change, wang, person('王武', { group_id: personnel, phone: '0510-1' })),
    )
    const [publication] = await listPublications(book.db)
    const table = await publicationTable(book.db, '2026-11-20', publication?.id ?? 0)
    expect([
      publication?.duties,
      table.posts.map(({ number, holders }) => [
        number,
        ...holders.map(({ role, name }) => `${role}${name}`),
      ]),
    ]).toEqual([
      3,
      [
        ['ZZ-DJ-001', 'A张三', 'B李四'],
        ['ZZ-DJ-002', 'A李四', 'B张三'],
        ['RS-DJ-001', 'A王五'],
      ],
    ])
  })

  it('knows what has changed since the last one: other holders, new duties, void ones; a new name is no change', async () => {
    await publish('2026-07-01')
    book.setToday('2026-11-20')
    const { organisation, personnel, zhang, li, wang } = department
    await book.change((change) => editStaff(change, li, person('李思', { group_id: organisation })))
    await book.change((change) =>
      adjustPosts(change, {
        lines: [{ duty_id: ids[0] ?? 0, a_staff_id: wang, b_staff_ids: [li] }],
        ...{ effective_on: '2026-09-01', approver: '沈处长', reason: '岗位轮换' },
      }),
    )
    await book.change((change) => voidDuties(change, [ids[2] ?? 0], '划归财务'))
    await addDuties(book, [duty(personnel, { content: '职称申报', a_staff_id: zhang })])
    const preview = await previewPublication(book.db, '2026-11-20')
    const names = (posts: { a: { name: string } | null; bs: { name: string }[] }) =>
      [posts.a?.name ?? '—', ...posts.bs.map(({ name }) => name)].join('/')
    expect([
      preview.last?.as_of,
      [preview.duties, preview.without_a, preview.without_b],
      preview.differences.map(({ kind, number, before, after }) => [
        kind,
        number,
        names(before),
        names(after),
      ]),
    ]).toEqual([
      '2026-07-01',
      [3, 0, 1],
      [
        ['changed', 'ZZ-DJ-001', '张三/李四', '王五/李思'],
        ['new', 'RS-DJ-002', '—', '张三'],
        ['gone', 'RS-DJ-001', '王五', '—'],
      ],
    ])
  })

  it('goes forward: not for a day to come, not for a day that is published or passed', async () => {
    await publish('2026-07-01')
    const refused = async (as_of: string) => (await problemOf(publish(as_of))).fields?.as_of
    expect([await refused('2026-07-02'), await refused('2026-07-01')]).toEqual([
      '公布的日期不能晚于今天。',
      '2026年7月1日已经公布过，新的公布要晚于那一天。',
    ])
  })
})

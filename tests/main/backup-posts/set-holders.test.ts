import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assignHolders } from '../../../src-main/backup-posts/assign-holders.ts'
import { setHolders } from '../../../src-main/backup-posts/set-holders.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { leaveStaff } from '../../../src-main/staff/edit-staff.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
let department: Department
let duty_id: number
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-16' })
  department = await addDepartment(book)
  const { organisation, zhang, li } = department
  ;[duty_id = 0] = await addDuties(book, [duty(organisation, { a_staff_id: zhang, b_staff_ids: [li] })])
})
afterEach(() => book.close())

const assign = (a_staff_id: number | null, b_staff_ids: number[]) =>
  book.change((change) => setHolders(change, duty_id, a_staff_id, b_staff_ids))

/** Every row as `A1 张三 2026-11-16–`, oldest first. */
async function history(): Promise<string[]> {
  const rows = await book.db
    .selectFrom('duty_holders as h')
    .innerJoin('staff as s', 's.id', 'h.staff_id')
    .select(['h.role', 'h.rank', 's.name', 'h.from_on', 'h.to_on'])
    .where('h.duty_id', '=', duty_id)
    .orderBy('h.role')
    .orderBy('h.rank')
    .orderBy('h.from_on')
    .execute()
  return rows.map((row) => `${row.role}${row.rank} ${row.name} ${row.from_on}–${row.to_on ?? ''}`)
}

async function changeCount(): Promise<number> {
  return (await book.db.selectFrom('changes').select('id').execute()).length
}

describe('changing A', () => {
  it('ends the old one yesterday and begins the new one today; the B is not touched', async () => {
    book.setToday('2026-11-20')
    expect(await assign(department.wang, [department.li])).toBe(true)
    expect(await history()).toEqual([
      'A1 张三 2026-11-16–2026-11-19',
      'A1 王五 2026-11-20–',
      'B1 李四 2026-11-16–',
    ])
  })

  it('entered only today leaves no trace of the first try', async () => {
    book.setToday('2026-11-20')
    await assign(department.wang, [department.li])
    await assign(department.li, [department.li])
    expect(await history()).toEqual([
      'A1 张三 2026-11-16–2026-11-19',
      'A1 李四 2026-11-20–',
      'B1 李四 2026-11-16–',
    ])
  })

  it('to nobody leaves the post empty from today on', async () => {
    book.setToday('2026-11-20')
    await assign(null, [])
    expect(await history()).toEqual(['A1 张三 2026-11-16–2026-11-19', 'B1 李四 2026-11-16–2026-11-19'])
  })

  it('is not thrown off by a PC clock that once ran ahead', async () => {
    book.setToday('2027-11-20')
    await assign(department.wang, [department.li])
    book.setToday('2026-11-20')
    await assign(department.wang, [department.li])
    expect(await history()).toEqual([
      'A1 张三 2026-11-16–2026-11-19',
      'A1 王五 2026-11-20–',
      'B1 李四 2026-11-16–',
    ])
  })
})

describe('the Bs', () => {
  it('keep their order, and change ranks as a new one comes first', async () => {
    book.setToday('2026-11-20')
    await assign(department.zhang, [department.wang, department.li])
    expect(await history()).toEqual([
      'A1 张三 2026-11-16–',
      'B1 李四 2026-11-16–2026-11-19',
      'B1 王五 2026-11-20–',
      'B2 李四 2026-11-20–',
    ])
  })

  it('move up when the first goes', async () => {
    await assign(department.zhang, [department.wang, department.li])
    book.setToday('2026-11-20')
    await assign(department.zhang, [department.li])
    expect(await history()).toEqual([
      'A1 张三 2026-11-16–',
      'B1 王五 2026-11-16–2026-11-19',
      'B1 李四 2026-11-20–',
      'B2 李四 2026-11-16–2026-11-19',
    ])
  })
})

describe('assigning', () => {
  it('the same again writes nothing', async () => {
    book.setToday('2026-11-20')
    const before = [await history(), await changeCount()]
    expect(await assign(department.zhang, [department.li])).toBe(false)
    expect([await history(), await changeCount()]).toEqual(before)
  })

  it('shows every day who held what, however often it is changed', async () => {
    const { zhang, li, wang } = department
    const person = fc.constantFrom(zhang, li, wang)
    const steps = fc.array(
      fc.record({
        days: fc.nat({ max: 3 }),
        a: fc.option(person),
        bs: fc.uniqueArray(person, { maxLength: 3 }),
      }),
      { maxLength: 8 },
    )
    let day = '2026-12-01'
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        const expected = new Map<string, { a: number | null; bs: number[] }>()
        for (const { days, a, bs } of changes) {
          day = addDays(day, days)
          book.setToday(day)
          await assign(a, bs)
          expected.set(day, { a, bs })
        }
        for (const [on, holders] of expected) {
          const [shown] = await listDuties(book.db, on, DutyFilter.parse({}))
          const found = { a: shown?.a_holder?.staff_id ?? null, bs: shown?.b_holders.map((b) => b.staff_id) }
          expect(found).toEqual(holders)
        }
        day = addDays(day, 1)
      }),
      { numRuns: 30 },
    )
  })

  it('is taken back whole, also one that changed every post', async () => {
    const before = await history()
    for (const day of ['2026-11-16', '2026-11-20']) {
      book.setToday(day)
      await assign(department.li, [department.wang, department.zhang])
      const { id } = await book.db
        .selectFrom('changes')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      await undoChange(book, book.clock, id)
      expect(await history()).toEqual(before)
    }
  })

  it('names the duty in the trail', async () => {
    await book.change((change) =>
      assignHolders(change, { duty_id, a_staff_id: department.wang, b_staff_ids: [] }),
    )
    const last = await book.db.selectFrom('changes').select('title').orderBy('id', 'desc').executeTakeFirst()
    expect(last).toEqual({ title: '调整职责 ZZ-DJ-001 的AB岗' })
  })

  it('is refused for a duty that is void or gone', async () => {
    await book.change((change) => voidDuties(change, [duty_id], '合并'))
    const assignTo = (id: number) =>
      problemOf(
        book.change((change) => assignHolders(change, { duty_id: id, a_staff_id: null, b_staff_ids: [] })),
      )
    expect([await assignTo(duty_id), await assignTo(99)]).toEqual([
      {
        code: 'duty_not_in_use',
        message: '职责 ZZ-DJ-001 已作废，不能设AB岗。',
        next: '需要时请先恢复这项职责。',
      },
      { code: 'duty_not_in_use', message: '履职清单里已经没有这项职责。', next: '请刷新后再试。' },
    ])
  })
})

describe('people who are given a post', () => {
  beforeEach(async () => {
    await book.change((change) => leaveStaff(change, { id: department.wang, left_on: '2026-11-18' }))
    await book.change((change) => leaveStaff(change, { id: department.li, left_on: '2026-11-18' }))
  })

  it('may still be given one on their last day', async () => {
    book.setToday('2026-11-18')
    await assign(department.wang, [department.li])
    expect((await history()).slice(0, 2)).toEqual(['A1 张三 2026-11-16–2026-11-17', 'A1 王五 2026-11-18–'])
  })

  it('must not have left', async () => {
    book.setToday('2026-11-19')
    const refused = (a: number | null, bs: number[]) => problemOf(assign(a, bs))
    expect([
      await refused(department.wang, [department.li]),
      (await refused(department.zhang, [department.li, department.wang])).fields,
      (await refused(department.li, [department.li])).fields,
      await history(),
    ]).toEqual([
      {
        code: 'staff_left',
        message: '王五已经离开，不能再担任A岗。',
        next: '请另选一位在岗人员。',
        fields: { a_staff_id: '王五已经离开，不能再担任A岗。' },
      },
      { b_staff_ids: '王五已经离开，不能再担任B岗。' },
      { a_staff_id: '李四已经离开，不能再担任A岗。' },
      ['A1 张三 2026-11-16–', 'B1 李四 2026-11-16–'],
    ])
  })

  it('may stay as they are after they left, and change rank, until somebody else is found', async () => {
    book.setToday('2026-11-19')
    expect(await assign(department.zhang, [department.zhang, department.li])).toBe(true)
    expect((await history()).at(-1)).toBe('B2 李四 2026-11-19–')
  })

  it('must be on the list, and B only once', async () => {
    expect([
      (await problemOf(assign(99, []))).fields,
      (await problemOf(assign(department.zhang, [department.li, department.li]))).fields,
    ]).toEqual([
      { a_staff_id: '选作A岗的人已不在名册里，请重新选择。' },
      { b_staff_ids: 'B岗里李四出现了两次。' },
    ])
  })
})

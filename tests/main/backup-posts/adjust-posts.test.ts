import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editDutyWithHolders } from '../../../src-main/actions/edit-duty-with-holders.ts'
import { adjustPosts, assignHolders } from '../../../src-main/backup-posts/assign-holders.ts'
import { completeAdjustment, listAdjustments } from '../../../src-main/backup-posts/list-adjustments.ts'
import { postRules } from '../../../src-main/backup-posts/post-rules.ts'
import { publishPosts } from '../../../src-main/backup-posts/publications.ts'
import { setHolders } from '../../../src-main/backup-posts/set-holders.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { saveSettings } from '../../../src-main/settings/settings.ts'
import type { HolderAssignment } from '../../../src-shared/backup-posts.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { default_settings } from '../../../src-shared/settings.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
let department: Department
let ids: number[]
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-16' })
  department = await addDepartment(book)
  const { organisation, zhang, li } = department
  ids = await addDuties(book, [
    duty(organisation, { a_staff_id: zhang, b_staff_ids: [li] }),
    duty(organisation, { content: '党费收缴', a_staff_id: zhang }),
  ])
  book.setToday('2026-11-20')
})
afterEach(() => book.close())

const first = () => ids[0] ?? 0
const second = () => ids[1] ?? 0
const line = (duty_id: number, a_staff_id: number | null, b_staff_ids: number[] = []): HolderAssignment => ({
  duty_id,
  a_staff_id,
  b_staff_ids,
})
const publish = () =>
  book.change((change) => publishPosts(change, { as_of: '2026-11-18', approver: '沈处长', note: '' }))
const adjust = (lines: HolderAssignment[], effective_on = '2026-11-20', words = ['沈处长', '岗位轮换']) =>
  book.change((change) =>
    adjustPosts(change, { lines, effective_on, approver: words[0] ?? '', reason: words[1] ?? '' }),
  )

/** `张三/李四 -> 王五/李四` of every line of every adjustment, newest first. */
async function recorded(): Promise<string[]> {
  const words = ({ a, bs }: { a: { name: string } | null; bs: { name: string }[] }) =>
    `${a?.name ?? '—'}/${bs.map(({ name }) => name).join('、') || '—'}`
  return (await listAdjustments(book.db)).flatMap(({ effective_on, approver, reason, lines }) =>
    lines.map(
      ({ number, before, after }) =>
        `${effective_on} ${approver} ${reason} ${number} ${words(before)} -> ${words(after)}`,
    ),
  )
}

/** A and Bs by name on each of these days. */
async function heldOn(...days: string[]): Promise<string[]> {
  const held: string[] = []
  for (const day of days) {
    const [shown] = await listDuties(book.db, day, DutyFilter.parse({}))
    held.push(`${shown?.a_holder?.name ?? '—'}/${shown?.b_holders.map(({ name }) => name).join('、')}`)
  }
  return held
}

describe('before anything is published', () => {
  it('a change at once is no adjustment and needs no approver', async () => {
    await book.change((change) => assignHolders(change, line(first(), department.wang, [department.li])))
    expect([await postRules(book.db), await recorded()]).toEqual([
      { is_recording: false, needs_approver: false },
      [],
    ])
  })

  it('may be asked for all the same', async () => {
    await book.change((change) => saveSettings(change, { ...default_settings, post_changes: 'always' }))
    const refused = await problemOf(adjust([line(first(), department.wang)], '2026-11-20', ['', '']))
    expect(refused.fields).toEqual({ approver: '请填写批准人。', reason: '请填写调整原因。' })
  })
})

describe('an adjustment', () => {
  beforeEach(publish)

  it('of several duties is one record with who held them before and after', async () => {
    const { zhang, li, wang } = department
    await adjust([line(first(), wang, [li]), line(second(), li, [zhang])])
    expect([(await listAdjustments(book.db)).length, await recorded()]).toEqual([
      1,
      [
        '2026-11-20 沈处长 岗位轮换 ZZ-DJ-001 张三/李四 -> 王五/李四',
        '2026-11-20 沈处长 岗位轮换 ZZ-DJ-002 张三/— -> 李四/张三',
      ],
    ])
  })

  it('is refused without approver and reason, and the cell alone takes no post from anybody', async () => {
    const { wang, li } = department
    const without_words = await problemOf(adjust([line(first(), wang)], '2026-11-20', ['', '']))
    const in_the_cell = await problemOf(
      book.change((change) => assignHolders(change, line(first(), wang, [li]))),
    )
    expect([without_words.fields, in_the_cell.code, await recorded()]).toEqual([
      { approver: '请填写批准人。', reason: '请填写调整原因。' },
      'needs_approval',
      [],
    ])
  })

  it('is not what filling an empty post is', async () => {
    const { zhang, li, wang } = department
    await book.change((change) => assignHolders(change, line(second(), zhang, [li])))
    await book.change((change) => assignHolders(change, line(second(), zhang, [li, wang])))
    expect(await recorded()).toEqual([])
  })

  it('may leave the approver out where the settings say so', async () => {
    await book.change((change) => saveSettings(change, { ...default_settings, post_changes: 'optional' }))
    await adjust([line(first(), department.wang, [department.li])], '2026-11-20', ['', ''])
    expect(await recorded()).toEqual(['2026-11-20   ZZ-DJ-001 张三/李四 -> 王五/李四'])
  })

  it('that came by the form of a duty is recorded too, and waits for its approver', async () => {
    const { organisation, wang, li } = department
    await book.change((change) =>
      editDutyWithHolders(change, first(), duty(organisation, { a_staff_id: wang, b_staff_ids: [li] })),
    )
    const [adjustment] = await listAdjustments(book.db)
    await book.change((change) =>
      completeAdjustment(change, { id: adjustment?.id ?? 0, approver: '沈处长', reason: '张三外派' }),
    )
    expect([adjustment?.approver, await recorded()]).toEqual([
      '',
      ['2026-11-20 沈处长 张三外派 ZZ-DJ-001 张三/李四 -> 王五/李四'],
    ])
  })

  it('of nothing is refused', async () => {
    const same = line(first(), department.zhang, [department.li])
    expect((await problemOf(adjust([same]))).code).toBe('nothing_changed')
  })

  it('is taken back whole', async () => {
    await adjust([line(first(), department.wang, [department.li]), line(second(), department.li)])
    const [adjustment] = await listAdjustments(book.db)
    await undoChange(book, book.clock, adjustment?.change_id ?? 0)
    expect([await recorded(), await heldOn('2026-11-20')]).toEqual([[], ['张三/李四']])
  })
})

describe('a change of a later day', () => {
  it('takes effect then, and stands when something else is changed before', async () => {
    const { zhang, li, wang } = department
    await adjust([line(first(), wang, [li])], '2026-12-01')
    await book.change((change) => setHolders(change, first(), zhang, [li, wang]))
    expect(await heldOn('2026-11-19', '2026-11-20', '2026-11-30', '2026-12-01')).toEqual([
      '张三/李四',
      '张三/李四、王五',
      '张三/李四、王五',
      '王五/李四、王五',
    ])
  })

  it('still follows when the present holder is replaced before', async () => {
    const { li, wang } = department
    await adjust([line(first(), wang, [li])], '2026-12-01')
    await book.change((change) => setHolders(change, first(), li, [li]))
    expect(await heldOn('2026-11-19', '2026-11-20', '2026-11-30', '2026-12-01')).toEqual([
      '张三/李四',
      '李四/李四',
      '李四/李四',
      '王五/李四',
    ])
  })

  it('just begins earlier when it is wanted at once after all', async () => {
    const { li, wang } = department
    await adjust([line(first(), wang, [li])], '2026-12-01')
    await adjust([line(first(), wang, [li])])
    const rows = await book.db
      .selectFrom('duty_holders')
      .select(['role', 'from_on', 'to_on'])
      .where('duty_id', '=', first())
      .where('role', '=', 'A')
      .orderBy('from_on')
      .execute()
    expect(rows).toEqual([
      { role: 'A', from_on: '2026-11-16', to_on: '2026-11-19' },
      { role: 'A', from_on: '2026-11-20', to_on: null },
    ])
  })

  it('never leaves one person as two Bs of a later day', async () => {
    const { zhang, li, wang } = department
    await adjust([line(first(), zhang, [wang])], '2026-12-01')
    const refused = await problemOf(book.change((change) => setHolders(change, first(), zhang, [li, wang])))
    expect([refused.code, await heldOn('2026-11-20')]).toEqual(['b_twice_later', ['张三/李四']])
  })

  it('changes its own day and leaves the days before and what was decided for later as they were', async () => {
    const { zhang, li, wang } = department
    const person = fc.constantFrom(zhang, li, wang)
    const step = fc.record({ on: fc.nat({ max: 20 }), a: fc.option(person) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (changes) => {
        const { organisation } = department
        const [id = 0] = await addDuties(book, [duty(organisation)])
        // The A of each day, kept by hand: a change holds from its day to the day before the next one decided.
        const expected: (number | null)[] = Array.from({ length: 25 }, () => null)
        const decided = new Set<number>()
        for (const { on, a } of changes) {
          const decision = { effective_on: addDays('2026-11-20', on), approver: '', reason: '' }
          if (expected[on] === a) continue
          await book.change((change) => setHolders(change, id, a, [], decision))
          const next = [...decided].filter((day) => day > on).toSorted((one, two) => one - two)[0]
          // An empty stretch is no decision of its own: who follows it is.
          expected.fill(a, on, a === null ? endOf(expected, on) : (next ?? expected.length))
          decided.clear()
          for (const [day, who] of expected.entries()) {
            if (who !== null && who !== (expected[day - 1] ?? null)) decided.add(day)
          }
        }
        const rows = await book.db
          .selectFrom('duty_holders')
          .select(['staff_id', 'from_on', 'to_on'])
          .where('duty_id', '=', id)
          .execute()
        const found = expected.map((_, day) => {
          const date = addDays('2026-11-20', day)
          return (
            rows.find(({ from_on, to_on }) => from_on <= date && (to_on === null || to_on >= date))
              ?.staff_id ?? null
          )
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })
})

/** The day after the stretch of one holder that `day` lies in. */
function endOf(days: readonly (number | null)[], day: number): number {
  const end = days.findIndex((who, at) => at > day && who !== days[day])
  return end === -1 ? days.length : end
}

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeWeek } from '../../../src-main/weekly/close-week.ts'
import { compareWeeks, differencesOf } from '../../../src-main/weekly/compare-weeks.ts'
import { extendMatters } from '../../../src-main/weekly/extend-matters.ts'
import { listLocks, unlockWeek } from '../../../src-main/weekly/locks.ts'
import { writeWeekLine } from '../../../src-main/weekly/week-lines.ts'
import { nameWeeks } from '../../../src-main/weekly/week-names.ts'
import { readSnapshot } from '../../../src-main/weekly/week-snapshot.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { isOpen } from '../../../src-shared/matter-words.ts'
import type { WeekRow } from '../../../src-shared/weekly.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { type OpenWeek, openWeek, week_47, week_48 } from './open-week.ts'

let week: OpenWeek
beforeEach(async () => {
  week = await openWeek()
})
afterEach(() => week.book.close())

const close = (week_monday = week_47) => week.book.change((change) => closeWeek(change, { week_monday }))
const idOf = async (title: string) =>
  (await week.sheet(week_47)).rows.find((row) => row.title === title)?.matter_id ?? 0

describe('the snapshot of a closed week', () => {
  it('stays as the week stood, whatever becomes of its matters, people and names', async () => {
    await week.add({ title: '甲', due_on: '2026-11-18' })
    await week.add({ title: '乙', week_monday: week_48, due_on: '2026-11-27' })
    await week.book.change(({ db }) =>
      db
        .insertInto('week_reports')
        .values({
          staff_id: week.department.staff_ids.li,
          week_monday: week_47,
          state: 'received',
          received_on: '2026-11-20',
          received_at: '08:30',
        })
        .execute(),
    )
    const before = await week.sheet(week_47)
    await close()
    await week.signOff([await idOf('甲')])
    await week.book.change(async ({ db }) => {
      await db.updateTable('staff').set({ name: '改了名' }).execute()
      await db.updateTable('matters').set({ title: '改了标题' }).execute()
    })
    await week.book.change((change) =>
      nameWeeks(change, { week_monday: week_47, name: '教学第12周', weeks: 1 }),
    )
    week.book.setToday('2026-12-31')
    const [lock] = await listLocks(week.book.db)
    if (lock === undefined) throw new Error('no lock')
    const snapshot = await readSnapshot(week.book.db, lock.id)
    expect(snapshot).toEqual({
      lock,
      sheet: { ...before, closed: { lock_id: lock.id, locked_on: '2026-11-20', locked_at: '09:00' } },
      overdue: before.rows,
      defects: [],
    })
    expect(before.rows.map(({ title, light }) => [title, light])).toEqual([['甲', 'red']])
  })

  it('is one small packed row a list, outside of the trail', async () => {
    for (let n = 0; n < 60; n++) {
      await week.add({ title: `第 ${n} 项工作，按计划推进并形成书面材料`, due_on: '2026-11-27' })
    }
    await close()
    const stored = week.book.sqlite
      .prepare('SELECT list, row_count, length(packed_rows) AS bytes FROM week_snapshots ORDER BY list')
      .all() as { list: string; row_count: number; bytes: number }[]
    const images = week.book.sqlite
      .prepare("SELECT count(*) FROM change_rows WHERE table_name = 'week_snapshots'")
      .pluck()
      .get()
    const counts = Object.fromEntries(stored.map(({ list, row_count }) => [list, row_count]))
    expect([counts, images]).toEqual([{ defects: 0, head: 1, overdue: 0, plan: 0, reports: 3, rows: 60 }, 0])
    const plain = JSON.stringify((await week.sheet(week_47)).rows).length
    expect(stored.find(({ list }) => list === 'rows')?.bytes ?? plain).toBeLessThan(plain / 10)
  })

  it('says so when there is none', async () => {
    expect((await problemOf(readSnapshot(week.book.db, 7))).message).toBe('没有这一次关账的快照。')
  })
})

describe('two weeks side by side', () => {
  it('tells what was added, done, slipped, changed and is gone since closing', async () => {
    for (const title of ['办结的', '延期的', '改进展的', '撤销的', '不变的']) {
      await week.add({ title, due_on: '2026-11-30' })
    }
    await close()
    await week.book.change((change) => unlockWeek(change, { week_monday: week_47, reason: '核对' }))
    const [done, later, said, gone] = await Promise.all(
      ['办结的', '延期的', '改进展的', '撤销的'].map((title) => idOf(title)),
    )
    await week.signOff([done ?? 0])
    await week.book.change((change) =>
      extendMatters(change, {
        matter_ids: [later ?? 0],
        new_due_on: '2026-12-04',
        reason: '等批复',
        approved_by: '赵处',
        extended_on: '2026-11-20',
      }),
    )
    const line = {
      progress: '已报送',
      week_state: 'in_progress',
      unfinished_reason: '',
      evidence: '',
    } as const
    await week.book.change((change) =>
      writeWeekLine(change, { matter_id: said ?? 0, week_monday: week_47, is_planned: true, line }),
    )
    await week.book.change((change) => withdrawMatters(change, { matter_ids: [gone ?? 0], reason: '取消' }))
    await week.add({ title: '新增的', due_on: '2026-11-30' })
    const { differences, ...around } = await compareWeeks(week.book.db, week.book.clock.today(), {
      before: { lock_id: 1 },
      after: { week_monday: week_47 },
    })
    const told = differences.map(({ kind, title, fields }) => [kind, title, fields])
    expect([around, told]).toEqual([
      {
        before: { title: '第47周（11月16日—11月20日）', as_of: '11月20日 09:00关账时' },
        after: { title: '第47周（11月16日—11月20日）', as_of: '现在（2026年11月20日）' },
        same: 1,
      },
      [
        [
          'added',
          '新增的',
          [
            { label: '来由', before: '', after: '计划内' },
            { label: '时限', before: '', after: '2026-11-30' },
            { label: '进度', before: '', after: '正在推进' },
          ],
        ],
        [
          'done',
          '办结的',
          [
            { label: '进度', before: '正在推进', after: '已销号' },
            { label: '状态', before: '办理中', after: '已销号' },
            { label: '亮灯', before: '按期', after: '已办' },
          ],
        ],
        ['slipped', '延期的', [{ label: '时限', before: '2026-11-30', after: '2026-12-04' }]],
        ['changed', '改进展的', [{ label: '完成情况', before: '', after: '已报送' }]],
        [
          'gone',
          '撤销的',
          [
            { label: '进度', before: '正在推进', after: '已撤销' },
            { label: '状态', before: '办理中', after: '已撤销' },
            { label: '亮灯', before: '按期', after: '' },
          ],
        ],
      ],
    ])
  })

  it('tells each matter at most once, what is only on one side always, and of equal lists nothing', async () => {
    await week.add({ due_on: '2026-11-30' })
    const [plain] = (await week.sheet(week_47)).rows
    const anyRow = fc
      .record({
        matter_id: fc.integer({ min: 1, max: 12 }),
        state: fc.constantFrom<WeekRow['state']>('in_progress', 'signed_off', 'withdrawn'),
        due_on: fc.constantFrom('2026-11-20', '2026-11-30', null),
        light: fc.constantFrom<WeekRow['light']>('green', 'red'),
        progress: fc.constantFrom('', '已报送'),
      })
      .map((parts): WeekRow => {
        const light_word = parts.light === 'red' ? '逾期' : '按期'
        return { ...(plain as WeekRow), ...parts, light_word }
      })
    const anyList = fc.uniqueArray(anyRow, { selector: ({ matter_id }) => matter_id, maxLength: 12 })
    const ids = (rows: readonly { matter_id: number }[]) => rows.map(({ matter_id }) => matter_id)
    fc.assert(
      fc.property(anyList, anyList, (before, after) => {
        const found = differencesOf(before, after)
        const told = ids(found)
        expect(new Set(told).size).toBe(told.length)
        expect(differencesOf(after, after)).toEqual([])
        const lonely = (kind: string, rows: WeekRow[], others: WeekRow[]) =>
          rows.every(
            ({ matter_id }) =>
              ids(others).includes(matter_id) ||
              found.some((one) => one.matter_id === matter_id && one.kind === kind),
          )
        expect([lonely('added', after, before), lonely('gone', before.filter(isOpen), after)]).toEqual([
          true,
          true,
        ])
        for (const { kind, matter_id, fields } of found) {
          const is_on_both = ids(before).includes(matter_id) && ids(after).includes(matter_id)
          if (is_on_both) expect([kind, fields.length > 0]).not.toEqual([kind, false])
        }
      }),
    )
  })
})

describe('the name of a week', () => {
  const name = (words: string, weeks = 1, week_monday = week_47) =>
    week.book.change((change) => nameWeeks(change, { week_monday, name: words, weeks }))
  const titleOf = async (monday: string) => (await week.sheet(monday)).head.title

  it('stands in every title, counts on from week to week, and is taken away again', async () => {
    await name('教学第12周', 3)
    const named = [await titleOf(week_47), await titleOf(week_48), await titleOf('2026-11-30')]
    await name('第48周', 1, week_48)
    await name('', 1, '2026-11-30')
    expect([
      named,
      await titleOf(week_48),
      await titleOf('2026-11-30'),
      (await week.titles()).slice(-3),
    ]).toEqual([
      [
        '教学第12周（11月16日—11月20日）',
        '教学第13周（11月23日—11月27日）',
        '教学第14周（11月30日—12月4日）',
      ],
      '第48周（11月23日—11月27日）',
      '第49周（11月30日—12月4日）',
      ['第47周命名为“教学第12周”，连续 3 周', '第48周恢复原名', '第49周恢复原名'],
    ])
  })

  it('passes over a week without a working day, and leaves no trace when nothing changes', async () => {
    await name('开学第1周', 2, '2026-02-09')
    const before = await week.titles()
    await name('开学第1周', 2, '2026-02-09')
    expect([await titleOf('2026-02-16'), await titleOf('2026-02-23'), await week.titles()]).toEqual([
      '第8周（2月16日—2月20日）',
      '开学第2周（2月24日—2月28日）',
      before,
    ])
  })
})

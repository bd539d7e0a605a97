import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { countMatters } from '../../../src-main/statistics/count-matters.ts'
import { listCounted } from '../../../src-main/statistics/list-counted.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { type PeriodKind, periodOf } from '../../../src-shared/periods.ts'
import {
  type CountedBy,
  CountedQuestion,
  type MatterCounts,
  no_matters,
  overdueCount,
  StatisticsQuestion,
} from '../../../src-shared/statistics.ts'
import { mondayOf } from '../../../src-shared/week.ts'
import { fillDepartment } from '../../helpers/fill-department.ts'
import { insertMatter } from '../../helpers/matter.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { anyStep, beginLife, live } from '../weekly/random-life.ts'
import { countOneByOne, readMatters } from './brute-force.ts'

const counts_of = ({ key: _, name: _name, note: _note, ...counts }: MatterCounts & Record<string, unknown>) =>
  counts

let book: TestBook
afterEach(() => book.close())

const ask = (by: CountedBy, kind: PeriodKind, monday: string, more = {}) =>
  StatisticsQuestion.parse({ by, period: { kind, monday }, ...more })

describe('a small book', () => {
  it('counts what was there, what became of it and what ran over, by person', async () => {
    book = await openTestBook({ today: '2026-11-18' })
    const { staff_ids } = await fillDepartment(book)
    const of = (staff_id: number | null, due_on: string | null, more = {}) => ({ staff_id, due_on, ...more })
    const done = { state: 'signed_off', signed_off_on: '2026-11-18', signed_off_by: '处长' } as const
    const two_weeks = ['2026-11-09', '2026-11-16']
    await insertMatter(
      book,
      '上周来的，按期办结',
      of(staff_ids.zhang, '2026-11-17', { ...done, finished_on: '2026-11-17' }),
      two_weeks,
    )
    await insertMatter(book, '上周来的，还没办', of(staff_ids.zhang, '2026-11-17'), two_weeks)
    await insertMatter(book, '本周到期，还没到', of(staff_ids.zhang, '2026-11-20'))
    await insertMatter(
      book,
      '超期办结',
      of(staff_ids.li, '2026-11-16', { ...done, finished_on: '2026-11-18' }),
    )
    await insertMatter(book, '撤销的', of(null, null, { state: 'withdrawn' }))
    await insertMatter(book, '下周的', of(staff_ids.li, null), ['2026-11-23'])
    const { rows, total, ...around } = await countMatters(
      book.db,
      '2026-11-18',
      ask('staff', 'week', '2026-11-16'),
    )
    const none = no_matters
    expect(rows.map(({ key: _, ...row }) => row)).toEqual([
      {
        ...none,
        name: '张三',
        note: '组织组',
        carried_in: 2,
        planned: 1,
        finished: 1,
        carried_out: 2,
        overdue_open: 1,
      },
      { ...none, name: '李四', note: '劳资组', planned: 1, finished: 1, late: 1 },
      { ...none, name: '未定责任人', note: '', planned: 1, withdrawn: 1 },
    ])
    expect([total, around]).toEqual([
      {
        carried_in: 2,
        planned: 3,
        unplanned: 0,
        finished: 2,
        late: 1,
        withdrawn: 1,
        carried_out: 2,
        overdue_open: 1,
      },
      {
        period: periodOf({ kind: 'week', monday: '2026-11-16' }),
        until_monday: '2026-11-16',
        is_running: true,
      },
    ])
  })

  it('shows a year month by month, each beginning with what the last one left', async () => {
    book = await openTestBook({ today: '2026-03-20' })
    await fillDepartment(book)
    await insertMatter(
      book,
      '一',
      { state: 'signed_off', finished_on: '2026-03-03', signed_off_on: '2026-03-06', signed_off_by: '处长' },
      ['2026-01-12'],
    )
    await insertMatter(book, '二', {}, ['2026-02-02'])
    const { rows, total } = await countMatters(book.db, '2026-03-20', ask('time', 'month', '2026-03-16'))
    const line = ({ name, note, ...of }: (typeof rows)[number]) =>
      `${name} ${note} ${of.carried_in}+${of.planned}-${of.finished}=${of.carried_out}`
    expect([...rows.map(line), total.planned, total.finished, total.carried_out]).toEqual([
      '2026年1月 第1—5周 0+1-0=1',
      '2026年2月 第6—9周 1+1-0=2',
      '2026年3月 第10—13周 2+0-1=1',
      2,
      1,
      1,
    ])
  })
})

const kinds: PeriodKind[] = ['week', 'month', 'quarter', 'half', 'year']
const figures = ['carried_in', 'planned', 'unplanned', 'finished', 'withdrawn', 'carried_out'] as const

async function checkFigures(of: TestBook, today: string): Promise<void> {
  const matters = readMatters(of)
  for (const kind of kinds) {
    for (const monday of [mondayOf(today), addDays(mondayOf(today), -7)]) {
      for (const by of ['staff', 'group', 'category'] as const) {
        const question = ask(by, kind, monday)
        const { rows, total } = await countMatters(of.db, today, question)
        expect(total).toEqual(countOneByOne(matters, today, question, null))
        for (const row of rows) {
          expect(counts_of(row as never)).toEqual(countOneByOne(matters, today, question, row.key as number))
        }
      }
      const { rows } = await countMatters(of.db, today, ask('time', kind, monday))
      for (const row of rows) {
        const question = ask('time', kind, String(row.key))
        expect(counts_of(row as never)).toEqual(countOneByOne(matters, today, question, null))
      }
      await checkLists(of, today, kind, monday)
    }
  }
}

/** As many matters behind each figure as it says. */
async function checkLists(of: TestBook, today: string, kind: PeriodKind, monday: string): Promise<void> {
  const question = ask('group', kind, monday)
  const { total } = await countMatters(of.db, today, question)
  const behind = async (what: string) =>
    (await listCounted(of.db, today, CountedQuestion.parse({ ...question, what }))).rows.length
  for (const figure of figures) expect([figure, await behind(figure)]).toEqual([figure, total[figure]])
  expect(await behind('overdue')).toBe(overdueCount(total))
}

/** Both tables are what they would be if they were made anew. */
function checkKept({ sqlite }: TestBook): void {
  const all = (query: string) => sqlite.prepare(query).all()
  expect(all('SELECT * FROM kept_spans ORDER BY matter_id')).toEqual(
    all('SELECT * FROM matter_spans ORDER BY matter_id'),
  )
  expect(all('SELECT * FROM kept_totals')).toEqual(
    all(`SELECT week_monday, staff_id, group_id, category_id, sum(planned) AS planned, sum(unplanned) AS unplanned,
        sum(finished) AS finished, sum(late) AS late, sum(withdrawn) AS withdrawn, sum(lapsed) AS lapsed, sum(settled) AS settled
      FROM (
        SELECT entered AS week_monday, staff_id, group_id, category_id, is_planned AS planned, 1 - is_planned AS unplanned,
          0 AS finished, 0 AS late, 0 AS withdrawn, 0 AS lapsed, 0 AS settled FROM kept_spans
        UNION ALL SELECT closed, staff_id, group_id, category_id, 0, 0, closed_as = 'finished', is_late,
          closed_as = 'withdrawn', 0, lapsed IS NOT NULL FROM kept_spans WHERE closed IS NOT NULL
        UNION ALL SELECT lapsed, staff_id, group_id, category_id, 0, 0, 0, 0, 0, 1, 0 FROM kept_spans WHERE lapsed IS NOT NULL
      ) GROUP BY 1, 2, 3, 4`),
  )
}

describe('any history of a few weeks', () => {
  it.each(['2026-12-17', '2026-02-05'])(
    'is counted as one by one from %s on, also after it is taken back',
    async (today) => {
      const any_steps = fc.array(anyStep, { minLength: 5, maxLength: 30, size: 'max' })
      await fc.assert(
        fc.asyncProperty(any_steps, async (steps) => {
          const life = await beginLife(today)
          book = life.book
          for (const step of steps) await live(life, step)
          checkKept(book)
          await checkFigures(book, life.today())
          await book.change(async (change) => {
            const any = await change.db.selectFrom('matters').select('id').limit(1).executeTakeFirst()
            if (any) {
              await change.db
                .updateTable('matters')
                .set({ staff_id: life.department.staff_ids.li, group_id: life.department.group_ids.LZ })
                .where('id', '=', any.id)
                .where('state', '<>', 'archived')
                .execute()
            }
          })
          checkKept(book)
          await undoNewest(book)
          checkKept(book)
          await checkFigures(book, life.today())
          await book.close()
        }),
        { numRuns: 12 },
      )
      book = await openTestBook()
    },
    120_000,
  )
})

async function undoNewest(of: TestBook): Promise<void> {
  const newest = of.sqlite.prepare('SELECT max(id) FROM changes').pluck().get() as number
  await undoChange(of, of.clock, newest)
}

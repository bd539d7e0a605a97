import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listArchive } from '../../../src-main/archive/list-archive.ts'
import { coverageOfPosts } from '../../../src-main/backup-posts/coverage.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { takeDutyNumber, takeMatterNumber } from '../../../src-main/numbers/take-number.ts'
import { fillSample } from '../../../src-main/sample/fill-sample.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import { showWorkbench } from '../../../src-main/workbench/show-workbench.ts'
import { ArchiveFilter } from '../../../src-shared/archive.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

let book: TestBook
const today = '2026-11-18'

beforeAll(async () => {
  book = await openTestBook({ today })
  const began = performance.now()
  await fillSample(book, book.clock)
  console.log(`the sample year was written in ${Math.round(performance.now() - began)} ms`)
})
afterAll(() => book.close())

describe('the sample year', () => {
  it('shows a department that is busy with its week', async () => {
    const desk = await showWorkbench(book.db, today)
    const { received, people, duties, duties_without_a, duties_without_b, waiting_for_archive } = desk
    expect({
      title: desk.head.title,
      overdue: desk.overdue.length,
      due_soon: desk.due_soon.length,
      missing: desk.missing.length,
      ...{ received, people, duties, duties_without_a, duties_without_b, waiting_for_archive },
    }).toEqual({
      title: '第47周（11月16日—11月20日）',
      overdue: 2,
      due_soon: 3,
      missing: 5,
      received: 11,
      people: 16,
      duties: 150,
      duties_without_a: 0,
      duties_without_b: 2,
      waiting_for_archive: 0,
    })
  })

  it('has half of the week done and the next one planned', async () => {
    const sheet = await weekSheet(book.db, today, { week_monday: '2026-11-16', group_id: null })
    const { counts } = sheet
    expect(counts.rows).toBeGreaterThan(20)
    expect(counts.signed_off / counts.rows).toBeGreaterThan(0.3)
    expect(counts.open / counts.rows).toBeGreaterThan(0.3)
    expect(sheet.rows.some((row) => row.return_reason !== '')).toBe(true)
    expect(sheet.rows.some((row) => row.week_state === 'postponed')).toBe(true)
    expect(sheet.rows.some((row) => row.state === 'withdrawn')).toBe(true)
    expect(sheet.plan.length).toBeGreaterThan(15)
    expect(sheet.to_carry).toBeGreaterThan(5)
    expect(new Set(sheet.plan.map((row) => row.group_name)).size).toBe(5)
  })

  it('has 52 weeks of matters and a plan, some twenty to forty rows a week', () => {
    const weeks = rowsOf<{ week_monday: string; rows: number }>(
      'SELECT week_monday, count(*) AS rows FROM matter_weeks GROUP BY week_monday ORDER BY week_monday',
    )
    expect(weeks).toHaveLength(53)
    expect(weeks.at(-1)?.week_monday).toBe('2026-11-23')
    // The first week has nothing carried into it.
    const counts = weeks.slice(1, -1).map(({ rows }) => rows)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(18)
    expect(Math.max(...counts)).toBeLessThanOrEqual(40)
  })

  it('has people, duties and posts with what such an office has to mend', async () => {
    const staff = await listStaff(book.db, today, true)
    const here = await listStaff(book.db, today, false)
    const duties = await listDuties(book.db, today, DutyFilter.parse({}))
    const coverage = coverageOfPosts(duties, here)
    expect({ staff: staff.length, here: here.length, first: here[0]?.post }).toEqual({
      staff: 17,
      here: 16,
      first: '处长',
    })
    const { without_a, without_b, same_a_b, left, people_without_duty } = coverage
    expect({ without_a, without_b, same_a_b, left, people_without_duty }).toEqual({
      without_a: 0,
      without_b: 2,
      same_a_b: 0,
      left: 1,
      people_without_duty: 0,
    })
    const pairs = duties.map((duty) => `${duty.a_holder?.name}>${duty.b_holders[0]?.name}`)
    const mutual = pairs.filter((pair) => pairs.includes(pair.split('>').reverse().join('>')))
    expect(mutual.length).toBeGreaterThan(10)
  })

  it('fills the archive of two years', async () => {
    const archive = await listArchive(book.db, ArchiveFilter.parse({}))
    expect(archive.years).toEqual([2026, 2025])
    expect(archive.total).toBeGreaterThan(1000)
  })

  it('goes on counting its numbers where it stopped', async () => {
    const [last] = rowsOf<{ serial: number }>(
      "SELECT max(serial) AS serial FROM number_register WHERE scope = '2026-DJ'",
    )
    const next = await book.change((change) => takeMatterNumber(change, 2026, 'DJ'))
    expect(Number(next.slice(-4))).toBe((last?.serial ?? 0) + 1)
    const duty = await book.change((change) => takeDutyNumber(change, 'DJZ', 'DJ'))
    expect(duty).toBe('DJZ-DJ-035')
  })

  it('tells in the audit trail what was written', () => {
    const titles = rowsOf<{ title: string }>("SELECT title FROM changes WHERE method = 'book.enterSample'")
    expect(
      titles.map(({ title }) => title.replace(/\d+ 项事项/, 'N 项事项').replace(/第\d+周（.*?）/, '某周')),
    ).toEqual([
      '载入示例年度：5 个组别、17 名人员',
      '载入示例年度：150 项职责及AB岗',
      '载入示例年度：8 项指标',
      '载入示例年度：上周以前列入的 N 项事项',
      '载入示例年度：本周和下周的 N 项事项，各周的周报',
      '载入示例年度：列入督办、整改的事项',
      ...['关账 某周', '关账 某周', '解锁 某周：综合组补交周报，补登一项进展', '关账 某周', '关账 某周'],
      '载入示例年度：履职清单定版，AB岗的公布、调整和培训计划',
      '载入示例年度：8 次离岗',
      '载入示例年度：89 项职责的周期',
      '载入示例年度：上年度归档文件的整理、装盒，一次借阅',
    ])
  })
})

function rowsOf<Row>(sql: string): Row[] {
  return book.sqlite.prepare(sql).all() as Row[]
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { layOutSheet } from '../../../src-main/excel/sheet-layout.ts'
import type { SheetToWrite } from '../../../src-main/excel/workbook.ts'
import { drawReport } from '../../../src-main/reports/save-report.ts'
import { addMatters } from '../../../src-main/weekly/add-matters.ts'
import { extendMatters } from '../../../src-main/weekly/extend-matters.ts'
import { type ReportName, ReportRequest } from '../../../src-shared/reports.ts'
import { type Department, fillDepartment, matterOf } from '../../helpers/fill-department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  department = await fillDepartment(book)
})
afterEach(() => book.close())

const draw = (report: ReportName, more: Partial<ReportRequest> = {}) =>
  drawReport(book.db, book.clock.today(), ReportRequest.parse({ report, ...more }))

function linesOf({ tables }: SheetToWrite): string[][] {
  return tables.map(({ caption, rows }) => [
    ...(caption ? [caption] : []),
    ...rows.map((row) => row.join('|')),
  ])
}

/** 一 is done in time, 二 done late, 三 overdue, 四 extended, 五 comes next week. */
async function fillWeek(): Promise<void> {
  const { staff_ids, group_ids } = department
  const of_li = { staff_id: staff_ids.li, group_id: group_ids.LZ }
  await book.change(async (change) => {
    await addMatters(change, [
      matterOf(department, { title: '一', due_on: '2026-11-20' }),
      matterOf(department, {
        title: '二',
        due_on: '2026-11-17',
        progress: '人手不够',
        is_planned: false,
        ...of_li,
      }),
      matterOf(department, {
        title: '三',
        due_on: '2026-11-18',
        unfinished_reason: '等批复',
        leader: '赵处',
      }),
      matterOf(department, { title: '四', due_on: '2026-11-19' }),
      matterOf(department, {
        title: '五',
        due_on: '2026-11-27',
        week_monday: '2026-11-23',
        source: '处务会',
      }),
    ])
    const signed = { finished_on: '2026-11-19', signed_off_on: '2026-11-20', signed_off_by: '赵处' }
    await signOffAndArchive(change, { matter_ids: [1, 2], ...signed, archive: null })
    await extendMatters(change, {
      matter_ids: [4],
      new_due_on: '2026-11-25',
      reason: '征求意见',
      approved_by: '赵处',
      extended_on: '2026-11-19',
    })
  })
}

describe('完成率统计表', () => {
  it('has numerator and denominator of each person, the sum, and what the counts mean', async () => {
    await fillWeek()
    const { file_name, sheet } = await draw('completion')
    expect([file_name, sheet.title, sheet.head.middle, sheet.notes?.length]).toEqual([
      '组织人事处2026年第四季度完成率统计表（按责任人）.xlsx',
      '组织人事处2026年第四季度工作完成率统计表（按责任人）',
      '第40—47周，截至2026-11-20；完成率50.0%（2/4）',
      5,
    ])
    expect(linesOf(sheet)).toEqual([
      ['1|张三|组织组|3|0|0|1|2|1|0|33.3%', '2|李四|劳资组|0|0|1|1|0|1|0|100%', '|合计||3|0|1|2|2|2|0|50.0%'],
    ])
  })

  it('goes by month through the year, of one group alone too', async () => {
    await fillWeek()
    const period = { kind: 'month', monday: '2026-11-16' } as const
    const { sheet } = await draw('completion', { by: 'time', period, group_id: department.group_ids.LZ })
    expect([sheet.title, linesOf(sheet)[0]?.slice(-2)]).toEqual([
      '组织人事处劳资组2026年工作完成率统计表',
      ['11|2026年11月|第45—48周|0|0|1|1|0|1|0|100%', '|合计||0|0|1|1|0|1|0|100%'],
    ])
  })
})

describe('逾期与延期表', () => {
  it('tells what is over its limit, what was finished late, and what was extended from when to when', async () => {
    await fillWeek()
    const { sheet } = await draw('overdue-list')
    expect(sheet.head.middle).toBe('逾期未办结1项，超期办结1项，延期1次')
    expect(linesOf(sheet)).toEqual([
      ['一、到今天超过时限未办结的', '1|2026-DJ-0003|三|张三\n组织组|赵处|2026-11-18||0|2|等批复'],
      [
        '二、2026年第四季度超过时限才办结的',
        '1|2026-DJ-0002|二|李四\n劳资组||2026-11-17||2026-11-19|2|人手不够',
      ],
      [
        '三、2026年第四季度批准延期的',
        '1|2026-DJ-0004|四|张三\n组织组|第1次|2026-11-19|2026-11-25|2026-11-19|赵处|征求意见',
      ],
    ])
  })

  it('may be of one person', async () => {
    await fillWeek()
    const { sheet } = await draw('overdue-list', { staff_id: department.staff_ids.li })
    expect([sheet.title, linesOf(sheet).map(({ length }) => length)]).toEqual([
      '组织人事处李四2026年第四季度逾期与延期表',
      [1, 2, 1],
    ])
  })
})

describe('周报 and 台账', () => {
  it('may be of one person', async () => {
    await fillWeek()
    const [report, ledger] = [
      await draw('weekly-report', { staff_id: department.staff_ids.li }),
      await draw('sign-off-ledger', { staff_id: department.staff_ids.li }),
    ]
    expect([report.sheet.title, report.rows, report.sheet.head.middle, ledger.rows]).toEqual([
      '组织人事处李四第47周工作完成情况及下周工作打算（11月16日—11月20日）',
      1,
      '本周1项，已销号1项，未办结0项，其中计划外1项',
      1,
    ])
  })
})

describe('会前一页', () => {
  it('has the groups with who is missing, what is overdue, what comes, who will be away', async () => {
    await fillWeek()
    await book.change(async (change) => {
      const half = { from_half: 'am', to_half: 'pm' } as const
      const words = { approver: '', reachable: '', note: '', cancelled_on: null, cancel_reason: '' }
      await change.db
        .insertInto('absences')
        .values({
          staff_id: department.staff_ids.li,
          kind: '出差',
          from_on: '2026-11-24',
          to_on: '2026-11-25',
          ...half,
          ...words,
        })
        .execute()
    })
    const { sheet } = await draw('meeting-page')
    expect([sheet.title, sheet.head.middle, sheet.orientation]).toEqual([
      '组织人事处会前一页（第47周）',
      '周报已收0/3',
      'portrait',
    ])
    expect(linesOf(sheet)).toEqual([
      [
        '一、第47周（11月16日—11月20日）完成情况',
        '组织组|3|3|0|1|0|2|1|张三、王五',
        '劳资组|1|0|1|1|0|0|0|李四',
        '合计|4|3|1|2|0|2|1|3人',
      ],
      ['二、到今天逾期未办结（1项）', '张三|三|11月18日|2|赵处|等批复'],
      ['三、第48周（11月23日—11月27日）工作打算，重点在前（1项）', '组织组|五|张三||11月27日|处务会'],
      ['四、第48周（11月23日—11月27日）离岗人员（1人次）', '李四|出差|11月24日—25日'],
    ])
  })

  it('stays on one page however much there is, and says what it leaves out', async () => {
    await book.change((change) =>
      addMatters(
        change,
        Array.from({ length: 120 }, (_, at) =>
          matterOf(department, {
            title: `整理第${at + 1}批干部人事档案材料并报送上级主管部门审核`,
            due_on: at % 2 === 0 ? '2026-11-18' : '2026-11-27',
            week_monday: at % 2 === 0 ? '2026-11-16' : '2026-11-23',
          }),
        ),
      ),
    )
    const { sheet } = await draw('meeting-page')
    const captions = sheet.tables.map(({ caption = '' }) => /（\d+项.*$/.exec(caption)?.[0] ?? '')
    expect([layOutSheet(sheet).estimated_starts, captions[1], captions[2]]).toEqual([
      [],
      expect.stringMatching(/^（60项，列前\d+项）$/),
      expect.stringMatching(/^（60项，列前\d+项）$/),
    ])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import type { SheetToWrite } from '../../../src-main/excel/workbook.ts'
import { drawReport } from '../../../src-main/reports/save-report.ts'
import { getSettings, saveSettings } from '../../../src-main/settings/settings.ts'
import { addMatters } from '../../../src-main/weekly/add-matters.ts'
import { editMatter } from '../../../src-main/weekly/edit-matter.ts'
import { type ReportName, ReportRequest } from '../../../src-shared/reports.ts'
import type { NewMatter } from '../../../src-shared/weekly.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  department = await addDepartment(book)
  await book.change(async (change) => {
    const settings = await getSettings(change.db)
    await saveSettings(change, { ...settings, unit_name: '某某中心', clerk_name: '周敏' })
  })
})
afterEach(() => book.close())

const draw = (report: ReportName, more: Partial<ReportRequest> = {}) =>
  drawReport(book.db, book.clock.today(), ReportRequest.parse({ report, ...more }))

/** The tables as text, header first. */
function linesOf({ tables }: SheetToWrite): string[][] {
  return tables.map(({ caption, columns, rows }) => [
    ...(caption === undefined ? [] : [caption]),
    columns.map(({ header }) => header).join('|'),
    ...rows.map((row) => row.join('|')),
  ])
}

function matter(more: Partial<NewMatter['matter']> = {}, line: Partial<NewMatter['line']> = {}): NewMatter {
  return {
    week_monday: '2026-11-16',
    is_planned: true,
    matter: {
      title: '组织主题党日',
      detail: '',
      category_id: 1,
      group_id: department.organisation,
      staff_id: department.zhang,
      duty_id: null,
      helpers: '',
      leader: '',
      source: '',
      due_on: '2026-11-20',
      due_text: '',
      remark: '',
      ...more,
    },
    line: { progress: '', week_state: 'in_progress', unfinished_reason: '', evidence: '', ...line },
  }
}

describe('岗位职责清单', () => {
  it('has title, counts, who and when, and one row a duty', async () => {
    const holders = { a_staff_id: department.zhang, b_staff_ids: [department.li, department.wang] }
    await addDuties(book, [
      duty(department.organisation, holders),
      duty(department.personnel, {
        category_id: 2,
        content: '组织招聘',
        basis: '暂行规定',
        standard: '公开',
      }),
    ])
    const { file_name, rows, sheet } = await draw('duty-list')
    expect([file_name, rows]).toEqual(['组织人事处岗位职责清单（2026.11.20）.xlsx', 2])
    const { tables, widths, fonts, ...paper } = sheet
    expect(paper).toEqual({
      paper: 'A4',
      name: '岗位职责清单',
      title: '组织人事处岗位职责清单',
      head: {
        left: '填报单位（盖章）：某某中心组织人事处',
        middle: '全处3人，共梳理工作职责2项',
        right: '填报时间：2026年11月20日',
      },
      foot: '填报人：周敏　　　　审核人：　　　　单位负责人：',
      orientation: 'landscape',
    })
    expect(linesOf(sheet)).toEqual([
      [
        '组别|序号|职责编号|类别|职责内容|工作依据|工作标准|频次|办理时限|A岗|B岗|成果材料|备注',
        '组织组|1|ZZ-DJ-001|党建|组织主题党日|||每月|每月25日前|张三|李四、王五||',
        '人事组|2|RS-RS-001|干部人事|组织招聘|暂行规定|公开|每月|每月25日前||||',
      ],
    ])
    expect([tables[0]?.columns[0]?.merge_equal, widths.length]).toEqual([true, 13])
  })

  it('may be of one group alone', async () => {
    await addDuties(book, [duty(department.organisation), duty(department.personnel)])
    const { file_name, sheet } = await draw('duty-list', { group_id: department.personnel })
    expect([file_name, sheet.title, sheet.head.middle, sheet.tables[0]?.rows.length]).toEqual([
      '组织人事处人事组岗位职责清单（2026.11.20）.xlsx',
      '组织人事处人事组岗位职责清单',
      '人事组1人，共梳理工作职责1项',
      1,
    ])
  })
})

describe('AB岗设置一览表', () => {
  it('names A and every B with post and phone, and what is missing', async () => {
    const holders = { a_staff_id: department.zhang, b_staff_ids: [department.li, department.wang] }
    await addDuties(book, [
      duty(department.organisation, holders),
      duty(department.organisation, { content: '无人承担' }),
    ])
    const { sheet } = await draw('backup-posts')
    expect(sheet.head.middle).toBe('共2项职责，缺A岗1项，缺B岗1项')
    expect(linesOf(sheet)[0]?.slice(1)).toEqual([
      '1|组织组|ZZ-DJ-001|组织主题党日|张三|组长||李四\n王五|\n|\n||',
      '2|组织组|ZZ-DJ-002|无人承担|||||||缺A岗、缺B岗|',
    ])
  })
})

describe('the week on paper', () => {
  beforeEach(async () => {
    await book.change(async (change) => {
      const line = { progress: '已开展', week_state: 'done', evidence: '签到表' } as const
      const personnel = { title: '核对名册', group_id: department.personnel, staff_id: department.wang }
      const next = matter({ title: '起草总结', leader: '处长', source: '职责', due_on: '2026-11-27' })
      await addMatters(change, [matter({}, line), matter(personnel), { ...next, week_monday: '2026-11-23' }])
      const signed = { finished_on: '2026-11-19', signed_off_on: '2026-11-20', signed_off_by: '处长' }
      const archive = { retention: 'D10', location: '二柜3格', materials: '', remark: '' } as const
      await signOffAndArchive(change, { matter_ids: [1], ...signed, archive })
      const edit = matter({ ...personnel, due_on: '2026-11-25' })
      const due_change = { kind: 'extension', reason: '材料未齐', approved_by: '处长' } as const
      await editMatter(change, { matter_week_id: 2, matter: edit.matter, line: edit.line, due_change })
    })
  })

  it('is told in two parts: what was done, and what comes next', async () => {
    const { file_name, rows, sheet } = await draw('weekly-report')
    expect([file_name, rows]).toEqual(['组织人事处第47周工作情况.xlsx', 3])
    expect(sheet.title).toBe('组织人事处第47周工作完成情况及下周工作打算（11月16日—11月20日）')
    expect(sheet.head.middle).toBe('本周2项，已销号1项，未办结1项，其中计划外0项')
    expect(linesOf(sheet)).toEqual([
      [
        '一、本周工作完成情况',
        '组别|序号|事项编号|工作事项|责任人|协办人（B岗）|计划完成时间|完成情况|进度|是否完成/销号|未完成原因及下步措施|佐证材料|备注',
        '组织组|1|2026-DJ-0001|组织主题党日|张三||2026-11-20|已开展|已完成|已销号\n11月20日||签到表|',
        '人事组|2|2026-DJ-0002|核对名册|王五||2026-11-25||正在推进|否|||',
      ],
      [
        '二、下周工作打算（第48周，11月23日—11月27日）',
        '组别|序号|工作事项|具体内容（目标）|责任人|协办人|完成时间节点|责任领导|来源|需协调解决的问题|备注',
        '组织组|1|起草总结||张三||2026-11-27|处长|职责||',
      ],
    ])
    const spans = sheet.tables.map(({ columns }) => columns.reduce((sum, { span = 1 }) => sum + span, 0))
    expect(spans).toEqual([sheet.widths.length, sheet.widths.length])
  })

  it('is told as a ledger with original and extended dates, state and light in words', async () => {
    const { file_name, sheet } = await draw('sign-off-ledger', { week_monday: '2026-11-16' })
    expect([file_name, sheet.head.middle]).toEqual([
      '组织人事处第47周销号台账.xlsx',
      '共2项，已销号1项，未销号1项，逾期0项',
    ])
    expect(linesOf(sheet)[0]?.slice(1)).toEqual([
      '1|组织组|2026-DJ-0001|党建|组织主题党日|||张三||2026-11-20|2026-11-20||已开展|已归档|已办|2026-11-19|签到表|处长|2026-11-20|2026-DJ-0001|',
      '2|人事组|2026-DJ-0002|党建|核对名册|||王五||2026-11-20|2026-11-20|2026-11-25||办理中|将到期||||||',
    ])
  })

  it('is listed once it is archived', async () => {
    const { sheet } = await draw('archive-list')
    expect(linesOf(sheet)[0]?.slice(1)).toEqual([
      '1|2026-DJ-0001|党建|组织组|组织主题党日|张三|2026-11-19|2026-11-20|处长|2026-11-20|处长|10年|二柜3格|签到表|',
    ])
    expect((await draw('archive-list', { group_id: department.personnel })).rows).toBe(0)
  })
})

it('draws every report of an empty book, saying that there is nothing yet', async () => {
  for (const report of ReportRequest.shape.report.options) {
    // There are three people in two groups, though nothing for them to do; 会前一页 has a line a group and their sum.
    const people = report === 'roster' || report === 'meeting-page' ? 3 : 0
    const { sheet, rows } = await draw(report)
    expect([report, rows, sheet.tables.every(({ empty_text }) => empty_text !== undefined)]).toEqual([
      report,
      people,
      true,
    ])
  }
})

import { carriedText, dueText, isOpen, planText, stateText } from '../../src-shared/matter-words.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import type { SheetTable } from '../excel/workbook.ts'
import { weekSheet } from '../weekly/week-sheet.ts'
import { headOf, type Report } from './report.ts'

const done_columns: SheetTable['columns'] = [
  { header: '序号', align: 'center' },
  { header: '组别', align: 'center', merge_equal: true },
  { header: '事项编号', align: 'center' },
  { header: '工作事项' },
  { header: '责任人', align: 'center' },
  { header: '协办人', align: 'center' },
  { header: '计划完成时间', align: 'center' },
  { header: '完成情况' },
  { header: '状态', align: 'center' },
  { header: '未完成原因及下步措施' },
  { header: '佐证材料' },
  { header: '备注' },
]
const plan_columns: SheetTable['columns'] = [
  { header: '序号', align: 'center' },
  { header: '组别', align: 'center', merge_equal: true },
  { header: '事项编号', align: 'center' },
  { header: '工作事项' },
  { header: '责任人', align: 'center' },
  { header: '协办人', align: 'center' },
  { header: '完成时间节点', align: 'center' },
  { header: '具体内容（目标）' },
  { header: '责任领导', align: 'center' },
  { header: '来源' },
  { header: '计划内外', align: 'center' },
  { header: '备注' },
]
/** Both parts stand on the same columns, so that the page has one set of lines. */
const widths = [5, 9, 14, 30, 8, 9, 12, 34, 9, 18, 14, 11]

function doneRow(row: WeekRow, index: number): SheetTable['rows'][number] {
  return [
    index + 1,
    row.group_name,
    row.number,
    row.title,
    row.staff_name,
    row.helpers,
    dueText(row),
    row.progress,
    isOpen(row) ? stateText(row) : `${stateText(row)}\n${row.signed_off_on ?? ''}`.trim(),
    row.unfinished_reason,
    row.evidence,
    [row.is_planned ? '' : planText(row), carriedText(row), row.remark]
      .filter((part) => part !== '')
      .join('；'),
  ]
}

function planRow(row: WeekRow, index: number): SheetTable['rows'][number] {
  return [
    index + 1,
    row.group_name,
    row.number,
    row.title,
    row.staff_name,
    row.helpers,
    dueText(row),
    row.detail,
    row.leader,
    row.source,
    carriedText(row) || planText(row),
    row.remark,
  ]
}

/** 本周工作完成情况及下周工作计划: two parts on one sheet, down to person, matter and date. domain.md §c.2. */
export const weeklyReport: Report = async (question) => {
  const { db, today, week_monday, group_id, group_name, settings } = question
  const sheet = await weekSheet(db, today, { week_monday, group_id })
  return {
    file_name: `${settings.department_name}${group_name}第${sheet.head.week}周工作情况`,
    rows: sheet.rows.length + sheet.plan.length,
    sheet: {
      name: `第${sheet.head.week}周`,
      title: `${settings.department_name}${group_name}${sheet.head.title.replace('（', '工作完成情况及下周工作打算（')}`,
      head: headOf(question),
      widths,
      tables: [
        {
          caption: `一、本周履职情况（${sheet.head.title}）`,
          columns: done_columns,
          rows: sheet.rows.map(doneRow),
          empty_text: '本周无事项',
        },
        {
          caption: `二、下周工作打算（${sheet.next_head.title}）`,
          columns: plan_columns,
          rows: sheet.plan.map(planRow),
          empty_text: '下周暂无工作打算',
        },
      ],
      foot: `填报人：${settings.clerk_name}　　　　组长审核：　　　　　　处领导审签：　　　　　　填报日期：`,
      orientation: 'landscape',
    },
  }
}

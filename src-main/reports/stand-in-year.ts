import type { StandInDetail, StandInYear } from '../../src-shared/absences.ts'
import { daysText, spanText } from '../../src-shared/half-days.ts'
import type { PaperHead } from './absence-papers.ts'
import { type Paper, paperOf, type ReportColumn, tableOf } from './report.ts'

const totals: readonly ReportColumn<StandInYear>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '组别', align: 'center', value: (person) => person.group_name },
  { header: '姓名', align: 'center', value: (person) => person.name },
  { header: '顶岗次数', kind: 'number', align: 'center', value: (person) => person.occasions },
  { header: '涉及职责（项）', kind: 'number', align: 'center', value: (person) => person.duties },
  { header: '顶岗天数', align: 'center', value: (person) => daysText(person.halves) },
  { header: '办理事项（件次）', kind: 'number', align: 'center', value: (person) => person.actions },
  { header: '其中办结（件）', kind: 'number', align: 'center', value: (person) => person.finished },
  { header: '备注', align: 'center', value: () => '' },
]

type Detail = StandInDetail & { name: string }

const details: readonly ReportColumn<Detail>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '姓名', align: 'center', merge_equal: true, value: (row) => row.name },
  { header: '替谁顶岗', align: 'center', value: (row) => row.for_name },
  { header: '事由', align: 'center', value: (row) => row.kind },
  { header: '时间', align: 'center', value: (row) => spanText(row) },
  { header: '顶岗天数', align: 'center', value: (row) => daysText(row.halves) },
  { header: '办理事项（件次）', kind: 'number', align: 'center', value: (row) => row.actions },
  { header: '其中办结（件）', kind: 'number', align: 'center', value: (row) => row.finished },
  { header: '涉及职责（项）', kind: 'number', align: 'center', value: (row) => row.duties },
]

/** 顶岗情况统计表: per person and per occasion, for the yearly assessment. */
export function standInPaper(head: PaperHead, year: number, people: readonly StandInYear[]): Paper {
  const rows = people.flatMap(({ name, details: own }) => own.map((detail) => ({ name, ...detail })))
  return paperOf(head, {
    title: `${head.settings.department_name}${year}年顶岗情况统计表`,
    middle: `${people.length}人顶岗，共${rows.length}人次`,
    file_name: `${head.settings.department_name}${year}年顶岗情况统计表`,
    sheet_name: '顶岗统计',
    widths: [6, 12, 12, 12, 22, 12, 14, 14, 14],
    tables: [
      tableOf(totals, people, { caption: '一、各人合计', empty_text: '本年度没有顶岗。' }),
      tableOf(details, rows, { caption: '二、逐次情况', empty_text: '本年度没有顶岗。' }),
    ],
    notes: [
      '注：顶岗天数只计工作日，同一时间顶多项职责只计一次；办理事项包括周报所报进展、销号等记录和另行登记的事项。',
    ],
  })
}

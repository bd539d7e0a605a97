import type { MonthPerson, MonthRisk, MutualPair, RiskRow } from '../../src-shared/absences.ts'
import { spanText } from '../../src-shared/half-days.ts'
import type { PaperHead } from './absence-papers.ts'
import { type Paper, paperOf, type ReportColumn, tableOf } from './report.ts'

const risks: readonly ReportColumn<RiskRow>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '组别', align: 'center', value: (row) => row.group_name },
  { header: '职责编号', align: 'center', value: (row) => row.number },
  { header: '职责内容', value: (row) => row.content },
  { header: '无人顶岗的时间', align: 'center', value: (row) => spanText(row) },
  { header: '工作日', align: 'center', value: (row) => row.length },
  { header: '原因', value: (row) => row.why },
  {
    header: '建议人选',
    value: ({ candidates }) =>
      candidates.map(({ name, reasons }) => `${name}（${reasons.join('，')}）`).join('\n'),
  },
  { header: '分管领导指派', align: 'center', value: () => '' },
]

const pairs: readonly ReportColumn<MutualPair>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '互为AB岗的两人', span: 2, align: 'center', value: (pair) => pair.names },
  { header: '同时离岗的时间', align: 'center', value: (pair) => spanText(pair) },
  { header: '互为AB岗的职责', span: 2, align: 'center', value: (pair) => `${pair.duties}项` },
  { header: '说明', span: 3, value: () => '' },
]

const people: readonly ReportColumn<MonthPerson>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '组别', align: 'center', value: (person) => person.group_name },
  { header: '姓名', align: 'center', value: (person) => person.name },
  {
    header: '本月离岗',
    span: 6,
    value: ({ spans }) => spans.map((span) => `${spanText(span)}（${span.kind}）`).join('；'),
  },
]

/** 离岗风险表 of a month: what nobody answers for, mutual pairs away together, and who is away when. */
export function riskPaper(head: PaperHead, month: MonthRisk): Paper {
  const [year = '', number = ''] = month.month.split('-')
  const when = `${year}年${Number(number)}月`
  const notes = ['注：只列工作日；每半天先由A岗、再由指派人员、再按顺位由B岗负责，都不在岗的列为无人顶岗。']
  if (month.unassigned > 0) notes.push(`另有${month.unassigned}项职责没有设A岗、B岗，未列入本表。`)
  if (month.is_provisional) notes.push('本年度节假日安排未登记，工作日为暂算。')
  return paperOf(head, {
    title: `${head.settings.department_name}${when}离岗风险表`,
    middle: `无人顶岗${month.risks.length}处，互为AB岗同时离岗${month.pairs.length}对`,
    file_name: `${head.settings.department_name}${when}离岗风险表`,
    sheet_name: '离岗风险表',
    widths: [5, 10, 12, 34, 18, 8, 24, 28, 14],
    tables: [
      tableOf(risks, month.risks, { caption: '一、无人顶岗的职责', empty_text: '本月没有无人顶岗的职责。' }),
      tableOf(pairs, month.pairs, { caption: '二、互为AB岗同时离岗', empty_text: '没有。' }),
      tableOf(people, month.people, { caption: '三、本月离岗人员', empty_text: '本月没有人离岗。' }),
    ],
    notes,
  })
}

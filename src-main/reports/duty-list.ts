import type { Duty } from '../../src-shared/duties.ts'
import { dutiesOfReport } from './duty-question.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

type WideColumn = ReportColumn<Duty> & { width: number }

const columns: readonly WideColumn[] = [
  { header: '组别', align: 'center', merge_equal: true, width: 9, value: (duty) => duty.group_name },
  { header: '序号', align: 'center', kind: 'number', width: 5, value: (_, at) => at + 1 },
  { header: '职责编号', align: 'center', width: 11, value: (duty) => duty.number },
  { header: '类别', align: 'center', width: 9, value: (duty) => duty.category_name },
  { header: '职责内容', width: 25, value: (duty) => duty.content },
  { header: '工作依据', width: 15, value: (duty) => duty.basis },
  { header: '工作标准', width: 15, value: (duty) => duty.standard },
  { header: '频次', align: 'center', width: 8, value: (duty) => duty.frequency },
  { header: '办理时限', width: 12, value: (duty) => duty.due_rule },
  { header: 'A岗', align: 'center', width: 8, value: (duty) => duty.a_holder?.name ?? '' },
  {
    header: 'B岗',
    align: 'center',
    width: 10,
    value: (duty) => duty.b_holders.map(({ name }) => name).join('、'),
  },
  { header: '成果材料', width: 12, value: (duty) => duty.output },
  { header: '风险点', width: 13, value: (duty) => duty.risk },
  { header: '防控措施', width: 14, value: (duty) => duty.controls },
  { header: '备注', width: 7, value: (duty) => duty.remark },
]
/** Left out where nobody has written anything there. */
const where_filled = ['风险点', '防控措施']

/** 岗位职责清单 of all duties in force on a day, with the count phrase of the yearly report. */
export const dutyList: Report = async (question) => {
  const { duties, counts, as_of_words, day } = await dutiesOfReport(question)
  const shown = columns.filter(
    (column) =>
      !where_filled.includes(column.header) || duties.some((duty, at) => column.value(duty, at) !== ''),
  )
  return paperOf(question, {
    title: `${whoseReport(question)}岗位职责清单${as_of_words}`,
    middle: counts,
    file_name: `${whoseReport(question)}岗位职责清单（${day}）`,
    sheet_name: '岗位职责清单',
    widths: shown.map(({ width }) => width),
    tables: [
      tableOf(
        shown.map(({ width: _, ...column }) => column),
        duties,
        { empty_text: '还没有登记职责。' },
      ),
    ],
  })
}

import type { Duty } from '../../src-shared/duties.ts'
import { dutiesOfReport } from './duty-question.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

const columns: readonly ReportColumn<Duty>[] = [
  { header: '组别', align: 'center', merge_equal: true, value: (duty) => duty.group_name },
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '职责编号', align: 'center', value: (duty) => duty.number },
  { header: '工作事项', value: (duty) => duty.content },
  { header: '具体内容（步骤）', value: (duty) => duty.steps },
  { header: '频次', align: 'center', value: (duty) => duty.frequency },
  { header: '启动时间', align: 'center', value: (duty) => duty.start_rule },
  { header: '完成时限', value: (duty) => duty.due_rule },
  { header: '责任人（A岗）', align: 'center', value: (duty) => duty.a_holder?.name ?? '' },
  { header: 'B岗', align: 'center', value: (duty) => duty.b_holders.map(({ name }) => name).join('、') },
  { header: '责任领导', align: 'center', value: (duty) => duty.leader },
  { header: '上报对象', align: 'center', value: (duty) => duty.report_to },
  { header: '报送材料', value: (duty) => duty.output },
  { header: '依据', value: (duty) => duty.basis },
  { header: '备注', value: (duty) => duty.remark },
]

/** 工作清单 (domain.md §a.2): what is to be done under each duty, step by step, from when to when, and for whom. */
export const workList: Report = async (question) => {
  const { duties, counts, as_of_words, day } = await dutiesOfReport(question)
  return paperOf(question, {
    title: `${whoseReport(question)}工作清单${as_of_words}`,
    middle: counts,
    file_name: `${whoseReport(question)}工作清单（${day}）`,
    sheet_name: '工作清单',
    widths: [9, 5, 11, 22, 23, 8, 10, 12, 9, 10, 9, 10, 12, 14, 8],
    tables: [tableOf(columns, duties, { empty_text: '还没有登记职责。' })],
  })
}

import { type Duty, kind_words, weight_words } from '../../src-shared/duties.ts'
import { scheduleWords } from '../../src-shared/schedule.ts'
import { dutiesOfReport } from './duty-question.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

const columns: readonly ReportColumn<Duty>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '职责编号', align: 'center', value: (duty) => duty.number },
  { header: '组别', align: 'center', value: (duty) => duty.group_name },
  { header: '类别', align: 'center', value: (duty) => duty.category_name },
  { header: '职责内容', value: (duty) => duty.content },
  { header: '牌面短语', value: (duty) => duty.card_text },
  { header: '性质', align: 'center', value: (duty) => kind_words[duty.kind] },
  { header: '重要程度', align: 'center', value: (duty) => weight_words[duty.weight] },
  { header: '频次', align: 'center', value: (duty) => duty.frequency },
  { header: '办理时限', value: (duty) => duty.due_rule },
  {
    header: '日历规则',
    value: (duty) => (duty.schedule === null ? '' : scheduleWords(duty.schedule)),
  },
  { header: 'A岗', align: 'center', value: (duty) => duty.a_holder?.name ?? '' },
  { header: 'B岗', align: 'center', value: (duty) => duty.b_holders.map(({ name }) => name).join('、') },
  { header: '工作依据', value: (duty) => duty.basis },
  { header: '工作标准', value: (duty) => duty.standard },
  { header: '成果材料', value: (duty) => duty.output },
  { header: '风险点', value: (duty) => duty.risk },
  { header: '防控措施', value: (duty) => duty.controls },
  { header: '工作步骤', value: (duty) => duty.steps },
  { header: '启动时间', value: (duty) => duty.start_rule },
  { header: '责任领导', align: 'center', value: (duty) => duty.leader },
  { header: '上报对象', value: (duty) => duty.report_to },
  { header: '备注', value: (duty) => duty.remark },
]

/** 履职清单全表: every field, for keeping and for taking in again. */
export const dutyRegister: Report = async (question) => {
  const { duties, counts, as_of_words, day } = await dutiesOfReport(question)
  const paper = paperOf(question, {
    title: `${whoseReport(question)}履职清单全表${as_of_words}`,
    middle: counts,
    file_name: `${whoseReport(question)}履职清单全表（${day}）`,
    sheet_name: '履职清单全表',
    widths: [5, 11, 8, 9, 24, 12, 6, 6, 8, 12, 12, 8, 10, 15, 14, 12, 12, 14, 17, 9, 8, 9, 8],
    tables: [tableOf(columns, duties, { empty_text: '还没有登记职责。' })],
  })
  return { ...paper, sheet: { ...paper.sheet, paper: 'A3' } }
}

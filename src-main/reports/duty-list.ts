import type { Duty } from '../../src-shared/duties.ts'
import { listDuties } from '../duties/list-duties.ts'
import { listStaff } from '../staff/list-staff.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

const columns: readonly ReportColumn<Duty>[] = [
  { header: '组别', align: 'center', merge_equal: true, value: (duty) => duty.group_name },
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '职责编号', align: 'center', value: (duty) => duty.number },
  { header: '类别', align: 'center', value: (duty) => duty.category_name },
  { header: '职责内容', value: (duty) => duty.content },
  { header: '工作依据', value: (duty) => duty.basis },
  { header: '工作标准', value: (duty) => duty.standard },
  { header: '频次', align: 'center', value: (duty) => duty.frequency },
  { header: '办理时限', value: (duty) => duty.due_rule },
  { header: 'A岗', align: 'center', value: (duty) => duty.a_holder?.name ?? '' },
  { header: 'B岗', align: 'center', value: (duty) => duty.b_holders.map(({ name }) => name).join('、') },
  { header: '成果材料', value: (duty) => duty.output },
  { header: '备注', value: (duty) => duty.remark },
]

/** 岗位职责清单 of all duties in use, with the count phrase of the yearly report. */
export const dutyList: Report = async (question) => {
  const { db, today, group_id } = question
  const duties = await listDuties(db, today, {
    group_id,
    category_id: null,
    staff_id: null,
    text: '',
    include_voided: false,
  })
  const staff = await listStaff(db, today, false)
  const people = staff.filter((member) => group_id === null || member.group_id === group_id)
  const whose = question.group_name === '' ? '全处' : question.group_name
  return paperOf(question, {
    title: `${whoseReport(question)}岗位职责清单`,
    middle: `${whose}${people.length}人，共梳理工作职责${duties.length}项`,
    file_name: `${whoseReport(question)}岗位职责清单（${today.replaceAll('-', '.')}）`,
    sheet_name: '岗位职责清单',
    widths: [9, 5, 11, 9, 28, 18, 16, 8, 14, 8, 10, 14, 10],
    tables: [tableOf(columns, duties, { empty_text: '还没有登记职责。' })],
  })
}

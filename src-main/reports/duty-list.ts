import type { Duty } from '../../src-shared/duties.ts'
import { DutyFilter } from '../../src-shared/duties.ts'
import { listDuties } from '../duties/list-duties.ts'
import type { SheetTable } from '../excel/workbook.ts'
import { listStaff } from '../staff/list-staff.ts'
import { footOf, headOf, type Report, unitOf } from './report.ts'

const columns: SheetTable['columns'] = [
  { header: '序号', align: 'center' },
  { header: '组别', align: 'center', merge_equal: true },
  { header: '职责编号', align: 'center' },
  { header: '职责类别', align: 'center' },
  { header: '职责内容' },
  { header: '工作依据' },
  { header: '工作标准' },
  { header: '频次', align: 'center' },
  { header: '办理时限' },
  { header: 'A岗', align: 'center' },
  { header: 'B岗', align: 'center' },
  { header: '成果材料' },
  { header: '备注' },
]
const widths = [5, 9, 12, 9, 32, 18, 18, 8, 16, 8, 9, 14, 10]

function rowOf(duty: Duty, index: number): SheetTable['rows'][number] {
  return [
    index + 1,
    duty.group_name,
    duty.number,
    duty.category_name,
    duty.content,
    duty.basis,
    duty.standard,
    duty.frequency,
    duty.due_rule,
    duty.a_holder?.name ?? '',
    duty.b_holders.map((holder) => holder.name).join('、'),
    duty.output,
    duty.remark,
  ]
}

/** 岗位职责清单, with the counts of the work report: 全处N人，共梳理工作职责N项. Imports again as 相同. */
export const dutyList: Report = async (question) => {
  const { db, today, group_id, group_name } = question
  const duties = await listDuties(db, today, DutyFilter.parse({ group_id }))
  const staff = await listStaff(db, today, false)
  const people = staff.filter((member) => group_id === null || member.group_id === group_id).length
  const counts = `${group_name || '全处'}${people}人，共梳理工作职责${duties.length}项`
  return {
    file_name: `${question.settings.department_name}${group_name}岗位职责清单`,
    rows: duties.length,
    sheet: {
      name: '岗位职责清单',
      title: `${unitOf(question)}岗位职责清单`,
      head: { ...headOf(question), middle: counts },
      widths,
      tables: [{ columns, rows: duties.map(rowOf), empty_text: '暂无职责' }],
      foot: footOf(question),
      orientation: 'landscape',
    },
  }
}

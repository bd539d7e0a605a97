import { DutyFilter } from '../../src-shared/duties.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { listDuties } from '../duties/list-duties.ts'
import type { SheetTable } from '../excel/workbook.ts'
import { listStaff } from '../staff/list-staff.ts'
import { footOf, headOf, type Report, unitOf } from './report.ts'

const columns: SheetTable['columns'] = [
  { header: '序号', align: 'center' },
  { header: '组别', align: 'center', merge_equal: true },
  { header: '职责编号', align: 'center' },
  { header: '主要职责' },
  { header: 'A岗责任人', align: 'center' },
  { header: 'A岗职务', align: 'center' },
  { header: 'A岗联系电话', align: 'center' },
  { header: 'B岗责任人', align: 'center' },
  { header: 'B岗职务', align: 'center' },
  { header: 'B岗联系电话', align: 'center' },
  { header: '备注' },
]
const widths = [5, 10, 12, 40, 11, 14, 15, 11, 14, 15, 14]

/** AB岗设置一览表 (domain.md §b.2): a B of several stands in the order he steps in, one below the other. */
export const backupPosts: Report = async (question) => {
  const { db, today, group_id } = question
  const duties = await listDuties(db, today, DutyFilter.parse({ group_id }))
  const people = new Map((await listStaff(db, today, true)).map((member) => [member.id, member]))
  const rows = duties.map((duty, index) => {
    const a = duty.a_holder === null ? undefined : people.get(duty.a_holder.staff_id)
    const bs = duty.b_holders.map((holder) => people.get(holder.staff_id))
    return [
      index + 1,
      duty.group_name,
      duty.number,
      duty.content,
      ...factsOf([a]),
      ...factsOf(bs),
      duty.remark,
    ]
  })
  return {
    file_name: `${question.settings.department_name}${question.group_name}AB岗设置一览表`,
    rows: duties.length,
    sheet: {
      name: 'AB岗设置一览表',
      title: `${unitOf(question)}AB岗设置一览表`,
      head: headOf(question),
      widths,
      tables: [{ columns, rows, empty_text: '暂无职责' }],
      foot: footOf(question),
      orientation: 'landscape',
    },
  }
}

function factsOf(people: readonly (StaffMember | undefined)[]): string[] {
  const there = people.filter((person) => person !== undefined)
  return [
    there.map((person) => person.name).join('\n'),
    there.map((person) => person.post).join('\n'),
    there.map((person) => person.phone).join('\n'),
  ]
}

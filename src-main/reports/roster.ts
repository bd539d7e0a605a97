import { name_order_words } from '../../src-shared/name-order.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { dutiesOfReport } from './duty-question.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

const columns: readonly ReportColumn<StaffMember>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '姓名', align: 'center', value: (person) => person.name },
  { header: '组别', align: 'center', value: (person) => person.group_name },
  { header: '岗位', value: (person) => person.post },
  { header: '职务', value: (person) => person.position },
  { header: '政治面貌', align: 'center', value: (person) => person.political_status },
  { header: '工号', align: 'center', value: (person) => person.staff_code },
  { header: '联系电话', align: 'center', value: (person) => person.phone },
  { header: '到岗日期', kind: 'date', align: 'center', value: (person) => person.joined_on ?? '' },
  { header: '离开日期', kind: 'date', align: 'center', value: (person) => person.left_on ?? '' },
  { header: '备注', value: (person) => person.note },
]

/** 人员名册 of a day, in the order that the office has chosen. */
export const roster: Report = async (question) => {
  const { people, as_of_words, day } = await dutiesOfReport(question)
  const { name_order } = question.settings
  const groups = new Set(people.flatMap(({ group_id }) => group_id ?? [])).size
  return paperOf(question, {
    title: `${whoseReport(question)}人员名册${as_of_words}`,
    middle: groups > 1 ? `共${people.length}人，${groups}个组` : `共${people.length}人`,
    file_name: `${whoseReport(question)}人员名册（${day}）`,
    sheet_name: '人员名册',
    widths: [6, 10, 12, 16, 16, 12, 10, 15, 12, 12, 20],
    tables: [tableOf(columns, people, { empty_text: '还没有登记人员。' })],
    ...(name_order === 'manual' ? {} : { notes: [`姓名按${name_order_words[name_order]}排序。`] }),
  })
}

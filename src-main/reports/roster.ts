import { name_order_words } from '../../src-shared/name-order.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { dutiesOfReport } from './duty-question.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

type WideColumn = ReportColumn<StaffMember> & { width: number }

const columns: readonly WideColumn[] = [
  { header: '序号', width: 6, align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '姓名', width: 10, align: 'center', value: (person) => person.name },
  { header: '组别', width: 12, align: 'center', value: (person) => person.group_name },
  { header: '岗位', width: 18, value: (person) => person.post },
  { header: '职务', width: 16, value: (person) => person.position },
  { header: '政治面貌', width: 13, align: 'center', value: (person) => person.political_status },
  { header: '工号', width: 10, align: 'center', value: (person) => person.staff_code },
  { header: '联系电话', width: 15, align: 'center', value: (person) => person.phone },
  { header: '到岗日期', width: 12, kind: 'date', align: 'center', value: (person) => person.joined_on ?? '' },
  { header: '离开日期', width: 12, kind: 'date', align: 'center', value: (person) => person.left_on ?? '' },
  { header: '备注', width: 20, value: (person) => person.note },
]
/** Left out where nobody has anything there. */
const where_filled = ['职务', '政治面貌', '工号', '离开日期']

/** 人员名册 of a day, in the order that the office has chosen. */
export const roster: Report = async (question) => {
  const { people, as_of_words, day } = await dutiesOfReport(question)
  const { name_order } = question.settings
  const groups = new Set(people.flatMap(({ group_id }) => group_id ?? [])).size
  const shown = columns.filter(
    ({ header, value }) =>
      !where_filled.includes(header) || people.some((person, at) => value(person, at) !== ''),
  )
  return paperOf(question, {
    title: `${whoseReport(question)}人员名册${as_of_words}`,
    middle: groups > 1 ? `共${people.length}人，${groups}个组` : `共${people.length}人`,
    file_name: `${whoseReport(question)}人员名册（${day}）`,
    sheet_name: '人员名册',
    widths: shown.map(({ width }) => width),
    tables: [
      tableOf(
        shown.map(({ width: _, ...column }) => column),
        people,
        { empty_text: '还没有登记人员。' },
      ),
    ],
    ...(name_order === 'manual' ? {} : { notes: [`姓名按${name_order_words[name_order]}排序。`] }),
  })
}

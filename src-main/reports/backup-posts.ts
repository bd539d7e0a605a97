import { type Duty, finding_words } from '../../src-shared/duties.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { listDuties } from '../duties/list-duties.ts'
import { listStaff } from '../staff/list-staff.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

interface Post {
  duty: Duty
  a: StaffMember | undefined
  bs: (StaffMember | undefined)[]
}

const everyB = (bs: Post['bs'], of: (member: StaffMember) => string) =>
  bs.map((member) => (member ? of(member) : '')).join('\n')

const columns: readonly ReportColumn<Post>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '组别', align: 'center', merge_equal: true, value: ({ duty }) => duty.group_name },
  { header: '职责编号', align: 'center', value: ({ duty }) => duty.number },
  { header: '主要职责', value: ({ duty }) => duty.content },
  { header: 'A岗责任人', align: 'center', value: ({ duty }) => duty.a_holder?.name ?? '' },
  { header: '职务', align: 'center', value: ({ a }) => a?.post ?? '' },
  { header: '联系电话', align: 'center', value: ({ a }) => a?.phone ?? '' },
  {
    header: 'B岗责任人',
    align: 'center',
    value: ({ duty }) => duty.b_holders.map(({ name }) => name).join('\n'),
  },
  { header: '职务', align: 'center', value: ({ bs }) => everyB(bs, ({ post }) => post) },
  { header: '联系电话', align: 'center', value: ({ bs }) => everyB(bs, ({ phone }) => phone) },
  {
    header: '核对情况',
    align: 'center',
    value: ({ duty }) =>
      [
        ...duty.findings.map((finding) => finding_words[finding]),
        ...(duty.no_b_reason === '' ? [] : [`不设B岗：${duty.no_b_reason}`]),
      ].join('、'),
  },
  { header: '备注', value: ({ duty }) => duty.remark },
]

/** AB岗设置一览表 (domain.md §b.2): who holds what today and how to reach them. */
export const backupPosts: Report = async (question) => {
  const { db, today, group_id } = question
  const duties = await listDuties(db, today, {
    group_id,
    category_id: null,
    staff_id: null,
    text: '',
    include_voided: false,
  })
  const staff = new Map((await listStaff(db, today, true)).map((member) => [member.id, member]))
  const posts = duties.map((duty) => ({
    duty,
    a: duty.a_holder ? staff.get(duty.a_holder.staff_id) : undefined,
    bs: duty.b_holders.map(({ staff_id }) => staff.get(staff_id)),
  }))
  const without = (finding: 'no_a' | 'no_b') =>
    duties.filter(({ findings }) => findings.includes(finding)).length
  return paperOf(question, {
    title: `${whoseReport(question)}AB岗设置一览表`,
    middle: `共${duties.length}项职责，缺A岗${without('no_a')}项，缺B岗${without('no_b')}项`,
    file_name: `${whoseReport(question)}AB岗设置一览表（${today.replaceAll('-', '.')}）`,
    sheet_name: 'AB岗设置一览表',
    widths: [5, 9, 11, 32, 10, 13, 13, 10, 13, 13, 11, 11],
    tables: [tableOf(columns, posts, { empty_text: '还没有登记职责。' })],
  })
}

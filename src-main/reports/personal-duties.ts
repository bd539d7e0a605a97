import type { Duty } from '../../src-shared/duties.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { dutiesOn } from '../duties/duties-on.ts'
import { dutiesOfReport } from './duty-question.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

interface HeldDuty {
  duty: Duty
  /** A, or B with its order where there are several. */
  role: string
}

const columns: readonly ReportColumn<HeldDuty>[] = [
  { header: '岗位角色', align: 'center', merge_equal: true, value: ({ role }) => role },
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '职责编号', align: 'center', value: ({ duty }) => duty.number },
  { header: '职责内容', value: ({ duty }) => duty.content },
  { header: '工作标准', value: ({ duty }) => duty.standard },
  { header: '频次', align: 'center', value: ({ duty }) => duty.frequency },
  { header: '办理时限', value: ({ duty }) => duty.due_rule },
  { header: '对应的A岗、B岗', align: 'center', value: ({ duty, role }) => otherOf(duty, role) },
]

/** Whom the person stands in for, or who stands in for him or her. */
function otherOf({ a_holder, b_holders }: Duty, role: string): string {
  return role === 'A岗' ? b_holders.map(({ name }) => name).join('、') : (a_holder?.name ?? '')
}

function heldBy({ id }: StaffMember, duties: readonly Duty[]): HeldDuty[] {
  const as_a = duties.filter(({ a_holder }) => a_holder?.staff_id === id)
  const as_b = duties.filter(({ b_holders }) => b_holders.some(({ staff_id }) => staff_id === id))
  return [...as_a.map((duty) => ({ duty, role: 'A岗' })), ...as_b.map((duty) => ({ duty, role: 'B岗' }))]
}

/** 个人岗位职责清单: what one person, or each of a group, answers for as A and as B. */
export const personalDuties: Report = async (question) => {
  const { people, as_of_words, day } = await dutiesOfReport(question)
  const { db, today, as_of, staff_id } = question
  // Somebody may hold a duty of another group.
  const duties = await dutiesOn(db, today, as_of ?? today)
  const asked = people.filter(({ id }) => staff_id === null || id === staff_id)
  const [only] = staff_id === null ? [] : asked
  const whose =
    only === undefined ? whoseReport(question) : `${question.settings.department_name}${only.name}`
  const tables = asked.map((person) => {
    const held = heldBy(person, duties)
    return tableOf(columns, held, { caption: captionOf(person, held), empty_text: '没有登记职责。' })
  })
  const [first] = asked
  return paperOf(question, {
    title: `${whose}岗位职责清单${as_of_words}`,
    middle:
      only === undefined || first === undefined ? `共${asked.length}人` : countsOf(heldBy(first, duties)),
    file_name: `${whose}个人岗位职责清单（${day}）`,
    sheet_name: '个人岗位职责清单',
    widths: [9, 6, 12, 44, 26, 10, 22, 16],
    tables: tables.length > 0 ? tables : [tableOf(columns, [], { empty_text: '没有这样的人员。' })],
  })
}

function captionOf(person: StaffMember, held: readonly HeldDuty[]): string {
  const place = [person.group_name, person.post, person.position].filter(Boolean).join('　')
  return `${person.name}${place === '' ? '' : `（${place}）`}：${countsOf(held)}`
}

function countsOf(held: readonly HeldDuty[]): string {
  const as_a = held.filter(({ role }) => role === 'A岗').length
  return `共${held.length}项，A岗${as_a}项，B岗${held.length - as_a}项`
}

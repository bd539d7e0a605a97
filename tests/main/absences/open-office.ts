import type { Now } from '../../../src-main/absences/absence-rules.ts'
import { addAbsence } from '../../../src-main/absences/edit-absence.ts'
import type { AbsenceDraft, WantedStandIn } from '../../../src-shared/absences.ts'
import { addDepartment, addDuties, duty } from '../../helpers/department.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

/**
 * 张三 and 李四 (组织组) are each other's A and B for 主题党日 and 党费收缴; 王五 (人事组) is A of 职称评审, without a B.
 * It is Friday 2026-11-20, in the morning.
 */
export async function openOffice() {
  const book = await openTestBook({ today: '2026-11-20' })
  const people = await addDepartment(book)
  const { organisation, personnel, zhang, li, wang } = people
  const [meeting = 0, dues = 0, titles = 0] = await addDuties(book, [
    duty(organisation, { content: '组织主题党日', a_staff_id: zhang, b_staff_ids: [li] }),
    duty(organisation, { content: '党费收缴', a_staff_id: li, b_staff_ids: [zhang] }),
    duty(personnel, { content: '职称评审', category_id: 2, a_staff_id: wang }),
  ])
  const now: Now = { day: '2026-11-20', half: 'am' }
  const draft = (more: Partial<AbsenceDraft>): AbsenceDraft => ({
    staff_id: zhang,
    kind: '年休假',
    from_on: '2026-11-23',
    from_half: 'am',
    to_on: '2026-11-25',
    to_half: 'pm',
    approver: '陆处长',
    reachable: '13900000000',
    note: '',
    ...more,
  })
  const register = (more: Partial<AbsenceDraft> = {}, stand_ins: WantedStandIn[] = []) =>
    book.change(
      async (change) =>
        (await addAbsence(change, { draft: draft(more), stand_ins, appointed_by: '陆处长' })).id,
    )
  const titles_of_changes = async () =>
    (await book.db.selectFrom('changes').select('title').orderBy('id', 'desc').execute()).map(
      ({ title }) => title,
    )
  return { book, people, duties: { meeting, dues, titles }, now, draft, register, titles_of_changes }
}
export type TestOffice = Awaited<ReturnType<typeof openOffice>>

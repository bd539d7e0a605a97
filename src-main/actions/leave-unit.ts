// Somebody leaves the unit: off the roster, and nothing planned stands that they would not be there for.
import type { StaffLeave } from '../../src-shared/staff.ts'
import { endAbsences } from '../absences/edit-absence.ts'
import type { Change } from '../database/change.ts'
import { leaveStaff } from '../staff/edit-staff.ts'

/** What they hold stays theirs and shows that they have left, until it is given to somebody else. */
export async function leaveUnit(change: Change, leave: StaffLeave): Promise<void> {
  await leaveStaff(change, leave)
  await endAbsences(change, leave.id, leave.left_on)
  await endStandIns(change, leave)
  await endTrainings(change, leave.id)
}

async function endStandIns({ db }: Change, { id, left_on }: StaffLeave): Promise<void> {
  await db.deleteFrom('stand_ins').where('staff_id', '=', id).where('from_on', '>', left_on).execute()
  await db
    .updateTable('stand_ins')
    .set({ to_on: left_on, to_half: 'pm' })
    .where('staff_id', '=', id)
    .where('to_on', '>', left_on)
    .execute()
}

async function endTrainings({ db }: Change, id: number): Promise<void> {
  await db.deleteFrom('post_trainings').where('staff_id', '=', id).where('done_on', 'is', null).execute()
  await db
    .updateTable('post_trainings')
    .set({ teacher_staff_id: null })
    .where('teacher_staff_id', '=', id)
    .where('done_on', 'is', null)
    .execute()
}

import type { DutyDraft } from '../../src-shared/duties.ts'
import { setHolders } from '../backup-posts/set-holders.ts'
import type { Change } from '../database/change.ts'
import { editDuty } from '../duties/edit-duty.ts'

export async function editDutyWithHolders(
  change: Change,
  id: number,
  draft: DutyDraft,
  is_correction = false,
): Promise<void> {
  const { a_staff_id, b_staff_ids, ...fields } = draft
  await editDuty(change, id, fields, { is_correction })
  await setHolders(change, id, a_staff_id, b_staff_ids)
}

import type { DutyDraft } from '../../src-shared/duties.ts'
import { setHolders } from '../backup-posts/set-holders.ts'
import type { Change } from '../database/change.ts'
import { addDuty } from '../duties/edit-duty.ts'

export async function addDutyWithHolders(
  change: Change,
  draft: DutyDraft,
): Promise<{ id: number; number: string }> {
  const { a_staff_id, b_staff_ids, ...fields } = draft
  const duty = await addDuty(change, fields)
  await setHolders(change, duty.id, a_staff_id, b_staff_ids)
  return duty
}

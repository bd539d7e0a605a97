import type { DutyDraft } from '../../src-shared/duties.ts'
import { giveFirstHolders } from '../backup-posts/set-holders.ts'
import type { Change } from '../database/change.ts'
import { type AddedDuty, addDuties } from '../duties/edit-duty.ts'

export async function addDutyWithHolders(change: Change, draft: DutyDraft): Promise<AddedDuty> {
  const [added] = await addDutiesWithHolders(change, [draft])
  if (added === undefined) throw new Error('A duty that was just added is missing')
  return added
}

/** A few hundred at once, answered in the order given; `claimed`: the numbers that some have already. */
export async function addDutiesWithHolders(
  change: Change,
  drafts: readonly DutyDraft[],
  claimed: readonly (string | null)[] = [],
): Promise<AddedDuty[]> {
  const added = await addDuties(
    change,
    drafts.map(({ a_staff_id: _, b_staff_ids: __, ...fields }) => fields),
    claimed,
  )
  await giveFirstHolders(
    change,
    drafts.map(({ a_staff_id, b_staff_ids }, at) => ({
      duty_id: added[at]?.id ?? 0,
      a_staff_id,
      b_staff_ids,
    })),
  )
  return added
}

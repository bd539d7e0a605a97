import type { FreezeVersion } from '../../src-shared/duty-versions.ts'
import type { Change } from '../database/change.ts'
import { freezeVersion } from '../duties/duty-versions.ts'
import { staffOn } from '../staff/staff-on.ts'

/** Freezes the list of duties together with who was on the roster that day. */
export async function freezeDuties(change: Change, version: FreezeVersion): Promise<{ id: number }> {
  return freezeVersion(change, version, await staffOn(change.db, change.today, version.as_of))
}

import { type Schedule, scheduleToText } from '../../src-shared/schedule.ts'
import type { Change } from '../database/change.ts'

/** Says what the wording of time limits means to a calendar. The wording itself stays, so no former text is kept. */
export async function setSchedules(
  change: Change,
  rows: readonly { duty_id: number; schedule: Schedule }[],
): Promise<void> {
  for (const { duty_id, schedule } of rows) {
    await change.db
      .updateTable('duties')
      .set({ schedule: scheduleToText(schedule) })
      .where('id', '=', duty_id)
      .where('voided_on', 'is', null)
      .execute()
  }
  change.describe(`按日历推算 ${rows.length} 项职责的时限`)
}

import { longDate } from '../../src-shared/dates.ts'
import type { MatterNote } from '../../src-shared/matter-evidence.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import { event_words } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { getMatters } from './get-matters.ts'
import { fieldProblem, nameMatters, refuseMatters } from './refuse-matters.ts'

/** 催办 and 签收 are facts that are written down; they change nothing of the matter. */
export async function noteMatters(
  change: Change,
  { matter_ids, kind, happened_on, by_name, note }: MatterNote,
): Promise<{ noted: number }> {
  if (happened_on > change.today) {
    throw fieldProblem({ happened_on: `日期不能晚于今天（${longDate(change.today)}）。` })
  }
  const matters = await getMatters(change.db, matter_ids)
  const closed = matters.filter((matter) => !isOpen(matter))
  if (closed.length > 0) throw refuseMatters(event_words[kind], closed)
  await change.db
    .insertInto('matter_events')
    .values(
      matters.map(({ id }) => ({
        matter_id: id,
        kind,
        happened_on,
        by_name,
        reason: note,
        new_due_on: null,
      })),
    )
    .execute()
  change.describe(`${event_words[kind]} ${nameMatters(matters)}`)
  return { noted: matters.length }
}

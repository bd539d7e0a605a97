import { sql } from 'kysely'
import { addDays } from '../../src-shared/dates.ts'
import type { Change } from '../database/change.ts'
import type { DutyTables } from '../database/duty-tables.ts'
import { wasThereBefore } from '../database/was-there-before.ts'

export const text_columns = [
  'group_id',
  'category_id',
  'content',
  'card_text',
  'kind',
  'weight',
  'frequency',
  'due_rule',
  'schedule',
  'basis',
  'standard',
  'output',
  'risk',
  'controls',
  'steps',
  'start_rule',
  'leader',
  'report_to',
  'remark',
] as const

type TextColumn = (typeof text_columns)[number]
type PastText = Pick<DutyTables['duty_past_texts'], TextColumn>

/**
 * Keeps what the duty says now as its text up to yesterday, when `next` says something else. What was first written or
 * last changed today was in force on no earlier day, so nothing is kept of it.
 */
export async function keepPastText(change: Change, duty_id: number, next: PastText): Promise<void> {
  const to_on = addDays(change.today, -1)
  const { from_on, is_kept, ...text } = await change.db
    .selectFrom('duties')
    .select(['from_on', ...text_columns])
    .select(
      sql<number>`EXISTS (SELECT 1 FROM duty_past_texts AS past
        WHERE past.duty_id = duties.id AND past.to_on >= ${to_on})`.as('is_kept'),
    )
    .where('id', '=', duty_id)
    .executeTakeFirstOrThrow()
  if (is_kept === 1 || text_columns.every((column) => text[column] === next[column])) return
  if (from_on !== null && from_on > to_on) return
  if (!(await wasThereBefore(change, 'duties', duty_id))) return
  await change.db
    .insertInto('duty_past_texts')
    .values({ duty_id, to_on, ...text })
    .execute()
}

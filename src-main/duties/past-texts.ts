import type { PastText } from '../../src-shared/duties.ts'
import { scheduleFromText } from '../../src-shared/schedule.ts'
import type { Db } from '../database/tables.ts'
import { text_columns } from './keep-past-text.ts'

/** What the duty said before, newest first. */
export async function pastTexts(db: Db, duty_id: number): Promise<PastText[]> {
  const texts = await db
    .selectFrom('duty_past_texts as past')
    .innerJoin('groups', 'groups.id', 'past.group_id')
    .innerJoin('categories', 'categories.id', 'past.category_id')
    .select(['past.to_on', 'groups.name as group_name', 'categories.name as category_name'])
    .select(text_columns.map((column) => `past.${column}` as const))
    .where('past.duty_id', '=', duty_id)
    .orderBy('past.to_on', 'desc')
    .execute()
  return texts.map(({ group_id: _group, category_id: _category, ...text }) => ({
    ...text,
    schedule: scheduleFromText(text.schedule),
  }))
}

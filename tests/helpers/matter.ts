import type { Insertable } from 'kysely'
import type { Tables } from '../../src-main/database/tables.ts'
import { takeMatterNumber } from '../../src-main/numbers/take-number.ts'
import { mondayOf } from '../../src-shared/week.ts'
import type { TestBook } from './open-test-book.ts'

type MatterRow = Insertable<Tables['matters']>

/** A matter of category 党建 and the first group, written straight into its tables, in the weeks named. */
export async function insertMatter(
  book: TestBook,
  title: string,
  more: Partial<MatterRow> = {},
  mondays: readonly string[] = [mondayOf(book.clock.today())],
): Promise<number> {
  return book.change(async (change) => {
    const number = await takeMatterNumber(change, 2026, 'DJ')
    const { id } = await change.db
      .insertInto('matters')
      .values({ ...plain_matter, listed_on: change.today, ...more, number, title })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const week_monday of mondays) {
      await change.db
        .insertInto('matter_weeks')
        .values({ ...plain_week, matter_id: id, week_monday })
        .execute()
    }
    change.describe(`登记事项 ${number}`)
    return id
  })
}

const plain_matter: Omit<MatterRow, 'number' | 'title' | 'listed_on'> = {
  detail: '',
  category_id: 1,
  group_id: 1,
  staff_id: null,
  duty_id: null,
  helpers: '',
  leader: '',
  source: '',
  original_due_on: null,
  due_on: null,
  due_text: '',
  state: 'in_progress',
  finished_on: null,
  signed_off_on: null,
  signed_off_by: '',
  evidence: '',
  remark: '',
}

const plain_week = {
  is_planned: 1,
  progress: '',
  week_state: 'in_progress',
  unfinished_reason: '',
  sort_order: 1,
} as const

/** Signed off and archived on the day the clock shows. */
export async function archiveMatter(book: TestBook, matter_id: number): Promise<number> {
  return book.change(async (change) => {
    const { today } = change
    await change.db
      .updateTable('matters')
      .set({ state: 'archived', finished_on: today, signed_off_on: today, signed_off_by: '王处长' })
      .where('id', '=', matter_id)
      .execute()
    const { id } = await change.db
      .insertInto('archive_entries')
      .values({
        matter_id,
        archived_on: today,
        archived_by: '经办人',
        retention: 'D10',
        location: '2号柜',
        materials: '会议记录',
        remark: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    change.describe('归档')
    return id
  })
}

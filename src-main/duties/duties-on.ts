// The list as it was on another day: its duties, what they said, where they belonged and who held them.
import type { Duty } from '../../src-shared/duties.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { scheduleFromText } from '../../src-shared/schedule.ts'
import type { Db } from '../database/tables.ts'
import { text_columns } from './keep-past-text.ts'
import { listDuties } from './list-duties.ts'

const everything = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: true }

/** The duties in force on `day`, today or before, in the order of groups and categories. */
export async function dutiesOn(db: Db, today: string, day: string): Promise<Duty[]> {
  if (day > today) {
    throw new UserProblem({
      code: 'day_ahead',
      message: '截至日期不能晚于今天。',
      next: '请另选一个日期，或清除筛选看现在的清单。',
    })
  }
  if (day === today) return listDuties(db, today, { ...everything, include_voided: false })
  const duties = (await listDuties(db, day, everything)).filter((duty) => isInForce(duty, day))
  const past = await textsOn(db, day)
  const places = await placeNames(db)
  const then = duties.map((duty): Duty => {
    const text = past.get(duty.id)
    if (text === undefined) return { ...duty, voided_on: null, void_reason: '' }
    const { duty_id: _, ...words } = text
    return {
      ...duty,
      ...words,
      schedule: scheduleFromText(text.schedule),
      group_name: places.groups.get(text.group_id)?.name ?? '',
      category_name: places.categories.get(text.category_id)?.name ?? '',
      voided_on: null,
      void_reason: '',
    }
  })
  const order = await ownOrder(db)
  const ranks = new Map(
    then.map(({ id, group_id, category_id }) => [
      id,
      [places.groups.get(group_id)?.rank, places.categories.get(category_id)?.rank, order.get(id)],
    ]),
  )
  return then.sort((one, other) => compareRanks(ranks.get(one.id), ranks.get(other.id)))
}

function isInForce({ from_on, voided_on }: Duty, day: string): boolean {
  return (from_on === null || from_on <= day) && (voided_on === null || voided_on > day)
}

/** Of the former texts that were in force up to `day` or later, each duty's earliest. */
async function textsOn(db: Db, day: string) {
  const texts = await db
    .selectFrom('duty_past_texts')
    .select(['duty_id', ...text_columns])
    .where('to_on', '>=', day)
    .orderBy('to_on', 'desc')
    .execute()
  return new Map(texts.map((text) => [text.duty_id, text]))
}

function compareRanks(one: Ranks = [], other: Ranks = []): number {
  for (const [at, rank = 0] of one.entries()) {
    const difference = rank - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

type Ranks = readonly (number | undefined)[]

/** The clerk's own order, which holds within a category. */
async function ownOrder(db: Db): Promise<Map<number, number>> {
  const rows = await db.selectFrom('duties').select('id').orderBy('sort_order').orderBy('number').execute()
  return new Map(rows.map(({ id }, rank) => [id, rank]))
}

async function placeNames(db: Db) {
  const names = async (table: 'groups' | 'categories') => {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'name'])
      .orderBy('sort_order')
      .orderBy('id')
      .execute()
    return new Map(rows.map(({ id, name }, rank) => [id, { name, rank }]))
  }
  return { groups: await names('groups'), categories: await names('categories') }
}

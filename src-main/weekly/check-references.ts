import { UserProblem } from '../../src-shared/problem.ts'
import type { MatterDraft } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'

/**
 * Group, category, person and duty that the drafts name must be there, group and category not voided unless one of
 * `kept`, the matters as they were, has them. Answers the code of every category.
 */
export async function checkReferences(
  change: Change,
  drafts: readonly MatterDraft[],
  kept: readonly Pick<MatterDraft, 'group_id' | 'category_id'>[] = [],
): Promise<Map<number, string>> {
  const { db } = change
  const categories = await db.selectFrom('categories').select(['id', 'code', 'voided_on']).execute()
  const groups = await db.selectFrom('groups').select(['id', 'voided_on']).execute()
  const used = (rows: readonly { id: number; voided_on: string | null }[], kept_ids: readonly number[]) =>
    new Set([...kept_ids, ...rows.filter((row) => row.voided_on === null).map((row) => row.id)])
  const category_ids = used(categories, named(kept.map(({ category_id }) => category_id)))
  const group_ids = used(groups, named(kept.map(({ group_id }) => group_id)))
  for (const { category_id, group_id } of drafts) {
    if (!category_ids.has(category_id)) throw notThere('category_id', '这个类别已停用或已删除，请另选一个。')
    if (!group_ids.has(group_id)) throw notThere('group_id', '这个组别已停用或已删除，请另选一个。')
  }
  const staff_ids = named(drafts.map((draft) => draft.staff_id))
  if ((await countThere(change, 'staff', staff_ids)) < staff_ids.length) {
    throw notThere('staff_id', '名册里已经没有这个责任人，请重新选择。')
  }
  const duty_ids = named(drafts.map((draft) => draft.duty_id))
  if ((await countThere(change, 'duties', duty_ids)) < duty_ids.length) {
    throw notThere('duty_id', '履职清单里已经没有这项职责，请重新选择。')
  }
  return new Map(categories.map((category) => [category.id, category.code]))
}

function named(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))]
}

async function countThere(
  change: Change,
  table: 'staff' | 'duties',
  ids: readonly number[],
): Promise<number> {
  if (ids.length === 0) return 0
  return (await change.db.selectFrom(table).select('id').where('id', 'in', ids).execute()).length
}

function notThere(field: string, message: string): UserProblem {
  return new UserProblem({ code: `${field}_gone`, message, fields: { [`matter.${field}`]: message } })
}

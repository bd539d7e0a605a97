// 带病销号: signed off although something is missing; counted and listed until somebody has seen it complete.
import { sql } from 'kysely'
import { longDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Cure, Defect, DefectQuestion } from '../../src-shared/sign-offs.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { fieldProblem, nameMatters } from './refuse-matters.ts'

/** `missing` by matter. */
export async function noteDefects(
  change: Change,
  missing: ReadonlyMap<number, string>,
  noted_on: string,
  noted_by: string,
): Promise<void> {
  if (missing.size === 0) return
  const fresh = { noted_on, noted_by, cured_on: null, cured_by: '', cure: '' }
  await change.db
    .insertInto('matter_defects')
    .values([...missing].map(([matter_id, words]) => ({ ...fresh, matter_id, missing: words })))
    .execute()
}

/** A matter that is returned is no longer signed off, so nothing is missing from its sign-off either. */
export async function settleDefects(
  change: Change,
  matter_ids: readonly number[],
  cured_on: string,
  cured_by: string,
): Promise<void> {
  await change.db
    .updateTable('matter_defects')
    .set({ cured_on, cured_by, cure: '退回重办' })
    .where('matter_id', 'in', matter_ids)
    .where('cured_on', 'is', null)
    .execute()
}

/** Of these matters those that still lack something. */
export async function withDefect(db: Db, matter_ids: readonly number[]): Promise<Set<number>> {
  const open = await db
    .selectFrom('matter_defects')
    .select('matter_id')
    .where('matter_id', 'in', matter_ids)
    .where('cured_on', 'is', null)
    .execute()
  return new Set(open.map(({ matter_id }) => matter_id))
}

export async function countUncured(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('matter_defects')
    .select(sql<number>`count(*)`.as('count'))
    .where('cured_on', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The oldest first; those of one person stand together. */
export async function listDefects(db: Db, { with_cured }: DefectQuestion): Promise<Defect[]> {
  let query = selectDefects(db)
  if (!with_cured) query = query.where('d.cured_on', 'is', null)
  return query
    .orderBy(sql`d.cured_on IS NOT NULL`)
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy(sql`staff.sort_order IS NULL`)
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .orderBy('d.noted_on')
    .orderBy('d.id')
    .execute()
}

function selectDefects(db: Db) {
  return db
    .selectFrom('matter_defects as d')
    .innerJoin('matters as m', 'm.id', 'd.matter_id')
    .innerJoin('categories', 'categories.id', 'm.category_id')
    .innerJoin('groups', 'groups.id', 'm.group_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select([
      'd.id',
      'd.matter_id',
      'm.number',
      'm.title',
      'categories.name as category_name',
      'groups.name as group_name',
      sql<string>`coalesce(staff.name, '')`.as('staff_name'),
      'm.signed_off_on',
      'd.missing',
      'd.noted_on',
      'd.noted_by',
      'd.cured_on',
      'd.cured_by',
      'd.cure',
    ])
}

/** 补齐: what was brought in goes to the matter's 佐证材料, and the defect is closed with date and name. */
export async function cureDefects(
  change: Change,
  { defect_ids, cured_on, cured_by, cure }: Cure,
): Promise<{ cured: number }> {
  const defects = await openDefects(change, [...new Set(defect_ids)])
  const latest = defects.map(({ noted_on }) => noted_on).reduce((one, other) => (one > other ? one : other))
  if (cured_on > change.today) {
    throw fieldProblem({ cured_on: `补齐时间不能晚于今天（${longDate(change.today)}）。` })
  }
  if (cured_on < latest) {
    throw fieldProblem({ cured_on: `补齐时间不能早于带病销号的时间（${longDate(latest)}）。` })
  }
  const ids = defects.map(({ matter_id }) => matter_id)
  await change.db
    .updateTable('matter_defects')
    .set({ cured_on, cured_by, cure })
    .where('matter_id', 'in', ids)
    .where('cured_on', 'is', null)
    .execute()
  await change.db
    .updateTable('matters')
    .set({ evidence: sql<string>`CASE WHEN evidence = '' THEN ${cure} ELSE evidence || '、' || ${cure} END` })
    .where('id', 'in', ids)
    .execute()
  const event = {
    kind: 'cured',
    happened_on: cured_on,
    by_name: cured_by,
    reason: cure,
    new_due_on: null,
  } as const
  await change.db
    .insertInto('matter_events')
    .values(ids.map((matter_id) => ({ ...event, matter_id })))
    .execute()
  change.describe(`补齐带病销号 ${nameMatters(defects)}`)
  return { cured: defects.length }
}

async function openDefects(change: Change, defect_ids: readonly number[]) {
  const found = await selectDefects(change.db)
    .where('d.id', 'in', defect_ids)
    .where('d.cured_on', 'is', null)
    .orderBy('d.id')
    .execute()
  if (found.length === defect_ids.length) return found
  throw new UserProblem({
    code: 'defect_gone',
    message: '选中的带病销号里有的已经补齐，或者已经被撤销。',
    next: '请刷新清单后重新选择。',
  })
}

import { UserProblem } from '../../src-shared/problem.ts'
import type { Category, CategoryDraft } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { addNamedCode, type CodeList, editNamedCode, listNamedCodes, removeNamedCode } from './named-codes.ts'

const categories: CodeList = {
  table: 'categories',
  word: '类别',
  users: [
    { table: 'duties', column: 'category_id', words: '项职责' },
    { table: 'categories', column: 'parent_id', words: '个下级类别' },
    { table: 'duty_past_texts', column: 'category_id', words: '条职责旧文' },
    { table: 'matters', column: 'category_id', words: '个事项' },
    { table: 'measure_uses', column: 'category_id', words: '个指标' },
  ],
}

/** In the clerk's order; `parent_id` makes a tree of them. */
export async function listCategories(db: Db): Promise<Category[]> {
  const rows = await db
    .selectFrom('categories')
    .select(['id', 'parent_id', 'needs_evidence', 'amber_days'])
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  const named = await listNamedCodes(db, categories)
  return named.map((category) => {
    const own = known.get(category.id)
    return {
      ...category,
      parent_id: own?.parent_id ?? null,
      needs_evidence: own?.needs_evidence === 1,
      amber_days: own?.amber_days ?? null,
    }
  })
}

export async function addCategory(change: Change, draft: CategoryDraft): Promise<{ id: number }> {
  await checkParent(change, null, draft.parent_id)
  return addNamedCode(change, categories, toRow(draft))
}

export async function editCategory(change: Change, id: number, draft: CategoryDraft): Promise<void> {
  await checkParent(change, id, draft.parent_id)
  await editNamedCode(change, categories, id, toRow(draft))
}

function toRow({ needs_evidence, ...draft }: CategoryDraft) {
  if (needs_evidence === undefined) return draft
  return { ...draft, needs_evidence: needs_evidence ? (1 as const) : (0 as const) }
}

/** A class of the archive that was offered for it is offered for none. */
export async function removeCategory(change: Change, id: number): Promise<void> {
  await change.db
    .updateTable('archive_classes')
    .set({ category_id: null })
    .where('category_id', '=', id)
    .execute()
  await removeNamedCode(change, categories, id)
}

/** A category stands under one that is there, and never under itself, over however many steps. */
async function checkParent(
  change: Change,
  id: number | null,
  parent_id: number | null = null,
): Promise<void> {
  if (parent_id === null) return
  const rows = await change.db.selectFrom('categories').select(['id', 'name', 'parent_id']).execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  const parent = known.get(parent_id)
  if (parent === undefined) throw wrongParent('上级类别已经不在了，请重新选择。')
  for (let above: number | null = parent_id; above !== null; above = known.get(above)?.parent_id ?? null) {
    if (above === id) throw wrongParent(`“${parent.name}”就在这个类别下面，不能作它的上级。`)
  }
}

function wrongParent(message: string): UserProblem {
  return new UserProblem({ code: 'wrong_parent', message, fields: { parent_id: message } })
}

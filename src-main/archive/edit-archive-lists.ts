import { type ArchiveClassDraft, ArchiveClassEdit, type OrganDraft } from '../../src-shared/archive-lists.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { RetentionRuleDraft } from '../../src-shared/retention.ts'
import type { Change } from '../database/change.ts'
import { nextSortOrder } from '../database/next-sort-order.ts'

interface Edit<Draft> {
  /** Null adds one. */
  id: number | null
  draft: Draft
}

export async function saveOrgan(change: Change, { id, draft }: Edit<OrganDraft>): Promise<void> {
  change.describe(`${id === null ? '新增' : '修改'}机构（问题） ${draft.name}`)
  if (id !== null) {
    await change.db.updateTable('archive_organs').set(draft).where('id', '=', id).execute()
    return
  }
  const sort_order = await nextSortOrder(change, 'archive_organs')
  await change.db
    .insertInto('archive_organs')
    .values({ ...draft, sort_order })
    .execute()
}

export async function removeOrgan(change: Change, id: number): Promise<void> {
  await change.db.deleteFrom('archive_organs').where('id', '=', id).execute()
  change.describe('删除一个机构（问题）')
}

export async function saveClass(change: Change, edit: Edit<ArchiveClassDraft>): Promise<void> {
  const { id, draft } = ArchiveClassEdit.parse(edit)
  const { materials, ...row } = draft
  checkTwice(materials)
  change.describe(`${id === null ? '新增' : '修改'}归档类目 ${draft.name}`)
  const class_id = id ?? (await addClass(change, row))
  if (id !== null) await change.db.updateTable('archive_classes').set(row).where('id', '=', id).execute()
  await writeMaterials(change, class_id, materials)
}

async function writeMaterials(change: Change, class_id: number, materials: readonly string[]): Promise<void> {
  const before = await change.db
    .selectFrom('class_materials')
    .select('name')
    .where('class_id', '=', class_id)
    .orderBy('sort_order')
    .execute()
  if (JSON.stringify(before.map(({ name }) => name)) === JSON.stringify(materials)) return
  await change.db.deleteFrom('class_materials').where('class_id', '=', class_id).execute()
  if (materials.length === 0) return
  await change.db
    .insertInto('class_materials')
    .values(materials.map((name, at) => ({ class_id, name, sort_order: at + 1 })))
    .execute()
}

async function addClass(change: Change, row: Omit<ArchiveClassDraft, 'materials'>): Promise<number> {
  const sort_order = await nextSortOrder(change, 'archive_classes')
  const { id } = await change.db
    .insertInto('archive_classes')
    .values({ ...row, sort_order })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function checkTwice(materials: readonly string[]): void {
  const twice = materials.find((name, at) => materials.indexOf(name) !== at)
  if (twice === undefined) return
  const message = `“${twice}”写了两次。`
  throw new UserProblem({ code: 'material_twice', message, fields: { materials: message } })
}

export async function removeClass(change: Change, id: number): Promise<void> {
  await change.db.deleteFrom('class_materials').where('class_id', '=', id).execute()
  await change.db.deleteFrom('archive_classes').where('id', '=', id).execute()
  change.describe('删除一个归档类目')
}

export async function saveRule(change: Change, { id, draft }: Edit<RetentionRuleDraft>): Promise<void> {
  change.describe(`${id === null ? '新增' : '修改'}保管期限表条目 ${draft.material}`)
  if (id !== null) {
    await change.db.updateTable('retention_rules').set(draft).where('id', '=', id).execute()
    return
  }
  const sort_order = await nextSortOrder(change, 'retention_rules')
  await change.db
    .insertInto('retention_rules')
    .values({ ...draft, sort_order })
    .execute()
}

export async function removeRule(change: Change, id: number): Promise<void> {
  await change.db.deleteFrom('retention_rules').where('id', '=', id).execute()
  change.describe('删除一条保管期限')
}

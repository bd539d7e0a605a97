// Two records of one person, as imports leave them, become one: whatever refers to the one is moved to the other.
import { sql } from 'kysely'
import { UserProblem } from '../../src-shared/problem.ts'
import type { MergePreview, StaffMerge } from '../../src-shared/staff-moves.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { noteStaffEvent } from '../staff/staff-events.ts'
import { settleDoubles } from './settle-doubles.ts'

export interface StaffReference {
  table_name: string
  column_name: string
}

/** Every column of the book that refers to a person, read from the schema, so that none can be forgotten. */
export async function staffReferences(db: Db): Promise<StaffReference[]> {
  const { rows } = await sql<StaffReference>`
    SELECT t.name AS table_name, f."from" AS column_name
    FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS f
    WHERE t.type = 'table' AND f."table" = 'staff' ORDER BY 1, 2`.execute(db)
  return rows
}

const table_words: Readonly<Record<string, string>> = {
  duty_holders: 'A岗、B岗任职',
  matters: '事项',
  week_reports: '周报报送',
  week_returns: '周报退回',
  collection_forms: '收表表单',
  absences: '离岗',
  stand_ins: '顶岗',
  staff_photos: '照片',
}

/** What would move, counted; tables without words of their own count as other records. */
export async function previewMerge(db: Db, { drop_id }: StaffMerge): Promise<MergePreview> {
  const counts = new Map<string, number>()
  for (const { table_name, column_name } of await staffReferences(db)) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM ${sql.table(table_name)} WHERE ${sql.ref(column_name)} = ${drop_id}`.execute(
      db,
    )
    const words = table_words[table_name] ?? '其他记录'
    counts.set(words, (counts.get(words) ?? 0) + (rows[0]?.count ?? 0))
  }
  const moved = [...counts].map(([words, count]) => ({ words, count }))
  return { moved: moved.filter(({ count }) => count > 0) }
}

/** The record that is kept gets what it lacks from the other one, which goes; its name stays findable. */
export async function mergeStaff(change: Change, { keep_id, drop_id }: StaffMerge): Promise<void> {
  const people = await change.db
    .selectFrom('staff')
    .selectAll()
    .where('id', 'in', [keep_id, drop_id])
    .execute()
  const keep = people.find(({ id }) => id === keep_id)
  const drop = people.find(({ id }) => id === drop_id)
  if (keep === undefined || drop === undefined || keep_id === drop_id) {
    const message = '要合并的两条人员记录不能是同一条，也都要在名册里。'
    throw new UserProblem({ code: 'staff_gone', message, next: '请刷新名册后重新选择。' })
  }
  await change.db.insertInto('staff_merges').values({ from_id: drop_id, into_id: keep_id }).execute()
  await settleDoubles(change, keep_id, drop_id)
  for (const { table_name, column_name } of await staffReferences(change.db)) {
    await sql`UPDATE ${sql.table(table_name)} SET ${sql.ref(column_name)} = ${keep_id}
      WHERE ${sql.ref(column_name)} = ${drop_id}`.execute(change.db)
  }
  await change.db.deleteFrom('staff').where('id', '=', drop_id).execute()
  const { group_id, joined_on } = keep
  const filled = {
    staff_code: keep.staff_code || drop.staff_code,
    post: keep.post || drop.post,
    position: keep.position || drop.position,
    political_status: keep.political_status || drop.political_status,
    phone: keep.phone || drop.phone,
    note: [...new Set([keep.note, drop.note])].filter(Boolean).join('；'),
    group_id: group_id ?? drop.group_id,
    joined_on: joined_on ?? drop.joined_on,
  }
  await change.db.updateTable('staff').set(filled).where('id', '=', keep_id).execute()
  await noteStaffEvent(change, keep_id, {
    kind: 'merge',
    happened_on: change.today,
    before_text: drop.name,
    after_text: keep.name,
    approver: '',
    reason: '',
  })
  change.describe(
    drop.name === keep.name ? `合并${keep.name}的两条人员记录` : `把 ${drop.name} 并入 ${keep.name}`,
  )
}

// Groups (组别) and categories (类别) have one shape and one set of rules; groups.ts and categories.ts name them.
import { sql } from 'kysely'
import { UserProblem } from '../../src-shared/problem.ts'
import type { NamedCode, NamedCodeDraft } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import { nextSortOrder } from '../database/next-sort-order.ts'
import type { Db } from '../database/tables.ts'

export interface CodeList {
  table: 'groups' | 'categories'
  /** 组别 or 类别, for messages. */
  word: string
  /** Who refers to it, by which column and how they are counted. */
  users: readonly {
    table:
      | 'staff'
      | 'duties'
      | 'matters'
      | 'categories'
      | 'staff_past_places'
      | 'duty_past_texts'
      | 'measure_uses'
    column: string
    words: string
  }[]
}

export async function listNamedCodes(db: Db, list: CodeList): Promise<NamedCode[]> {
  const counts = list.users.map((user) => usersOf(user, sql.ref(`${list.table}.id`)))
  return db
    .selectFrom(list.table)
    .select(['id', 'code', 'name', 'voided_on', sql<number>`${sql.join(counts, sql` + `)}`.as('used')])
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
}

export async function addNamedCode(
  change: Change,
  list: CodeList,
  draft: NamedCodeDraft,
): Promise<{ id: number }> {
  await checkFree(change, list, draft, null)
  const added = await change.db
    .insertInto(list.table)
    .values({ ...draft, sort_order: await nextSortOrder(change, list.table), voided_on: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  change.describe(`新增${list.word} ${draft.name}`)
  return added
}

/** Numbers already given keep the old code; only those taken from now on have the new one. */
export async function editNamedCode(
  change: Change,
  list: CodeList,
  id: number,
  draft: NamedCodeDraft,
): Promise<void> {
  await getName(change, list, id)
  await checkFree(change, list, draft, id)
  await change.db.updateTable(list.table).set(draft).where('id', '=', id).execute()
  change.describe(`修改${list.word} ${draft.name}`)
}

export async function removeNamedCode(change: Change, list: CodeList, id: number): Promise<void> {
  const name = await getName(change, list, id)
  const uses: string[] = []
  for (const user of list.users) {
    const { count } = await change.db
      .selectNoFrom(usersOf(user, sql.val(id)).as('count'))
      .executeTakeFirstOrThrow()
    if (count > 0) uses.push(`${count} ${user.words}`)
  }
  if (uses.length > 0) {
    throw new UserProblem({
      code: 'code_in_use',
      message: `${list.word}“${name}”还有 ${uses.join('、')}在用，不能删除。`,
      next: `请先把它们改到别的${list.word}；已作废的职责和已归档的事项也算在内，有这些记录的${list.word}要一直保留，可以改名称和代码。`,
    })
  }
  await change.db.deleteFrom(list.table).where('id', '=', id).execute()
  change.describe(`删除${list.word} ${name}`)
}

function usersOf(user: CodeList['users'][number], id: ReturnType<typeof sql>) {
  const column = sql.ref(`used_by.${user.column}`)
  return sql<number>`(SELECT count(*) FROM ${sql.table(user.table)} AS used_by WHERE ${column} = ${id})`
}

async function getName(change: Change, list: CodeList, id: number): Promise<string> {
  const row = await change.db.selectFrom(list.table).select('name').where('id', '=', id).executeTakeFirst()
  if (row) return row.name
  throw new UserProblem({
    code: 'code_gone',
    message: `这个${list.word}已经不在了。`,
    next: '请刷新设置页后再试。',
  })
}

async function checkFree(
  change: Change,
  list: CodeList,
  draft: NamedCodeDraft,
  id: number | null,
): Promise<void> {
  const others = await change.db
    .selectFrom(list.table)
    .select(['id', 'code', 'name'])
    .where((where) => where.or([where('code', '=', draft.code), where('name', '=', draft.name)]))
    .execute()
  const fields: Record<string, string> = {}
  for (const other of others) {
    if (other.id === id) continue
    if (other.code === draft.code) fields.code = `代码 ${draft.code} 已经是“${other.name}”的。`
    if (other.name === draft.name) fields.name = `已经有一个${list.word}叫“${draft.name}”。`
  }
  const messages = Object.values(fields)
  if (messages.length === 0) return
  throw new UserProblem({
    code: 'code_taken',
    message: messages.join(''),
    next: `名称和代码在${list.word}里都不能重复，请换一个。`,
    fields,
  })
}

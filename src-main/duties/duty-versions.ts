// 版本: the whole list frozen under a name, and what became of it until another version or today.
import { sql } from 'kysely'
import type { Duty } from '../../src-shared/duties.ts'
import {
  compareRows,
  type DutyVersion,
  type FreezeVersion,
  type VersionComparison,
  type VersionPair,
  type VersionRow,
  type VersionSide,
} from '../../src-shared/duty-versions.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { dutiesOn } from './duties-on.ts'

const batch = 500

/** Somebody of the list as a version keeps them; handed in, since people are a subject of their own. */
export interface VersionPerson {
  name: string
  group_name: string
  post: string
}

/** Copies the list of a day, with those who were there, under a name of its own. */
export async function freezeVersion(
  change: Change,
  { name, as_of, note }: FreezeVersion,
  people: readonly VersionPerson[],
): Promise<{ id: number }> {
  if (as_of > change.today) {
    const message = '截至日期不能晚于今天。'
    throw new UserProblem({ code: 'version_ahead', message, fields: { as_of: message } })
  }
  await checkName(change, name)
  const rows = (await dutiesOn(change.db, change.today, as_of)).map(versionRow)
  if (rows.length === 0) {
    throw new UserProblem({
      code: 'nothing_to_freeze',
      message: '这一天还没有职责，没有可以定版的内容。',
      next: '请登记或导入职责后再定版，或另选截至日期。',
    })
  }
  const version = await change.db
    .insertInto('duty_versions')
    .values({ name, as_of, note, frozen_on: change.today })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch)
    await change.db
      .insertInto('duty_version_rows')
      .values(some.map((row, at) => ({ version_id: version.id, place: from + at + 1, ...row })))
      .execute()
  }
  if (people.length > 0) {
    await change.db
      .insertInto('duty_version_people')
      .values(
        people.map(({ name, group_name, post }, at) => ({
          version_id: version.id,
          place: at + 1,
          ...{ name, group_name, post },
        })),
      )
      .execute()
  }
  change.describe(`定版 ${name}（${rows.length} 项职责）`)
  return version
}

async function checkName(change: Change, name: string): Promise<void> {
  const taken = await change.db
    .selectFrom('duty_versions')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  if (taken === undefined) return
  const message = `已经有一个版本叫“${name}”。`
  throw new UserProblem({
    code: 'version_taken',
    message,
    next: '版本一经定下就不再改动，请换一个名称。',
    fields: { name: message },
  })
}

function versionRow(duty: Duty): VersionRow {
  const { number, group_name, category_name, a_holder, b_holders } = duty
  const { content, card_text, kind, weight, frequency, due_rule, basis, standard, output } = duty
  const { risk, controls, steps, start_rule, leader, report_to, remark } = duty
  return {
    ...{ number, group_name, category_name },
    a_name: a_holder?.name ?? '',
    b_names: b_holders.map((holder) => holder.name).join('、'),
    ...{ content, card_text, kind, weight, frequency, due_rule, basis, standard, output },
    ...{ risk, controls, steps, start_rule, leader, report_to, remark },
  }
}

/** Newest first. */
export async function listVersions(db: Db): Promise<DutyVersion[]> {
  return db
    .selectFrom('duty_versions')
    .select(['id', 'name', 'as_of', 'frozen_on', 'note'])
    .select([countIn('duty_version_people').as('people'), countIn('duty_version_rows').as('duties')])
    .orderBy('id', 'desc')
    .execute()
}

function countIn(table: 'duty_version_people' | 'duty_version_rows') {
  return sql<number>`(SELECT count(*) FROM ${sql.table(table)} WHERE version_id = duty_versions.id)`
}

export async function versionRows(db: Db, version_id: number): Promise<VersionRow[]> {
  const rows = await db
    .selectFrom('duty_version_rows')
    .selectAll()
    .where('version_id', '=', version_id)
    .orderBy('place')
    .execute()
  return rows.map(({ id: _id, version_id: _version, place: _place, ...row }) => row)
}

/** `people` are there today, for the side that is no version. */
export async function compareVersions(
  db: Db,
  today: string,
  { from_id, to_id }: VersionPair,
  people: number,
): Promise<VersionComparison> {
  const versions = await listVersions(db)
  const sideOf = (id: number): VersionSide => {
    const found = versions.find((version) => version.id === id)
    if (found) return found
    throw new UserProblem({
      code: 'version_gone',
      message: '没有这个版本。',
      next: '可能是定版被撤销了，请刷新后重新选择。',
    })
  }
  const from = sideOf(from_id)
  const before = await versionRows(db, from_id)
  if (to_id !== null) {
    const after = await versionRows(db, to_id)
    return { from, to: sideOf(to_id), changes: compareRows(before, after) }
  }
  const after = (await dutiesOn(db, today, today)).map(versionRow)
  const to = { name: '现行', as_of: today, people, duties: after.length }
  return { from, to, changes: compareRows(before, after) }
}

import { UserProblem } from '../../src-shared/problem.ts'
import { type MatterState, matter_state_words } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { workWeekOf } from './work-week.ts'

/** What a change looks at before it touches a matter. */
export interface KeptMatter {
  id: number
  number: string
  title: string
  state: MatterState
  signed_off_on: string | null
}

/** In the order of `ids`, each once; a matter that is gone stops the change. */
export async function getMatters(db: Db, ids: readonly number[]): Promise<KeptMatter[]> {
  const wanted = [...new Set(ids)]
  const found = await db
    .selectFrom('matters')
    .select(['id', 'number', 'title', 'state', 'signed_off_on'])
    .where('id', 'in', wanted)
    .execute()
  const by_id = new Map(found.map((matter) => [matter.id, matter]))
  if (found.length < wanted.length) throw matterGone(wanted.length - found.length)
  return wanted.flatMap((id) => by_id.get(id) ?? [])
}

export function matterGone(count: number): UserProblem {
  return new UserProblem({
    code: 'matter_gone',
    message: count === 1 ? '台账里已经没有这项事项。' : `有 ${count} 项事项在台账里已经没有了。`,
    next: '可能是登记被撤销了，请刷新后重新选择。',
  })
}

const way_on: Partial<Record<MatterState, string>> = {
  signed_off: '需要改动时，请先退回这项事项。',
  archived: '已归档的事项只能查看；如果是刚刚归错，请在操作记录里撤销那次归档。',
  withdrawn: '需要重新办理时，请重新登记一项。',
}

/** `verb` completes the sentence 2026-DJ-0047（……）已归档，不能…… */
export function refuseMatters(
  verb: string,
  matters: readonly Pick<KeptMatter, 'number' | 'title' | 'state'>[],
  words: { why?: string; next?: string } = {},
): UserProblem {
  const lines = matters.map(
    ({ number, title, state }) =>
      `${number}（${shortTitle(title)}）${words.why ?? matter_state_words[state]}，不能${verb}。`,
  )
  const next = words.next ?? matters.flatMap(({ state }) => way_on[state] ?? [])[0]
  return new UserProblem({
    code: 'matter_state',
    message:
      lines.length === 1 ? `${lines[0]}` : `选中的事项里有 ${lines.length} 项不能${verb}，什么也没有保存。`,
    ...(next === undefined ? {} : { next }),
    ...(lines.length === 1 ? {} : { details: lines }),
  })
}

function shortTitle(title: string): string {
  return title.length > 24 ? `${title.slice(0, 24)}…` : title
}

/** `nameMatters([…]) // '2026-DJ-0047 等 3 项'` */
export function nameMatters(matters: readonly { number: string }[]): string {
  const first = matters[0]?.number ?? ''
  return matters.length > 1 ? `${first} 等 ${matters.length} 项` : first
}

/** A form's problem: one message a field, the first one also as its sentence. */
export function fieldProblem(fields: Record<string, string>): UserProblem {
  return new UserProblem({ code: 'fields', message: Object.values(fields)[0] ?? '', fields })
}

/** The Monday of the week that is worked in today. */
export async function currentMonday(change: Change): Promise<string> {
  return workWeekOf(change.today, await holidayTable(change.db))
}

export interface KeptLine {
  id: number
  matter_id: number
  week_monday: string
  week_state: string
}

/** Of each matter the row of its newest week that has begun, or of its newest week when none has. */
export async function newestLines(change: Change, matter_ids: readonly number[]): Promise<KeptLine[]> {
  const monday = await currentMonday(change)
  const lines = await change.db
    .selectFrom('matter_weeks')
    .select(['id', 'matter_id', 'week_monday', 'week_state'])
    .where('matter_id', 'in', matter_ids)
    .orderBy('week_monday')
    .execute()
  const newest = new Map<number, KeptLine>()
  for (const line of lines) {
    const kept = newest.get(line.matter_id)
    if (kept === undefined || kept.week_monday > monday || line.week_monday <= monday) {
      newest.set(line.matter_id, line)
    }
  }
  return [...newest.values()]
}

/** Takes what is finished or withdrawn out of the weeks that lie after the current one, save the rows of `kept`. */
export async function leavePlans(
  change: Change,
  matter_ids: readonly number[],
  kept: readonly KeptLine[] = [],
): Promise<void> {
  await change.db
    .deleteFrom('matter_weeks')
    .where('matter_id', 'in', matter_ids)
    .where('week_monday', '>', await currentMonday(change))
    .where(
      'id',
      'not in',
      kept.map(({ id }) => id),
    )
    .execute()
}

import { sql } from 'kysely'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { WeekLine, WeekState } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { dropRequests } from './ask-sign-off.ts'
import { getMatters } from './get-matters.ts'
import { currentMonday } from './newest-lines.ts'
import { nameMatters, refuseMatters } from './refuse-matters.ts'

export interface NewLine extends Omit<WeekLine, 'evidence'> {
  matter_id: number
  week_monday: string
  is_planned: boolean
}

const batch = 500

/** New rows of weeks, in the order given, each behind what its week has already. */
export async function insertLines(change: Change, lines: readonly NewLine[]): Promise<void> {
  const next_places = new Map<string, number>()
  const values = []
  for (const line of lines) {
    const place = next_places.get(line.week_monday) ?? (await nextPlace(change, line.week_monday))
    next_places.set(line.week_monday, place + 1)
    const is_planned = line.is_planned ? (1 as const) : (0 as const)
    values.push({ ...line, is_planned, sort_order: place })
  }
  for (let at = 0; at < values.length; at += batch) {
    await change.db
      .insertInto('matter_weeks')
      .values(values.slice(at, at + batch))
      .execute()
  }
}

async function nextPlace(change: Change, week_monday: string): Promise<number> {
  const { next } = await change.db
    .selectFrom('matter_weeks')
    .select(sql<number>`coalesce(max(sort_order), 0) + 1`.as('next'))
    .where('week_monday', '=', week_monday)
    .executeTakeFirstOrThrow()
  return next
}

export interface SaidOfMatter {
  matter_id: number
  week_monday: string
  /** Counts only when the matter does not stand in that week yet. */
  is_planned: boolean
  line: WeekLine
}

/**
 * Writes what a week says of a matter that is known already, and puts the matter into that week when it is not there.
 * 佐证材料 belongs to the matter: an empty one leaves what earlier weeks named. Only an open matter takes a line.
 */
export async function writeWeekLine(change: Change, said: SaidOfMatter): Promise<void> {
  const matters = await getMatters(change.db, [said.matter_id])
  const closed = matters.filter((matter) => !isOpen(matter))
  if (closed.length > 0) throw refuseMatters('修改', closed)
  const { progress, week_state, unfinished_reason, evidence } = said.line
  const there = await change.db
    .selectFrom('matter_weeks')
    .select('id')
    .where('matter_id', '=', said.matter_id)
    .where('week_monday', '=', said.week_monday)
    .executeTakeFirst()
  const line = { progress, week_state, unfinished_reason }
  if (there) {
    await change.db.updateTable('matter_weeks').set(line).where('id', '=', there.id).execute()
  } else {
    const { matter_id, week_monday, is_planned } = said
    await insertLines(change, [{ matter_id, week_monday, is_planned, ...line }])
  }
  if (evidence !== '') {
    await change.db.updateTable('matters').set({ evidence }).where('id', '=', said.matter_id).execute()
  }
  await beginMatters(change, [{ ...said, week_state }])
  await dropRequests(change, [said.matter_id])
  change.describe(`填报 ${nameMatters(matters)} 的进展`)
}

/** 已交办 becomes 办理中 as soon as a week that has begun says more of it than 未启动. */
export async function beginMatters(
  change: Change,
  said: readonly { matter_id: number; week_monday: string; week_state: WeekState }[],
): Promise<void> {
  const monday = await currentMonday(change)
  const begun = said.filter((line) => line.week_monday <= monday && line.week_state !== 'not_started')
  await change.db
    .updateTable('matters')
    .set({ state: 'in_progress' })
    .where(
      'id',
      'in',
      begun.map(({ matter_id }) => matter_id),
    )
    .where('state', '=', 'assigned')
    .execute()
}

import { isOpen } from '../../src-shared/matter-words.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { weekOf } from '../../src-shared/week.ts'
import type { CarryOver, WeekQuestion, WeekRow, WeekState } from '../../src-shared/weekly.ts'
import { titleOfWeek } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { getMatters } from './get-matters.ts'
import { readTwoWeeks, type TwoWeeks } from './matter-rows.ts'
import { nameMatters, refuseMatters } from './refuse-matters.ts'
import { weekRules } from './rules.ts'
import { beginMatters, insertLines } from './week-lines.ts'
import { openRowsLeftBehind } from './week-sheet.ts'

/** The open matters of a week that are not yet in the next one. */
export async function mattersToCarry(db: Db, today: string, question: WeekQuestion): Promise<WeekRow[]> {
  const { rows, next_rows } = await readTwoWeeks(db, await weekRules(db, today), question.week_monday)
  const asked = rows.filter((row) => question.group_id === null || row.group_id === question.group_id)
  return openRowsLeftBehind(asked, next_rows)
}

/**
 * 结转: open matters come again in the next week that has a working day, under the same number and as planned ones,
 * with 未完成原因 on the row they leave. A matter that is there already stays as it is, so a second run changes nothing.
 */
export async function carryOver(
  change: Change,
  { from_monday, rows: asked }: CarryOver,
): Promise<{ carried: number }> {
  const rules = await weekRules(change.db, change.today)
  const weeks = await readTwoWeeks(change.db, rules, from_monday)
  const reasons = new Map(asked.map((row) => [row.matter_id, row.unfinished_reason]))
  await refuseStrangers(change, weeks, [...reasons.keys()], titleOfWeek(from_monday, rules.holidays))
  const left = openRowsLeftBehind(weeks.rows, weeks.next_rows).filter((row) => reasons.has(row.matter_id))
  for (const row of left) {
    const unfinished_reason = reasons.get(row.matter_id) ?? ''
    if (unfinished_reason === '') continue
    await change.db.updateTable('matter_weeks').set({ unfinished_reason }).where('id', '=', row.id).execute()
  }
  await beginMatters(change, left)
  const lines = left.map(({ matter_id, week_state }) => ({
    matter_id,
    week_monday: weeks.next_monday,
    is_planned: true,
    progress: '',
    week_state: nextState(week_state),
    unfinished_reason: '',
  }))
  await insertLines(change, lines)
  change.describe(`结转到第${weekOf(weeks.next_monday).week}周：${nameMatters(left)}`)
  return { carried: left.length }
}

/** What was reported as done but is not signed off yet keeps saying so. */
function nextState(week_state: WeekState): WeekState {
  return week_state === 'not_started' || week_state === 'done' ? week_state : 'in_progress'
}

async function refuseStrangers(
  change: Change,
  { rows }: TwoWeeks,
  matter_ids: readonly number[],
  title: string,
): Promise<void> {
  const matters = await getMatters(change.db, matter_ids)
  const closed = matters.filter((matter) => !isOpen(matter))
  if (closed.length > 0) throw refuseMatters('结转', closed)
  const standing = new Set(rows.map((row) => row.matter_id))
  const strangers = matters.filter((matter) => !standing.has(matter.id))
  if (strangers.length === 0) return
  throw new UserProblem({
    code: 'not_in_week',
    message: `${nameMatters(strangers)}不在${title}里，不能从这一周结转。`,
    next: '请刷新这一周的清单后重新选择。',
    details: strangers.map(({ number, title }) => `${number} ${title}`),
  })
}

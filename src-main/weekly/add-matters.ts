import { weekOf } from '../../src-shared/week.ts'
import type { NewMatter } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { takeMatterNumbers } from '../numbers/take-number.ts'
import { checkReferences } from './check-references.ts'
import { currentMonday } from './newest-lines.ts'
import { nameMatters } from './refuse-matters.ts'
import { insertLines, type NewLine } from './week-lines.ts'

export interface AddedMatter {
  matter_id: number
  number: string
}

type Numbered = NewMatter & { number: string }

/**
 * Adds matters with their row of the week, in the order given: numbers are taken in that order, and the rows follow
 * those that their weeks have already. Answers in the same order. Serves a form's one matter and a sheet's hundreds.
 */
export async function addMatters(change: Change, matters: readonly NewMatter[]): Promise<AddedMatter[]> {
  const drafts = matters.map(({ matter }) => matter)
  const category_codes = await checkReferences(change, drafts)
  const numbers = await takeMatterNumbers(
    change,
    matters.map(({ week_monday, matter }) => ({
      year: weekOf(week_monday).week_year,
      category_code: there(category_codes.get(matter.category_id)),
    })),
  )
  const numbered = matters.map((matter, at): Numbered => ({ ...matter, number: there(numbers[at]) }))
  const ids = await insertMatters(change, numbered)
  const added = numbered.map(({ number }) => ({ number, matter_id: there(ids.get(number)) }))
  const lines = numbered.map(
    ({ number, week_monday, is_planned, line }): NewLine => ({
      matter_id: there(ids.get(number)),
      week_monday,
      is_planned,
      progress: line.progress,
      week_state: line.week_state,
      unfinished_reason: line.unfinished_reason,
    }),
  )
  await insertLines(change, lines)
  change.describe(`登记事项 ${nameMatters(added)}`)
  return added
}

/** 23 columns a row stay far below the 32 766 values that one statement may bind. */
const batch = 500

/** Answers the new ids by number. A matter is 已交办 while its first week lies ahead, else 办理中. */
async function insertMatters(change: Change, matters: readonly Numbered[]): Promise<Map<string, number>> {
  const monday = await currentMonday(change)
  const values = matters.map(({ number, week_monday, matter, line }) => ({
    ...matter,
    number,
    listed_on: change.today,
    original_due_on: matter.due_on,
    state: week_monday > monday ? ('assigned' as const) : ('in_progress' as const),
    finished_on: null,
    signed_off_on: null,
    signed_off_by: '',
    evidence: line.evidence,
  }))
  const ids = new Map<string, number>()
  for (let at = 0; at < values.length; at += batch) {
    const inserted = await change.db
      .insertInto('matters')
      .values(values.slice(at, at + batch))
      .returning(['id', 'number'])
      .execute()
    for (const { id, number } of inserted) ids.set(number, id)
  }
  return ids
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A row that was just read or written is missing')
  return value
}

import { sql } from 'kysely'
import type { FormField } from '../../src-shared/collection.ts'
import { type MatterState, type WeekState, week_state_words } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { cellsOf, type FormCells, type SentRow } from './sent-rows.ts'

/** A matter as the book has it at this moment, or as files further up in the same batch leave it. */
export interface NowMatter {
  matter_id: number
  number: string
  state: MatterState
  /** It was given a date once: another one is an extension. */
  is_dated: boolean
  group_id: number
  facts: FormCells
  lines: Map<string, FormCells>
  /** Cells that a file further up in the batch has set, `2026-11-16 progress`. */
  set_before: Set<string>
}

const of_line: readonly FormField[] = ['progress', 'state', 'reason']

export function isOfLine(field: FormField): boolean {
  return of_line.includes(field)
}

/** Facts are the same in every week. */
export function cellKey(field: FormField, week_monday: string): string {
  return isOfLine(field) ? `${week_monday} ${field}` : field
}

export function nowCell(matter: NowMatter, field: FormField, week_monday: string): string {
  if (!isOfLine(field)) return matter.facts[field] ?? ''
  return matter.lines.get(week_monday)?.[field] ?? (field === 'state' ? week_state_words.not_started : '')
}

export function setNowCell(matter: NowMatter, field: FormField, week_monday: string, value: string): void {
  matter.set_before.add(cellKey(field, week_monday))
  if (!isOfLine(field)) matter.facts[field] = value
  else matter.lines.set(week_monday, { ...matter.lines.get(week_monday), [field]: value })
}

/** Two queries, however many rows. */
export async function readNow(db: Db, sent: readonly SentRow[]): Promise<Map<number, NowMatter>> {
  const ids = [...new Set(sent.map(({ matter_id }) => matter_id))]
  const weeks = [...new Set(sent.map(({ week_monday }) => week_monday))]
  const matters = await db
    .selectFrom('matters as m')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .selectAll('m')
    .select(sql<string>`coalesce(staff.name, '')`.as('staff_name'))
    .where('m.id', 'in', ids)
    .execute()
  const lines = await db
    .selectFrom('matter_weeks')
    .select(['matter_id', 'week_monday', 'progress', 'week_state', 'unfinished_reason'])
    .where('matter_id', 'in', ids)
    .where('week_monday', 'in', weeks)
    .execute()
  const none = { progress: '', week_state: 'not_started' as WeekState, unfinished_reason: '' }
  const now = new Map(
    matters.map((matter): [number, NowMatter] => [
      matter.id,
      {
        matter_id: matter.id,
        number: matter.number,
        state: matter.state,
        is_dated: matter.original_due_on !== null,
        group_id: matter.group_id,
        facts: { ...cellsOf('this', { ...matter, ...none }), ...cellsOf('next', { ...matter, ...none }) },
        lines: new Map(),
        set_before: new Set(),
      },
    ]),
  )
  for (const { matter_id, week_monday, progress, week_state, unfinished_reason } of lines) {
    const line = { progress, state: week_state_words[week_state], reason: unfinished_reason }
    now.get(matter_id)?.lines.set(week_monday, line)
  }
  return now
}

// What a merge of returned forms writes: of many matters at once, only the fields that were taken.
import { isOpen } from '../../src-shared/matter-words.ts'
import type { MatterDraft, WeekLine } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { dropRequests } from './ask-sign-off.ts'
import { getMatters, type KeptMatter } from './get-matters.ts'
import { moveDueDate } from './move-due-date.ts'
import { refuseMatters } from './refuse-matters.ts'
import { beginMatters, insertLines } from './week-lines.ts'
import { withdrawMatters } from './withdraw-matters.ts'

export interface MatterUpdate {
  matter_id: number
  facts: Partial<MatterDraft> & { evidence?: string }
  /** By the Monday of the week that the line stands in. */
  lines: ReadonlyMap<string, Partial<Omit<WeekLine, 'evidence'>>>
  /** Why a date that was given is moved. */
  due_reason: string
}

/** `before` is awaited before each matter, so that others get their turn. */
export async function mergeMatters(
  change: Change,
  updates: readonly MatterUpdate[],
  before: (at: number) => Promise<void>,
): Promise<void> {
  const matters = await getMatters(
    change.db,
    updates.map(({ matter_id }) => matter_id),
  )
  const closed = matters.filter((matter) => !isOpen(matter))
  if (closed.length > 0) throw refuseMatters('合并', closed)
  const kept = new Map(matters.map((matter) => [matter.id, matter]))
  const lines = await linesOf(change, updates)
  for (const [at, update] of updates.entries()) {
    await before(at)
    const matter = kept.get(update.matter_id)
    if (matter) await writeFacts(change, matter, update)
    for (const [week_monday, line] of update.lines) {
      await writeLine(change, update.matter_id, week_monday, line, lines)
    }
  }
  await beginMatters(
    change,
    updates.flatMap(({ matter_id, lines: said }) =>
      [...said].flatMap(([week_monday, { week_state }]) =>
        week_state === undefined ? [] : { matter_id, week_monday, week_state },
      ),
    ),
  )
  const spoken = updates.filter(({ lines: said }) => said.size > 0).map(({ matter_id }) => matter_id)
  if (spoken.length > 0) await dropRequests(change, spoken)
}

async function writeFacts(
  change: Change,
  matter: KeptMatter,
  { facts, due_reason }: MatterUpdate,
): Promise<void> {
  if (Object.keys(facts).length === 0) return
  const { due_on } = facts
  const dates =
    due_on === undefined ? {} : { original_due_on: await movedFrom(change, matter, due_on, due_reason) }
  await change.db
    .updateTable('matters')
    .set({ ...facts, ...dates })
    .where('id', '=', matter.id)
    .execute()
}

/** Later is 延期; an earlier date than the one that stands puts it right (更正). */
function movedFrom(
  change: Change,
  { id, number, due_on: now, original_due_on }: KeptMatter,
  due_on: string | null,
  reason: string,
): Promise<string | null> {
  const is_earlier = due_on !== null && now !== null && due_on < now
  return moveDueDate(
    change,
    { matter_id: id, number, due_on: now, original_due_on },
    {
      matter: { due_on },
      due_change: is_earlier
        ? { kind: 'correction', reason }
        : { kind: 'extension', reason, approved_by: '' },
    },
  )
}

/** `2026-11-16|1185`: the lines that are there. */
async function linesOf(change: Change, updates: readonly MatterUpdate[]): Promise<Set<string>> {
  const there = await change.db
    .selectFrom('matter_weeks')
    .select(['matter_id', 'week_monday'])
    .where(
      'matter_id',
      'in',
      updates.map(({ matter_id }) => matter_id),
    )
    .where('week_monday', 'in', [...new Set(updates.flatMap(({ lines }) => [...lines.keys()]))])
    .execute()
  return new Set(there.map(({ matter_id, week_monday }) => `${week_monday}|${matter_id}`))
}

/** A line that was taken out of its week meanwhile is put back. */
async function writeLine(
  change: Change,
  matter_id: number,
  week_monday: string,
  line: Partial<Omit<WeekLine, 'evidence'>>,
  there: ReadonlySet<string>,
): Promise<void> {
  if (!there.has(`${week_monday}|${matter_id}`)) {
    const blank = { progress: '', week_state: 'not_started', unfinished_reason: '' } as const
    await insertLines(change, [{ ...blank, ...line, matter_id, week_monday, is_planned: true }])
    return
  }
  await change.db
    .updateTable('matter_weeks')
    .set(line)
    .where('matter_id', '=', matter_id)
    .where('week_monday', '=', week_monday)
    .execute()
}

/** Out of the plan of that week; a matter that stands in no other week is withdrawn, so that none is lost from sight. */
export async function leavePlan(
  change: Change,
  matter_ids: readonly number[],
  week_monday: string,
  reason: string,
): Promise<void> {
  const elsewhere = await change.db
    .selectFrom('matter_weeks')
    .select('matter_id')
    .distinct()
    .where('matter_id', 'in', matter_ids)
    .where('week_monday', '<>', week_monday)
    .execute()
  const standing = new Set(elsewhere.map(({ matter_id }) => matter_id))
  const homeless = matter_ids.filter((id) => !standing.has(id))
  if (homeless.length > 0) await withdrawMatters(change, { matter_ids: homeless, reason })
  await change.db
    .deleteFrom('matter_weeks')
    .where('matter_id', 'in', [...standing])
    .where('week_monday', '=', week_monday)
    .execute()
}

import type { NewMatter } from '../../src-shared/weekly.ts'
import type { ImportContext } from '../imports/import-sheet.ts'
import type { WeekBook, WeekRecord } from './week-book.ts'

/**
 * Whose report is 已收 once the sheet is saved and was not before. A group's sheet speaks for each of its members
 * (design.md §8): the group it names, or the one that all its people belong to. A sheet about one person, or one that
 * gathers several groups, speaks only for those it tells something of.
 */
export function whoHandsIn(
  records: readonly WeekRecord[],
  book: WeekBook,
  { people, groups, head, warn }: ImportContext,
): number[] {
  if (records.length === 0) return []
  const named = groups.all.filter(({ name }) => head.some((text) => text.includes(name)))
  const group_ids = new Set(named.map(({ id }) => id))
  const staff_ids = new Set(records.filter(tellsSomething).flatMap(({ new_matter }) => staffOf(new_matter)))
  const of_rows = new Set(records.map(({ new_matter }) => new_matter.matter.group_id))
  if (of_rows.size === 1 && staff_ids.size > 1) for (const id of of_rows) group_ids.add(id)
  const fresh = people.all.filter(
    ({ id, group_id }) =>
      !book.received.has(id) && (staff_ids.has(id) || (group_id !== null && group_ids.has(group_id))),
  )
  if (fresh.length === 0) return []
  const names = fresh.slice(0, 3).map(({ name }) => name)
  warn(`保存后，${names.join('、')}${fresh.length > 3 ? `等 ${fresh.length} 人` : ''}的周报记为“已收”。`)
  return fresh.map(({ id }) => id)
}

function staffOf({ matter }: NewMatter): number[] {
  return matter.staff_id === null ? [] : [matter.staff_id]
}

/** A planned row that nobody has written to yet is no report. */
function tellsSomething({ new_matter: { line } }: WeekRecord): boolean {
  return line.progress !== '' || line.week_state !== 'not_started'
}

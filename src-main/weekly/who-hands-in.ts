import type { ImportContext } from '../imports/import-sheet.ts'
import type { WeekBook, WeekRecord } from './week-book.ts'

/**
 * Whose report is 已收 once the sheet is saved and was not before. A group's sheet speaks for each of its members
 * (design.md §8); a sheet about one person alone, unless it names the group, only for that person.
 */
export function whoHandsIn(
  records: readonly WeekRecord[],
  book: WeekBook,
  { people, groups, head, warn }: ImportContext,
): number[] {
  const staff_ids = new Set(records.flatMap(({ new_matter }) => new_matter.matter.staff_id ?? []))
  const named = groups.all.filter(({ name }) => head.some((text) => text.includes(name)))
  const group_ids = new Set(named.map(({ id }) => id))
  if (staff_ids.size > 1) for (const { new_matter } of records) group_ids.add(new_matter.matter.group_id)
  const members = people.all.filter(
    ({ id, group_id }) => staff_ids.has(id) || (group_id !== null && group_ids.has(group_id)),
  )
  const fresh = members.filter(({ id }) => !book.received.has(id))
  if (records.length === 0 || fresh.length === 0) return []
  const names = fresh.slice(0, 3).map(({ name }) => name)
  warn(`保存后，${names.join('、')}${fresh.length > 3 ? `等 ${fresh.length} 人` : ''}的周报记为“已收”。`)
  return fresh.map(({ id }) => id)
}

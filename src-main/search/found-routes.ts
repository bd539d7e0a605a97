// Where what is found is shown: the hash of the screen.
import type { FileOwner } from '../database/file-owners.ts'

/** A 件 stands in the 办结卷 it was made of, else among those of its year. */
export function itemRoute({ year, entry_id }: { year: number; entry_id: number | null }): string {
  return entry_id === null ? `#/archive?view=year&year=${year}` : `#/archive?open=${entry_id}`
}

/** A file stands in the record it belongs to; `newest_week` is the last week of its matter. */
export function fileRoute(
  { owner, owner_id }: { owner: FileOwner; owner_id: number },
  newest_week: string | undefined,
): string {
  if (owner === 'staff') return `#/staff?open=${owner_id}`
  if (owner === 'submission') return `#/reports?view=records&open=${owner_id}`
  if (owner === 'archive') return `#/archive?open=${owner_id}`
  return `#/weekly?${newest_week === undefined ? '' : `week=${newest_week}&`}open=${owner_id}`
}

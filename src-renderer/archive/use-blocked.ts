import { useMemo } from 'react'
import type { YearSheet } from '../../src-shared/archive-items.ts'

/** What the check says of each item. */
export function useBlocked(sheet: YearSheet): ReadonlyMap<number, string[]> {
  return useMemo(() => {
    const found = new Map<number, string[]>()
    for (const { item_id, words } of sheet.findings) {
      found.set(item_id, [...(found.get(item_id) ?? []), words])
    }
    return found
  }, [sheet])
}

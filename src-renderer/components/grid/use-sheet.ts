import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { createSheet, type Sheet, type SheetHost } from './sheet.ts'
import type { SheetRow } from './sheet-rows.ts'

/** One sheet for as long as the screen stands; what saves may be another function at each drawing. */
export function useSheet(host: SheetHost): Sheet {
  const latest = useRef(host)
  useEffect(() => {
    latest.current = host
  })
  return useMemo(
    () =>
      createSheet({
        save: (rows) => latest.current.save(rows),
        undo: (change_id) => latest.current.undo(change_id),
        keep: (rows) => latest.current.keep(rows),
        fail: (error) => latest.current.fail(error),
      }),
    [],
  )
}

export function useSheetRows(sheet: Sheet): readonly SheetRow[] {
  return useSyncExternalStore(sheet.subscribe, sheet.rows)
}

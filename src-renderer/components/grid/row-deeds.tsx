import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Marked, rangeOf } from './marked-cells.ts'
import type { Sheet } from './sheet.ts'
import type { SheetRow } from './sheet-rows.ts'

/** Something that is done to rows as a whole, by a button above the grid and by its key in the grid. */
export interface RowDeed {
  /** `F7` */
  key: string
  word: string
  suits(id: number): boolean
  /** The ids of rows that it suits, at least one; what was typed into them is saved by then. */
  run(ids: number[]): void
  /** It has no button. */
  is_key_only?: true
}

/** The rows that are ticked, by their ids. */
export interface Ticks {
  ids: ReadonlySet<number>
  set(ids: readonly number[], is_ticked: boolean): void
}

/** Ticks that are all let go whenever `times` grows: something was done with them. */
export function useTicks(times: number): Ticks {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set())
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => setIds((now) => (now.size === 0 ? now : new Set())), [times])
  const set = useCallback((changed: readonly number[], is_ticked: boolean) => {
    setIds((now) => {
      const next = new Set(now)
      for (const id of changed) {
        if (is_ticked) next.add(id)
        else next.delete(id)
      }
      return next
    })
  }, [])
  return useMemo(() => ({ ids, set }), [ids, set])
}

/** Those that are ticked; when none is, those that are selected, which is at least the active row. */
export function chosenRows(
  rows: readonly SheetRow[],
  ticks: Ticks | undefined,
  marked: Marked,
): readonly SheetRow[] {
  const ticked = ticks?.ids.size ? rows.filter(({ id }) => id !== null && ticks.ids.has(id)) : []
  if (ticked.length > 0) return ticked
  const { top, bottom } = rangeOf(marked)
  return rows.slice(top, bottom + 1).filter(({ id }) => id !== null)
}

/** Does it to those of the rows that it suits, once what was typed into them is in the book. */
export async function runDeed(deed: RowDeed, rows: readonly SheetRow[], sheet: Sheet): Promise<void> {
  const suited = rows.flatMap(({ id }) => (id !== null && deed.suits(id) ? id : []))
  if (suited.length === 0) return
  await sheet.save(rows.map(({ key }) => key))
  deed.run(suited)
}

interface RowDeedsProps {
  deeds: readonly RowDeed[]
  chosen: readonly SheetRow[]
  onRun: (deed: RowDeed) => void
}

export function RowDeeds({ deeds, chosen, onRun }: RowDeedsProps) {
  return (
    <>
      {chosen.length > 1 && <span className="quiet">已选 {chosen.length} 项</span>}
      {deeds
        .filter(({ is_key_only }) => is_key_only !== true)
        .map((deed) => (
          <Button
            key={deed.key}
            title={deed.key}
            disabled={!chosen.some(({ id }) => id !== null && deed.suits(id))}
            onClick={() => onRun(deed)}
          >
            {deed.word}
          </Button>
        ))}
    </>
  )
}

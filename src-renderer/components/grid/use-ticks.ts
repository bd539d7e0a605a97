import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Ticks } from './row-deeds.ts'

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

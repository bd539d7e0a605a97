import { useMemo } from 'react'
import { groupRows } from '../../src-shared/group-rows.ts'
import type { ImportPreview, TakenSuggestion } from '../../src-shared/imports.ts'
import type { Suggestions } from './suggestion-buttons.tsx'
import type { ImportRun } from './use-import.ts'

/** Suggestions of a preview: taking one, or all of a kind, has the file understood anew. */
export function useSuggestions({ kind, choices, rows }: ImportPreview, { again }: ImportRun): Suggestions {
  return useMemo(() => {
    const offers = rows.flatMap(({ issues }) =>
      issues.flatMap(({ address, offer }) => (offer ? [{ address, ...offer }] : [])),
    )
    const by_kind = groupRows(offers, (offer) => offer.kind)
    const known = new Set(choices.taken.map(keyOf))
    const choose = (taken: TakenSuggestion[]) => void again(kind, { ...choices, taken })
    return {
      ofKind: (wanted) => distinct(by_kind.get(wanted) ?? []),
      take: (more) => choose([...choices.taken, ...distinct(more).filter((one) => !known.has(keyOf(one)))]),
      giveBack: (taken) => choose(choices.taken.filter((one) => keyOf(one) !== keyOf(taken))),
    }
  }, [kind, choices, rows, again])
}

function keyOf({ address, found, instead }: TakenSuggestion): string {
  return `${address} ${found} ${instead}`
}

/** A merged cell is one, however many rows it speaks for. */
function distinct(taken: readonly TakenSuggestion[]): TakenSuggestion[] {
  const one_each = new Map(
    taken.map(({ address, found, instead }) => [`${address} ${found}`, { address, found, instead }]),
  )
  return [...one_each.values()]
}

import { useCallback, useState } from 'react'
import type { Decision } from '../../src-shared/collection.ts'
import { type Decisions, no_decisions } from './decisions.ts'

export interface DecisionsRun {
  of: Decisions
  set(decision: Decision): void
  setAll(decisions: readonly Decision[]): void
}

export function useDecisions(): DecisionsRun {
  const [of, setOf] = useState(no_decisions)
  const setAll = useCallback((decisions: readonly Decision[]) => {
    setOf((before) => new Map([...before, ...decisions.map((one) => [one.id, one] as const)]))
  }, [])
  return { of, setAll, set: (decision) => setAll([decision]) }
}

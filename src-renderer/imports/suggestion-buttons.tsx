import { createContext, useContext } from 'react'
import type { TakenSuggestion } from '../../src-shared/imports.ts'
import type { RowIssue } from '../../src-shared/problem.ts'
import { CellButton } from '../components/cell-button.tsx'

/** How suggestions are taken and given back; null where what is shown is saved already. */
export interface Suggestions {
  /** The cells that have an offer of this kind. */
  ofKind(kind: string): TakenSuggestion[]
  take(taken: readonly TakenSuggestion[]): void
  giveBack(taken: TakenSuggestion): void
}
export const SuggestionsContext = createContext<Suggestions | null>(null)

/** 采用 for this cell, and for all that are wrong in the same way. */
export function OfferButtons({ issue: { address, offer } }: { issue: RowIssue }) {
  const suggestions = useContext(SuggestionsContext)
  if (suggestions === null || offer === undefined) return null
  const { kind, found, instead } = offer
  const alike = suggestions.ofKind(kind)
  return (
    <span className="offer">
      <CellButton
        label={`${address} 采用“${instead}”`}
        onClick={() => suggestions.take([{ address, found, instead }])}
      >
        采用“{instead}”
      </CellButton>
      {alike.length > 1 && (
        <CellButton label={`${address} 采用全部同类`} onClick={() => suggestions.take(alike)}>
          采用全部同类（{alike.length} 处）
        </CellButton>
      )}
    </span>
  )
}

/** 按建议改: what a cell is read as instead, and the way back. */
export function TakenLine({ taken }: { taken: TakenSuggestion }) {
  const suggestions = useContext(SuggestionsContext)
  const { address, found, instead } = taken
  return (
    <div className="quiet">
      <span className="number">{address}</span> 按建议改：“{found}”读作“{instead}”
      {suggestions !== null && (
        <span className="offer">
          <CellButton label={`${address} 不采用“${instead}”`} onClick={() => suggestions.giveBack(taken)}>
            不采用
          </CellButton>
        </span>
      )}
    </div>
  )
}

import { useMemo, useState } from 'react'
import type { GridColumn } from './grid-column.ts'
import { fittingOptions, takeOption, typedPart } from './option-list.ts'

/** The list below the field: what fits what was typed, and which line of it Enter takes. `text` is null at rest. */
export function useOptionList(column: GridColumn | undefined, text: string | null) {
  const [is_open, setOpen] = useState(false)
  /** Everything is shown, and this is the text that stands there. */
  const [whole, setWhole] = useState<string | null>(null)
  const [gone_to, setGoneTo] = useState<number | null>(null)
  const kind = column?.kind
  const options = useMemo(() => {
    if (!is_open || kind?.options === undefined || text === null) return []
    return whole === null ? fittingOptions(kind, text) : kind.options
  }, [is_open, kind, text, whole])
  const offered = kind && !kind.is_free && text !== null && typedPart(kind, text).trim() !== '' ? 0 : null
  const standing = whole === null ? -1 : options.findIndex(({ label }) => label === whole)
  const chosen = gone_to ?? (whole === null ? offered : standing < 0 ? null : standing)
  return {
    options,
    chosen,
    open(now: string) {
      setOpen(true)
      setWhole(now)
      setGoneTo(null)
    },
    typing() {
      setOpen(true)
      setWhole(null)
      setGoneTo(null)
    },
    close: () => setOpen(false),
    move(by: 1 | -1) {
      const from = chosen ?? (by === 1 ? -1 : 0)
      setGoneTo((from + by + options.length) % options.length)
    },
    taken(typed: string): string {
      const option = chosen === null ? undefined : options[chosen]
      if (kind === undefined || option === undefined) return typed
      if (whole !== null && gone_to === null) return typed
      return whole === null ? takeOption(kind, typed, option) : option.label
    },
  }
}

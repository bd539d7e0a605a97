import { useEffect, useRef } from 'react'
import type { CellOption } from './grid-column.ts'

interface GridOptionsProps {
  options: readonly CellOption[]
  chosen: number | null
  onTake: (option: CellOption) => void
}

export function GridOptions({ options, chosen, onTake }: GridOptionsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen !== null) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div ref={list} id="grid-options" className="grid-options" role="listbox" aria-label="可选内容">
      {options.map((option, at) => (
        <div
          key={`${option.label} ${option.detail ?? ''}`}
          className="grid-option"
          role="option"
          aria-selected={at === chosen}
          onPointerDown={(event) => {
            event.preventDefault()
            onTake(option)
          }}
        >
          {option.label}
          {option.detail !== undefined && <span className="quiet">　{option.detail}</span>}
        </div>
      ))}
    </div>
  )
}

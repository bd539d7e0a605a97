import { memo, useEffect, useRef } from 'react'
import type { ShownSheet } from '../../src-shared/preflight.ts'
import { columnLetters } from '../components/cell-place.ts'

interface SheetViewProps {
  sheet: ShownSheet
  /** From 0; scrolled into sight. */
  marked: { row: number; column: number } | null
}

/** A sheet of somebody's workbook as a plain grid, with the names of its rows and columns. */
export const SheetView = memo(function SheetView({ sheet, marked }: SheetViewProps) {
  const holder = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it answers to the marked cell alone
  useEffect(() => {
    holder.current?.querySelector('[data-marked]')?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [marked, sheet])
  const columns = Array.from({ length: sheet.columns }, (_, column) => column)
  return (
    <div className="sheet-view" ref={holder}>
      <table aria-label={`工作表 ${sheet.name}`}>
        <thead>
          <tr>
            <th aria-label="行号" />
            {columns.map((column) => (
              <th key={column}>{columnLetters(column)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ number, cells }) => {
            const texts = new Map(cells.map(({ column, text }) => [column - 1, text]))
            return (
              <tr key={number}>
                <th>{number}</th>
                {columns.map((column) => {
                  const is_marked = marked?.row === number - 1 && marked.column === column
                  return (
                    <td key={column} data-marked={is_marked || undefined}>
                      {texts.get(column)}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
})

import {
  type CSSProperties,
  memo,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { MatrixDuty, PostHolders } from '../../src-shared/backup-posts.ts'
import { MatrixFoot, MatrixHead } from './matrix-edges.tsx'
import { type Cell, editedBy, keyOf, movedBy } from './matrix-keys.ts'
import { type MatrixRow, type MatrixView, marksOf, wordsOf } from './matrix-rows.ts'
import { foot_height, head_height, leftOf, type MatrixWidths, row_height } from './matrix-sizes.ts'
import { useMatrixWindow } from './use-matrix-window.ts'
import './matrix.css'

interface MatrixGridProps {
  view: MatrixView
  onEdit: (duty: MatrixDuty, after: PostHolders) => void
}

/**
 * Duties × people. A row holds only its few marks, the lines between the cells are one background picture: however many
 * people there are, a row in sight is a handful of elements, and only the rows and columns in sight are there at all.
 */
export function MatrixGrid({ view, onEdit }: MatrixGridProps) {
  const { rows, people, columns } = view
  const scroller = useRef<HTMLDivElement>(null)
  const [wanted, setCell] = useState<Cell>({ row: 0, column: 0 })
  const cell = {
    row: Math.min(wanted.row, Math.max(rows.length - 1, 0)),
    column: Math.min(wanted.column, Math.max(people.length - 1, 0)),
  }
  const shown = useMatrixWindow(scroller, rows.length, people.length)
  const { column: column_width, label: label_width } = shown
  useKeepInSight(scroller, cell, shown)
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const { left, top } = event.currentTarget.getBoundingClientRect()
      const column = Math.floor((event.clientX - left - label_width) / column_width)
      const row = Math.floor((event.clientY - top) / row_height)
      const is_on_label = (event.target as HTMLElement).closest('.matrix-label') !== null
      setCell((before) => ({ row, column: is_on_label ? before.column : column }))
    },
    [column_width, label_width],
  )
  const width = label_width + people.length * column_width
  const in_sight = useMemo(() => rows.slice(shown.first_row, shown.last_row + 1), [rows, shown])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would have to hold every cell
    <div
      ref={scroller}
      className="matrix sheet"
      style={variablesOf(shown)}
      role="grid"
      tabIndex={0}
      aria-label="AB岗矩阵"
      aria-rowcount={rows.length}
      aria-colcount={people.length}
      aria-activedescendant="matrix-cell"
      onKeyDown={(event) => {
        if (event.altKey || event.metaKey || event.target !== event.currentTarget) return
        const key = keyOf(event.nativeEvent)
        const page = Math.floor((event.currentTarget.clientHeight - head_height - foot_height) / row_height)
        const next = movedBy(key, event.ctrlKey, cell, { rows: rows.length, columns: people.length, page })
        const [row, person] = [rows[cell.row], people[cell.column]]
        const after = row && person && !event.ctrlKey ? editedBy(key, row.holders, person.id) : null
        if (next === null && after === null) return
        event.preventDefault()
        if (next !== null) setCell(next)
        else if (row !== undefined && after !== null) onEdit(row.duty, after)
      }}
    >
      <MatrixHead view={view} shown={shown} width={width} column={cell.column} />
      <div
        className="matrix-body"
        style={{ width, height: rows.length * row_height }}
        onPointerDown={onPointerDown}
      >
        {in_sight.map((row, at) => (
          <Row
            key={row.duty.id}
            row={row}
            at={shown.first_row + at}
            columns={columns}
            is_current={shown.first_row + at === cell.row}
          />
        ))}
        <ActiveCell view={view} cell={cell} />
      </div>
      <MatrixFoot view={view} shown={shown} width={width} />
    </div>
  )
}

function variablesOf({ column, label }: MatrixWidths) {
  return { '--matrix-column': `${column}px`, '--matrix-label': `${label}px` } as CSSProperties
}

interface RowProps {
  row: MatrixRow
  at: number
  columns: ReadonlyMap<number, number>
  is_current: boolean
}

const Row = memo(function Row({ row, at, columns, is_current }: RowProps) {
  const { duty, holders, is_edited } = row
  const needs_b = holders.b_staff_ids.length === 0 && duty.no_b_reason === ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would have to hold every cell
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
    <div
      role="row"
      aria-rowindex={at + 1}
      aria-label={duty.number}
      className={`matrix-row${is_current ? ' is-current' : ''}${is_edited ? ' is-edited' : ''}`}
      style={{ top: at * row_height }}
    >
      <div className="matrix-label">
        <span className="number">{duty.number}</span>
        <span className="cut" title={duty.content}>
          {duty.content}
        </span>
        {holders.a_staff_id === null && <span className="finding small">缺A</span>}
        {needs_b && <span className="finding small">缺B</span>}
        {duty.no_b_reason !== '' && (
          <span className="quiet small" title={duty.no_b_reason}>
            不设B
          </span>
        )}
      </div>
      {marksOf(holders, columns).map(({ column, word, staff_id }) => (
        <span
          key={`${word} ${staff_id}`}
          className={word === 'A' ? 'matrix-mark is-a' : 'matrix-mark'}
          style={{ left: leftOf(column) }}
        >
          {word}
        </span>
      ))}
    </div>
  )
})

/** The one cell that has the keyboard; it is read out with its duty, its person and what is in it. */
function ActiveCell({ view: { rows, people }, cell }: { view: MatrixView; cell: Cell }) {
  const [row, person] = [rows[cell.row], people[cell.column]]
  if (row === undefined || person === undefined) return null
  const words = wordsOf(row.holders, person.id) || '空'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would have to hold every cell
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
    <div
      id="matrix-cell"
      role="gridcell"
      aria-label={`${row.duty.number} ${person.name} ${words}`}
      className="matrix-cell"
      style={{ left: leftOf(cell.column), top: cell.row * row_height }}
    />
  )
}

/** Scrolls just so far that the active cell stands clear of the head, the labels and the totals. */
function useKeepInSight(
  scroller: React.RefObject<HTMLDivElement | null>,
  { row, column }: Cell,
  widths: MatrixWidths,
): void {
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const top = row * row_height
    const left = column * widths.column
    const height = element.clientHeight - head_height - foot_height - row_height
    const width = element.clientWidth - widths.label - widths.column
    if (top < element.scrollTop) element.scrollTop = top
    else if (top > element.scrollTop + height) element.scrollTop = top - height
    if (left < element.scrollLeft) element.scrollLeft = left
    else if (left > element.scrollLeft + width) element.scrollLeft = left - width
  }, [scroller, row, column, widths.column, widths.label])
}

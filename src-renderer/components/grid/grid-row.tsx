import { memo } from 'react'
import type { CellIssue } from '../../../src-shared/typed-rows.ts'
import type { GridColumn } from './grid-column.ts'
import { isUnsaved, type SheetRow, textIn } from './sheet-rows.ts'

/** Of the row numbers; with ticks beside them. */
export const row_head_width = 52
export const ticked_head_width = 74

interface GridRowProps {
  row: SheetRow
  index: number
  top: number
  height: number
  columns: readonly GridColumn[]
  /** Where each pinned column stands still; undefined for one that scrolls. */
  pinned_at: readonly (number | undefined)[]
  head_width: number
  /** Null where rows cannot be ticked. */
  is_ticked: boolean | null
  onTick: (id: number, is_ticked: boolean) => void
}

/** Drawn again only when its own row changes: what is selected lies over it and is none of its business. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, top, height, columns, pinned_at, is_ticked, onTick } = props
  return (
    <div
      role="row"
      className={`grid-row ${stateOf(row)} ${is_ticked ? 'is-ticked' : ''}`}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <div
        role="rowheader"
        className="grid-row-head grid-pinned"
        style={{ width: props.head_width, left: 0 }}
        title={wordsForState(row)}
      >
        {is_ticked !== null && row.id !== null && (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`勾选第${index + 1}行`}
            checked={is_ticked}
            // The grid keeps the keyboard.
            onMouseDown={(event) => event.preventDefault()}
            onChange={(event) => row.id !== null && onTick(row.id, event.target.checked)}
          />
        )}
        {index + 1}
      </div>
      {columns.map((column, at) => (
        <GridCell
          key={column.field}
          row={row}
          column={column}
          index={at}
          left={pinned_at[at]}
          is_last_pinned={pinned_at[at] !== undefined && pinned_at[at + 1] === undefined}
        />
      ))}
    </div>
  )
})

interface GridCellProps {
  row: SheetRow
  column: GridColumn
  index: number
  left: number | undefined
  is_last_pinned: boolean
}

function GridCell({ row, column, index, left, is_last_pinned }: GridCellProps) {
  const { field, kind, width } = column
  const issues = row.issues.filter((issue) => issue.field === field)
  const text = textIn(row, field)
  const href = kind.hrefOf?.(row) ?? null
  const is_wrong = issues.some(({ severity }) => severity === 'wrong')
  const classes = [
    'grid-cell',
    left === undefined ? '' : 'grid-pinned',
    is_last_pinned ? 'grid-last-pinned' : '',
    kind.is_number ? 'is-number' : '',
    kind.is_fixed ? 'is-fixed' : '',
    column.is_cut ? 'cut' : '',
    field in row.typed && row.id !== null ? 'is-typed' : '',
    is_wrong ? 'has-wrong' : issues.length > 0 ? 'has-warning' : '',
  ]
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      aria-colindex={index + 2}
      {...(kind.is_fixed ? { 'aria-readonly': true } : {})}
      {...(is_wrong ? { 'aria-invalid': true } : {})}
      {...(issues.length > 0 ? { title: issues.map(wordsForIssue).join('\n') } : {})}
      style={left === undefined ? { width } : { width, left }}
    >
      {href === null ? (kind.draw?.(text, row.saved) ?? text) : <a href={href}>{text}</a>}
    </div>
  )
}

export function wordsForIssue({ why, suggestion }: Pick<CellIssue, 'why' | 'suggestion'>): string {
  return `${why}${suggestion ?? ''}`
}

function stateOf(row: SheetRow): string {
  if (row.issues.some(({ severity }) => severity === 'wrong')) return 'is-unsaved is-wrong'
  if (row.is_saving) return 'is-unsaved is-saving'
  if (row.locked !== '') return 'is-locked'
  return isUnsaved(row) ? 'is-unsaved' : ''
}

function wordsForState(row: SheetRow): string | undefined {
  if (row.is_saving) return '正在保存'
  if (row.issues.some(({ severity }) => severity === 'wrong')) return '有错误，还没有保存'
  if (row.locked !== '') return row.locked
  return isUnsaved(row) ? '还没有保存，离开这一行就保存' : undefined
}

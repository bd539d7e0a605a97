import { DeleteOutlined, InsertRowAboveOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { TableFoot } from '../table-foot.tsx'
import { ColumnMenu } from './column-menu.tsx'
import './grid.css'
import type { Cells, GridColumn } from './grid-column.ts'
import type { EditorHandle } from './grid-editor.tsx'
import { GridFrame } from './grid-frame.tsx'
import { GridIssues } from './grid-issues.tsx'
import type { GridCommand } from './grid-keys.ts'
import { RowDeedButtons } from './row-deed-buttons.tsx'
import type { RowDeed, Ticks } from './row-deeds.ts'
import type { Sheet } from './sheet.ts'
import { useColumnLayout } from './use-column-layout.ts'
import { useGrid } from './use-grid.ts'
import { useRowDeeds } from './use-row-deeds.ts'
import { useSheetRows } from './use-sheet.ts'

interface GridProps {
  /** By this name the clerk's columns are remembered, such as `duties`. */
  name: string
  /** Read out by a screen reader, and how tests find it. */
  label: string
  /** From `useSheet`, which says how rows are saved. */
  sheet: Sheet
  /** The same array from one drawing to the next (useMemo): a new one counts every height again. */
  columns: readonly GridColumn[]
  /** `YYYY-MM-DD`, for Ctrl+; */
  today: string
  /** What a new row begins with, such as the group that is filtered by. */
  defaults?: Cells
  /** Why nothing can be typed into any row, as a sentence; empty when it can. */
  locked?: string
  /** What becomes of rows that the book has when they are deleted; without it they cannot be. */
  onRemove?: (ids: number[]) => void
  /** Told of the row that one goes to, by its id: a record that is open beside the grid goes along. */
  onRow?: ((id: number) => void) | undefined
  /** What can be done to whole rows; the keys of some take those of the grid, and Ctrl+F6 always leaves it. */
  deeds?: readonly RowDeed[]
  /** From `useTicks`; without it a deed is done to the selected rows. */
  ticks?: Ticks
  /** False for a second grid of a screen, which leaves the keyboard to the first. */
  takes_focus?: boolean
  /** The keys that are told under the grid. */
  keys?: readonly (readonly [key: string, what: string])[]
  /** At the left of the bar: filters. */
  children?: ReactNode
  /** Under the grid: how many there are. */
  count: ReactNode
}

const usual_keys = [
  ['回车', '下一行'],
  ['Tab', '下一格'],
  ['F2', '修改'],
  ['Alt ↓', '选择'],
  ['Ctrl D', '向下填'],
  ['Ctrl Z', '撤销'],
  ['F6', '离开表格'],
] as const

/**
 * A grid to type in, with the keys of Excel and WPS. It knows no subject: columns are values and every cell is text; the
 * main process reads the rows as it reads those of a workbook, and answers what is wrong by cell.
 *
 *     const columns: GridColumn[] = [
 *       { field: 'name', title: '姓名', width: 96, kind: text_cell, is_pinned: true, is_required: true },
 *       { field: 'group', title: '组别', width: 110, kind: choiceCell([{ label: '组织组' }, { label: '人事组' }]) },
 *       { field: 'joined_on', title: '入职日期', width: 110, kind: dateCell('2026-11-20') },
 *     ]
 *     const sheet = useSheet({
 *       save: (rows) => call('staff.saveRows', { rows }),
 *       undo: undoChange,
 *       keep: (rows) => void call('drafts.keep', { grid: 'staff', rows }),
 *       fail: showProblem,
 *     })
 *     useEffect(() => sheet.refresh(people.map(({ id, ...cells }) => ({ id, cells }))), [sheet, people])
 *     return <Grid name="staff" label="人员" sheet={sheet} columns={columns} today="2026-11-20" count="3 人" />
 */
export function Grid(props: GridProps) {
  const { name, label, sheet, columns, today, defaults, onRemove, deeds = [], ticks } = props
  const { takes_focus = true, keys = usual_keys, locked = '' } = props
  const rows = useSheetRows(sheet)
  const control = useColumnLayout(name, columns)
  const { actions, marked } = useGrid({
    sheet,
    columns: control.shown,
    today,
    locked,
    ...(defaults === undefined ? {} : { defaults }),
    ...(onRemove === undefined ? {} : { onRemove }),
  })
  const editor = useRef<EditorHandle>(null)
  const bar = useRef<HTMLDivElement>(null)
  useGoneTo(rows[marked.active.row]?.id ?? null, props.onRow)
  // Beside deeds there is no room for words.
  const is_short = deeds.length > 0
  const whole = useRowDeeds({ sheet, rows, marked, actions, editor, deeds, ticks })
  const { tickSelected } = whole
  const onCommand = useCallback(
    (command: GridCommand) => {
      switch (command) {
        case 'clear':
          return actions.clear()
        case 'fill_down':
          return actions.fill('down')
        case 'fill_right':
          return actions.fill('right')
        case 'put_today':
          return actions.putToday()
        case 'undo':
          return void sheet.undo()
        case 'redo':
          return void sheet.redo()
        case 'insert_rows':
          return actions.insertRows()
        case 'remove_rows':
          return actions.removeRows()
        case 'tick':
          return tickSelected()
        case 'leave':
          return bar.current?.querySelector<HTMLElement>('input, button')?.focus()
        default:
          return
      }
    },
    [actions, sheet, tickSelected],
  )
  const thenBack = (action: () => void) => () => {
    action()
    editor.current?.focus()
  }
  return (
    <>
      <div ref={bar} className="bar">
        {props.children}
        <span className="bar-fill" />
        <RowDeedButtons deeds={deeds} chosen={whole.chosen} onRun={whole.run} />
        <Button
          icon={<InsertRowAboveOutlined />}
          aria-label="插入行"
          title="插入行（Ctrl +）"
          onClick={thenBack(actions.insertRows)}
        >
          {is_short ? null : '插入行'}
        </Button>
        <Button
          icon={<DeleteOutlined />}
          aria-label="删除行"
          title="删除行（Ctrl -）"
          onClick={thenBack(actions.removeRows)}
        >
          {is_short ? null : '删除行'}
        </Button>
        <ColumnMenu control={control} is_short={is_short} />
      </div>
      <GridFrame
        label={label}
        actions={actions}
        marked={marked}
        rows={rows}
        columns={control.shown}
        control={control}
        editor={editor}
        ticks={ticks}
        takes_focus={takes_focus}
        locked={locked}
        onCommand={onCommand}
        onDeedKey={whole.onKey}
      />
      <GridIssues
        rows={rows}
        columns={columns}
        onGo={(key, field) => {
          actions.goTo(key, field)
          editor.current?.focus()
        }}
        onSaveAll={() =>
          void sheet.save(
            rows.map(({ key }) => key),
            true,
          )
        }
      />
      <TableFoot keys={keys}>{props.count}</TableFoot>
    </>
  )
}

function useGoneTo(id: number | null, onRow: ((id: number) => void) | undefined): void {
  const latest = useRef(onRow)
  useEffect(() => {
    latest.current = onRow
  })
  const before = useRef(id)
  // The row it begins with is nobody's choice: what the address has opened stays open.
  const has_begun = useRef(id !== null)
  useEffect(() => {
    if (id !== null && has_begun.current && id !== before.current) latest.current?.(id)
    has_begun.current ||= id !== null
    before.current = id
  }, [id])
}

import { Table, type TableColumnsType, type TableRef } from 'antd'
import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import './data-table.css'
import { onRowKey, type RowKeys } from './row-keys.ts'

interface DataTableProps<Row> extends RowKeys<Row> {
  /** Read out by a screen reader, and how tests find it. */
  label: string
  /** The same array from one drawing to the next (a constant, or useMemo): a new one draws every cell again. */
  columns: TableColumnsType<Row>
  /** The same array as long as nothing changed. */
  rows: Row[]
  /** Looks at the row alone; rows that can be ticked have a number. */
  key_of: (row: Row) => number | string
  /** The row whose record is open: it stays in sight, and resting on another row opens that one. */
  open_key?: number | null
  selected?: number[]
  onSelect?: (keys: number[]) => void
  /** Looks at the row alone. */
  can_select?: (row: Row) => boolean
  /** Looks at the row alone. */
  row_class?: (row: Row) => string
  /** Sum of the column widths, so that a narrow window scrolls sideways instead of squeezing the text. */
  min_width?: number
  empty?: string
}

const many_rows = 400

/** A dense table that fills the height left on its page, its head always in sight. It is one stop of the Tab key. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const holder = useRef<HTMLElement>(null)
  const table = useRef<TableRef>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const height = useBodyHeight(holder)
  useOpenRow(holder, table, props.open_key ?? null)

  const { label, rows, columns, min_width = 900, empty = '没有符合条件的内容' } = props
  const has_boxes = props.onSelect !== undefined
  const ticked = (props.selected ?? []).join()
  // Cells by the hundred: they are drawn anew only when what they show has changed, not when a record is opened.
  const drawn = useMemo(() => {
    if (height === null) return null
    const keyOf = (row: Row) => latest.current.key_of(row)
    return (
      <Table<Row>
        ref={table}
        size="small"
        columns={columns}
        dataSource={rows}
        rowKey={keyOf}
        pagination={false}
        virtual={rows.length > many_rows}
        showSorterTooltip={false}
        scroll={{ y: height, x: min_width }}
        locale={{ emptyText: <div className="quiet table-empty">{empty}</div> }}
        rowClassName={(row) => latest.current.row_class?.(row) ?? ''}
        onRow={(row, index) => ({
          tabIndex: index === 0 ? 0 : -1,
          onDoubleClick: () => latest.current.onOpen?.(row),
          onFocus: (event) => onRowFocus(event, row, latest),
          onKeyDown: (event) => onRowKey(event, row, latest.current),
        })}
        {...(has_boxes ? { rowSelection: tickBoxes(ticked, latest) } : {})}
      />
    )
  }, [rows, columns, height, min_width, empty, has_boxes, ticked])
  return (
    <section ref={holder} className="table-holder" aria-label={label}>
      {drawn}
    </section>
  )
}

/**
 * The blank key ticks the row that has the focus, so the boxes need not be stops of their own. They are the browser's:
 * antd's own take half the time of drawing a table.
 */
function tickBoxes<Row>(ticked: string, latest: RefObject<DataTableProps<Row>>) {
  const keys = ticked === '' ? [] : ticked.split(',').map(Number)
  const isDisabled = (row: Row) => latest.current.can_select?.(row) === false
  const toggle = (key: number, is_on: boolean) =>
    latest.current.onSelect?.(is_on ? [...keys, key] : keys.filter((other) => other !== key))
  return {
    columnWidth: 40,
    selectedRowKeys: keys,
    onChange: (all: React.Key[]) => latest.current.onSelect?.(all.map(Number)),
    getCheckboxProps: (row: Row) => ({ disabled: isDisabled(row) }),
    getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
    renderCell: (is_on: boolean, row: Row) => (
      <input
        type="checkbox"
        className="tick-box"
        aria-label="选中这一行"
        tabIndex={-1}
        checked={is_on}
        disabled={isDisabled(row)}
        onChange={(event) => toggle(Number(latest.current.key_of(row)), event.target.checked)}
      />
    ),
  }
}

/** Milliseconds to rest on a row until its record follows: a held arrow key runs past. */
const rest = 80
let resting: ReturnType<typeof setTimeout> | undefined

/** The row that had the focus last is the one Tab comes back to. */
function onRowFocus<Row>(
  event: FocusEvent<HTMLElement>,
  row: Row,
  latest: RefObject<DataTableProps<Row>>,
): void {
  if (event.target !== event.currentTarget) return
  const { currentTarget } = event
  for (const other of currentTarget.parentElement?.querySelectorAll('[tabindex="0"][data-row-key]') ?? []) {
    other.setAttribute('tabindex', '-1')
  }
  currentTarget.tabIndex = 0
  clearTimeout(resting)
  resting = setTimeout(() => {
    const { open_key = null, key_of, onOpen } = latest.current
    const is_still_here = document.activeElement === currentTarget
    if (is_still_here && open_key !== null && key_of(row) !== open_key) onOpen?.(row)
  }, rest)
}

const head_height = 37

/** Height for the rows: what the page leaves, less the head. Null until it is known, so that rows are drawn once. */
function useBodyHeight(holder: RefObject<HTMLElement | null>): number | null {
  const [height, setHeight] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = holder.current
    if (element === null) return
    const measure = () => {
      const head = element.querySelector('.ant-table-thead')?.clientHeight ?? head_height
      setHeight(Math.max(element.clientHeight - head, 120))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [holder])
  return height
}

/** Marks the open row and scrolls to it, from wherever it was opened; gives it the focus back when it closes. */
function useOpenRow(
  holder: RefObject<HTMLElement | null>,
  table: RefObject<TableRef | null>,
  open_key: number | null,
): void {
  const rowOf = (key: number | null) => holder.current?.querySelector<HTMLElement>(`[data-row-key="${key}"]`)
  useLayoutEffect(() => {
    for (const row of holder.current?.querySelectorAll('[aria-current]') ?? [])
      row.removeAttribute('aria-current')
    rowOf(open_key)?.setAttribute('aria-current', 'true')
  })
  const last_open = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it answers to the key alone
  useEffect(() => {
    const key = open_key ?? last_open.current
    last_open.current = open_key
    if (key === null) return
    const row = rowOf(key)
    if (row) row.scrollIntoView({ block: 'nearest' })
    else table.current?.scrollTo({ key })
    if (document.activeElement === document.body) row?.focus({ preventScroll: true })
  }, [open_key])
}

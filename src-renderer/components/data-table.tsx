import { Table, type TableColumnsType, type TableRef } from 'antd'
import {
  type FocusEvent,
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import './data-table.css'
import { onRowKey, type RowKeys } from './row-keys.ts'

interface DataTableProps<Row, Key extends number | string = number> extends RowKeys<Row> {
  /** Read out by a screen reader, and how tests find it. */
  label: string
  /** The same array from one drawing to the next (a constant, or useMemo): a new one draws every cell again. */
  columns: TableColumnsType<Row>
  /** The same array as long as nothing changed. */
  rows: Row[]
  /** Looks at the row alone. */
  key_of: (row: Row) => Key
  /** The row whose record is open: it stays in sight, and resting on another row opens that one. */
  open_key?: Key | null
  selected?: Key[]
  onSelect?: (keys: Key[]) => void
  /** Looks at the row alone. */
  can_select?: (row: Row) => boolean
  /** Looks at the row alone. */
  row_class?: (row: Row) => string
  /** Sum of the column widths, so that a narrow window scrolls sideways instead of squeezing the text. */
  min_width?: number
  empty?: string
}

const many_rows = 200
const no_keys: never[] = []

/** A dense table that fills the height left on its page, its head always in sight. It is one stop of the Tab key. */
export function DataTable<Row extends object, Key extends number | string = number>(
  props: DataTableProps<Row, Key>,
) {
  const holder = useRef<HTMLElement>(null)
  const table = useRef<TableRef>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const height = useBodyHeight(holder)
  useOpenRow(holder, table, height === null ? null : (props.open_key ?? null))

  const { label, rows, columns, min_width = 900, empty = '没有符合条件的内容' } = props
  const has_boxes = props.onSelect !== undefined
  const ticked = useSameKeys(props.selected ?? no_keys)
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
          onDoubleClick: () => {
            // The browser marks the word under the pointer; opening a record is not choosing its text.
            window.getSelection()?.removeAllRanges()
            latest.current.onOpen?.(row)
          },
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
function tickBoxes<Row, Key extends number | string>(
  keys: Key[],
  latest: RefObject<DataTableProps<Row, Key>>,
) {
  const isDisabled = (row: Row) => latest.current.can_select?.(row) === false
  const toggle = (key: Key, is_on: boolean) =>
    latest.current.onSelect?.(is_on ? [...keys, key] : keys.filter((other) => other !== key))
  return {
    columnWidth: 40,
    selectedRowKeys: keys,
    onChange: (all: React.Key[]) => latest.current.onSelect?.(all as Key[]),
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
        onChange={(event) => toggle(latest.current.key_of(row), event.target.checked)}
      />
    ),
  }
}

/** The array of the drawing before as long as the same rows are ticked: a new one draws every cell again. */
function useSameKeys<Key>(keys: Key[]): Key[] {
  const [last, setLast] = useState(keys)
  if (last === keys) return last
  if (last.length === keys.length && last.every((key, at) => key === keys[at])) return last
  setLast(keys)
  return keys
}

/** Milliseconds to rest on a row until its record follows: a held arrow key runs past. */
const rest = 80
let resting: ReturnType<typeof setTimeout> | undefined

/** The row that had the focus last is the one Tab comes back to. */
function onRowFocus<Row, Key extends number | string>(
  event: FocusEvent<HTMLElement>,
  row: Row,
  latest: RefObject<DataTableProps<Row, Key>>,
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

/**
 * Height for the rows: what the page leaves, less the head. Null until it is known: rows are drawn once, after the rest
 * of the page, and in a transition, for a table of many columns would hold up the page for a tenth of a second.
 */
function useBodyHeight(holder: RefObject<HTMLElement | null>): number | null {
  const [height, setHeight] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = holder.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const head = element.querySelector('.ant-table-thead')?.clientHeight ?? head_height
      startTransition(() => setHeight(Math.max(element.clientHeight - head, 120)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [holder])
  return height
}

/** Marks the open row and scrolls to it, from wherever it was opened; gives it the focus back when it closes. */
function useOpenRow(
  holder: RefObject<HTMLElement | null>,
  table: RefObject<TableRef | null>,
  open_key: number | string | null,
): void {
  const rowOf = (key: number | string | null) =>
    holder.current?.querySelector<HTMLElement>(`[data-row-key="${key}"]`)
  useLayoutEffect(() => {
    for (const row of holder.current?.querySelectorAll('[aria-current]') ?? [])
      row.removeAttribute('aria-current')
    rowOf(open_key)?.setAttribute('aria-current', 'true')
  })
  const last_open = useRef<number | string | null>(null)
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

import { Table, type TableColumnsType, type TableRef } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { onRowKey, type RowKeys } from './row-keys.ts'
import './data-table.css'

interface DataTableProps<Row> extends RowKeys<Row> {
  /** Read out by a screen reader, and how tests find it. */
  label: string
  columns: TableColumnsType<Row>
  rows: Row[]
  key_of: (row: Row) => number
  /** The row whose record is open: it stays in sight, and moving to another row opens that one. */
  open_key?: number | null
  selected?: number[]
  onSelect?: (keys: number[]) => void
  can_select?: (row: Row) => boolean
  row_class?: (row: Row) => string
  /** Sum of the column widths, so that a narrow window scrolls sideways instead of squeezing the text. */
  min_width?: number
  empty?: string
}

/** A dense table that fills the height left on its page, its head always in sight. It is one stop of the Tab key. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const holder = useRef<HTMLElement>(null)
  const table = useRef<TableRef>(null)
  const height = useBodyHeight(holder)
  const { rows, columns, key_of, onOpen, selected, onSelect, can_select, row_class, open_key = null } = props
  useOpenRowInSight(holder, table, open_key)
  const has_open_row = rows.some((row) => key_of(row) === open_key)
  return (
    <section ref={holder} className="table-holder" aria-label={props.label}>
      <Table<Row>
        ref={table}
        size="small"
        columns={columns}
        dataSource={rows}
        rowKey={(row) => key_of(row)}
        pagination={false}
        virtual={rows.length > 400}
        showSorterTooltip={false}
        scroll={{ y: height, x: props.min_width ?? 900 }}
        locale={{ emptyText: <div className="quiet table-empty">{props.empty ?? '没有符合条件的内容'}</div> }}
        rowClassName={(row) => `${key_of(row) === open_key ? 'is-open ' : ''}${row_class?.(row) ?? ''}`}
        onRow={(row, index) => ({
          tabIndex: (has_open_row ? key_of(row) === open_key : index === 0) ? 0 : -1,
          onDoubleClick: () => onOpen?.(row),
          onFocus: (event) => {
            const is_row = event.target === event.currentTarget
            if (is_row && open_key !== null && key_of(row) !== open_key) onOpen?.(row)
          },
          onKeyDown: (event) => onRowKey(event, row, props),
        })}
        {...(onSelect
          ? {
              rowSelection: {
                columnWidth: 40,
                selectedRowKeys: selected ?? [],
                onChange: (keys: React.Key[]) => onSelect(keys.map(Number)),
                // The blank key ticks the row that has the focus, so the boxes need not be stops of their own.
                getCheckboxProps: (row: Row) => ({
                  disabled: can_select ? !can_select(row) : false,
                  tabIndex: -1,
                }),
              },
            }
          : {})}
      />
    </section>
  )
}

/** Height for the rows: what the page leaves, less the head. */
function useBodyHeight(holder: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(400)
  useLayoutEffect(() => {
    const element = holder.current
    if (element === null) return
    const measure = () => {
      const head = element.querySelector('.ant-table-thead')?.clientHeight ?? 37
      setHeight(Math.max(element.clientHeight - head, 120))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [holder])
  return height
}

/** Scrolls to the row that opens, from wherever it was opened, and gives it the focus back when it closes. */
function useOpenRowInSight(
  holder: React.RefObject<HTMLElement | null>,
  table: React.RefObject<TableRef | null>,
  open_key: number | null,
): void {
  const last_open = useRef<number | null>(null)
  useEffect(() => {
    const key = open_key ?? last_open.current
    last_open.current = open_key
    if (key === null) return
    const row = holder.current?.querySelector<HTMLElement>(`[data-row-key="${key}"]`)
    if (row) row.scrollIntoView({ block: 'nearest' })
    else table.current?.scrollTo({ key })
    if (document.activeElement === document.body) row?.focus({ preventScroll: true })
  }, [holder, table, open_key])
}

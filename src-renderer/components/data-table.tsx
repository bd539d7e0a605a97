import { Table, type TableColumnsType } from 'antd'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'

interface DataTableProps<Row> {
  /** Read out by a screen reader, and how tests find it. */
  label: string
  columns: TableColumnsType<Row>
  rows: Row[]
  key_of: (row: Row) => number
  onOpen?: (row: Row) => void
  open_key?: number | null
  selected?: number[]
  onSelect?: (keys: number[]) => void
  can_select?: (row: Row) => boolean
  row_class?: (row: Row) => string
  /** Sum of the column widths, so that a narrow window scrolls sideways instead of squeezing the text. */
  min_width?: number
  empty?: string
}

/** Moves the focus with the arrows, opens with Enter, ticks with the blank key. */
function onRowKey(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return
  const row = event.currentTarget
  const move = (next: Element | null) => {
    event.preventDefault()
    if (next instanceof HTMLElement) next.focus()
  }
  if (event.key === 'ArrowDown') move(row.nextElementSibling)
  else if (event.key === 'ArrowUp') move(row.previousElementSibling)
  else if (event.key === 'Enter') open()
  else if (event.key === ' ') {
    event.preventDefault()
    row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
  }
}

/** A dense table that fills the height left on its page, its head always in sight. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const holder = useRef<HTMLElement>(null)
  const height = useHeightOf(holder)
  const { rows, columns, key_of, onOpen, selected, onSelect, can_select, row_class, open_key } = props
  return (
    <section ref={holder} className="table-holder" aria-label={props.label}>
      <Table<Row>
        size="small"
        columns={columns}
        dataSource={rows}
        rowKey={(row) => key_of(row)}
        pagination={false}
        virtual={rows.length > 400}
        showSorterTooltip={false}
        scroll={{ y: Math.max(height - 42, 120), x: props.min_width ?? 900 }}
        locale={{ emptyText: <div className="quiet table-empty">{props.empty ?? '没有符合条件的内容'}</div> }}
        rowClassName={(row) => `${key_of(row) === open_key ? 'is-open ' : ''}${row_class?.(row) ?? ''}`}
        onRow={(row) => ({
          tabIndex: 0,
          onDoubleClick: () => onOpen?.(row),
          onKeyDown: (event) => onRowKey(event, () => onOpen?.(row)),
        })}
        {...(onSelect
          ? {
              rowSelection: {
                columnWidth: 40,
                selectedRowKeys: selected ?? [],
                onChange: (keys: React.Key[]) => onSelect(keys.map(Number)),
                getCheckboxProps: (row: Row) => ({ disabled: can_select ? !can_select(row) : false }),
              },
            }
          : {})}
      />
    </section>
  )
}

function useHeightOf(holder: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(400)
  useLayoutEffect(() => {
    const element = holder.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => entry && setHeight(Math.floor(entry.contentRect.height)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [holder])
  return height
}

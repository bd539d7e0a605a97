// Which columns a grid shows, in which order and how wide: what the clerk chose, over what the screen offers.
import { z } from 'zod'
import type { GridColumn } from './grid-column.ts'

export const ColumnLayout = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  /** Fields that the clerk has seen among the columns: one that comes new keeps the screen's own choice. */
  known: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
})
export type ColumnLayout = z.infer<typeof ColumnLayout>

export const no_layout: ColumnLayout = { order: [], hidden: [], known: [], widths: {} }

export const narrowest = 48
const widest = 900

export interface PlacedColumn {
  column: GridColumn
  is_shown: boolean
}

/** All columns in the clerk's order, pinned ones first; those she has not placed stand behind their neighbour. */
export function placeColumns(columns: readonly GridColumn[], layout: ColumnLayout): PlacedColumn[] {
  const by_field = new Map(columns.map((column) => [column.field, column]))
  const ordered = layout.order.filter((field) => by_field.has(field))
  columns.forEach(({ field }, at) => {
    if (ordered.includes(field)) return
    const before = columns[at - 1]?.field
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, field)
  })
  const placed = ordered.flatMap((field) => {
    const column = by_field.get(field)
    if (column === undefined) return []
    const width = layout.widths[field] ?? column.width
    const is_hidden = layout.known.includes(field) ? layout.hidden.includes(field) : column.is_hidden === true
    return { column: { ...column, width }, is_shown: !is_hidden }
  })
  const isPinned = ({ column }: PlacedColumn) => column.is_pinned === true
  return [...placed.filter(isPinned), ...placed.filter((one) => !isPinned(one))]
}

function remembering(columns: readonly GridColumn[], layout: ColumnLayout): ColumnLayout {
  const placed = placeColumns(columns, layout)
  return {
    ...layout,
    order: placed.map(({ column }) => column.field),
    hidden: placed.filter(({ is_shown }) => !is_shown).map(({ column }) => column.field),
    known: columns.map(({ field }) => field),
  }
}

export function showColumn(
  columns: readonly GridColumn[],
  layout: ColumnLayout,
  field: string,
  is_shown: boolean,
): ColumnLayout {
  const now = remembering(columns, layout)
  const hidden = now.hidden.filter((other) => other !== field)
  return { ...now, hidden: is_shown ? hidden : [...hidden, field] }
}

/** One place to the left or right, past hidden ones too, so that what the list shows is what happens. */
export function moveColumn(
  columns: readonly GridColumn[],
  layout: ColumnLayout,
  field: string,
  by: -1 | 1,
): ColumnLayout {
  const now = remembering(columns, layout)
  const at = now.order.indexOf(field)
  const to = at + by
  const order = [...now.order]
  const other = order[to]
  if (at < 0 || other === undefined) return now
  order[at] = other
  order[to] = field
  return { ...now, order }
}

export function widenColumn(
  columns: readonly GridColumn[],
  layout: ColumnLayout,
  field: string,
  width: number,
): ColumnLayout {
  const now = remembering(columns, layout)
  const fitting = Math.round(Math.max(narrowest, Math.min(width, widest)))
  return { ...now, widths: { ...now.widths, [field]: fitting } }
}

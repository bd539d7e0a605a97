import { expect, it } from 'vitest'
import { text_cell } from '../../../src-renderer/components/grid/cell-kinds.ts'
import {
  moveColumn,
  no_layout,
  placeColumns,
  showColumn,
  widenColumn,
} from '../../../src-renderer/components/grid/column-layout.ts'
import type { GridColumn } from '../../../src-renderer/components/grid/grid-column.ts'

const column = (field: string, more: Partial<GridColumn> = {}): GridColumn => ({
  ...{ field, title: field, width: 100, kind: text_cell },
  ...more,
})
const columns = [
  column('number', { is_pinned: true }),
  column('a'),
  column('b'),
  column('c', { is_hidden: true }),
]
const said = (layout = no_layout, of: readonly GridColumn[] = columns) =>
  placeColumns(of, layout).map((one) => `${one.column.field}${one.is_shown ? '' : '-'}`)

it('shows what the screen offers until the clerk says otherwise', () => {
  expect(said()).toEqual(['number', 'a', 'b', 'c-'])
})

it('hides, shows, moves and widens, and keeps the rest', () => {
  const hidden = showColumn(columns, no_layout, 'a', false)
  expect(said(hidden)).toEqual(['number', 'a-', 'b', 'c-'])
  const moved = moveColumn(columns, showColumn(columns, hidden, 'c', true), 'c', -1)
  expect(said(moved)).toEqual(['number', 'a-', 'c', 'b'])
  const wide = widenColumn(columns, moved, 'b', 5000)
  expect(placeColumns(columns, wide).map(({ column: { width } }) => width)).toEqual([100, 100, 100, 900])
})

it('moves nothing beyond the ends', () => {
  expect(said(moveColumn(columns, no_layout, 'c', 1))).toEqual(['number', 'a', 'b', 'c-'])
})

it('puts a column that came with a new version behind its neighbour, as the screen wants it', () => {
  const layout = moveColumn(columns, no_layout, 'b', -1)
  const more = [
    ...columns.slice(0, 2),
    column('new'),
    column('shy', { is_hidden: true }),
    ...columns.slice(2),
  ]
  expect(said(layout, more)).toEqual(['number', 'b', 'a', 'new', 'shy-', 'c-'])
  expect(said(layout, columns.slice(0, 2))).toEqual(['number', 'a'])
})

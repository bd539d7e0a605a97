// Where one is in a grid and what is selected: a value, and what each key makes of it.

export interface CellPlace {
  row: number
  column: number
}

/** The active cell lies in the range from `anchor` to `edge`; Tab and Enter go round in it. */
export interface Marked {
  active: CellPlace
  anchor: CellPlace
  edge: CellPlace
  /** Where a run of Tabs began: Enter goes back to that column. Null outside a run. */
  run_column: number | null
}

/** First and last row and column, both within the range. */
export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** How large the grid is and what it shows, as far as moving needs to know. */
export interface GridBounds {
  rows: number
  columns: number
  /** Rows that fit into the window, for PageDown. */
  page: number
  /** The last row with something in it. */
  last_filled_row: number
  isFilled(place: CellPlace): boolean
}

export function markOne(active: CellPlace): Marked {
  return { active, anchor: active, edge: active, run_column: null }
}

export function rangeOf({ anchor, edge }: Pick<Marked, 'anchor' | 'edge'>): CellRange {
  return {
    top: Math.min(anchor.row, edge.row),
    left: Math.min(anchor.column, edge.column),
    bottom: Math.max(anchor.row, edge.row),
    right: Math.max(anchor.column, edge.column),
  }
}

function isSame(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column
}

export function isOneCell({ top, left, bottom, right }: CellRange): boolean {
  return top === bottom && left === right
}

export function clampPlace({ row, column }: CellPlace, { rows, columns }: GridBounds): CellPlace {
  const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))
  return { row: within(row, rows), column: within(column, columns) }
}

/** Selects from the active cell to this place, also when one has gone round in a range before. */
export function extendTo({ active }: Marked, edge: CellPlace): Marked {
  return { active, anchor: active, edge, run_column: null }
}

export interface MoveKey {
  key: string
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** What the key makes of the marked cells; null when it is no moving key. */
export function moveBy(event: MoveKey, marked: Marked, bounds: GridBounds): Marked | null {
  if (event.altKey) return null
  if (event.key === 'Tab' && !event.ctrlKey) return nextByTab(marked, bounds, event.shiftKey ? -1 : 1)
  if (event.key === 'Enter' && !event.ctrlKey) return nextByEnter(marked, bounds, event.shiftKey ? -1 : 1)
  if (event.ctrlKey && event.key.toLowerCase() === 'a') return markAll(marked, bounds)
  const from = event.shiftKey && isSame(marked.active, marked.anchor) ? marked.edge : marked.active
  const to = destination(event, from, bounds)
  if (to === null) return null
  const place = clampPlace(to, bounds)
  return event.shiftKey ? extendTo(marked, place) : markOne(place)
}

const steps: Readonly<Record<string, CellPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

function destination({ key, ctrlKey }: MoveKey, from: CellPlace, bounds: GridBounds): CellPlace | null {
  const step = steps[key]
  if (step) return ctrlKey ? jump(from, step, bounds) : add(from, step)
  if (ctrlKey && key === 'Home') return { row: 0, column: 0 }
  if (ctrlKey && key === 'End')
    return { row: Math.max(bounds.last_filled_row, 0), column: bounds.columns - 1 }
  if (ctrlKey) return null
  switch (key) {
    case 'Home':
      return { ...from, column: 0 }
    case 'End':
      return { ...from, column: bounds.columns - 1 }
    case 'PageUp':
      return { ...from, row: from.row - bounds.page }
    case 'PageDown':
      return { ...from, row: from.row + bounds.page }
    default:
      return null
  }
}

function add(place: CellPlace, step: CellPlace): CellPlace {
  return { row: place.row + step.row, column: place.column + step.column }
}

function isInside({ row, column }: CellPlace, { rows, columns }: GridBounds): boolean {
  return row >= 0 && column >= 0 && row < rows && column < columns
}

/** Ctrl+arrow: to the end of the filled cells one is in, else to the next filled one, else to the edge. */
function jump(from: CellPlace, step: CellPlace, bounds: GridBounds): CellPlace {
  const { isFilled } = bounds
  let at = from
  let next = add(at, step)
  if (!isInside(next, bounds)) return from
  const goes_through = isFilled(at) && isFilled(next)
  while (isInside(next, bounds)) {
    if (goes_through && !isFilled(next)) return at
    at = next
    if (!goes_through && isFilled(at)) return at
    next = add(at, step)
  }
  return at
}

function markAll(marked: Marked, bounds: GridBounds): Marked {
  const bottom = Math.max(bounds.last_filled_row, marked.active.row)
  return {
    active: marked.active,
    anchor: { row: 0, column: 0 },
    edge: { row: bottom, column: bounds.columns - 1 },
    run_column: null,
  }
}

function nextByTab(marked: Marked, bounds: GridBounds, by: 1 | -1): Marked {
  const range = rangeOf(marked)
  if (!isOneCell(range)) return { ...marked, active: nextInRange(marked.active, range, by, 'row') }
  const { row, column } = marked.active
  const run_column = by === 1 ? (marked.run_column ?? column) : marked.run_column
  const to = column + by
  const place =
    to < 0 || to >= bounds.columns
      ? { row: row + by, column: to < 0 ? bounds.columns - 1 : 0 }
      : { row, column: to }
  return { ...markOne(isInside(place, bounds) ? place : marked.active), run_column }
}

function nextByEnter(marked: Marked, bounds: GridBounds, by: 1 | -1): Marked {
  const range = rangeOf(marked)
  if (!isOneCell(range)) return { ...marked, active: nextInRange(marked.active, range, by, 'column') }
  const { row, column } = marked.active
  return markOne(clampPlace({ row: row + by, column: marked.run_column ?? column }, bounds))
}

/** Row by row (Tab) or column by column (Enter), and from the last cell to the first again. */
function nextInRange(
  { row, column }: CellPlace,
  { top, left, bottom, right }: CellRange,
  by: 1 | -1,
  along: 'row' | 'column',
): CellPlace {
  const height = bottom - top + 1
  const width = right - left + 1
  const at = along === 'row' ? (row - top) * width + column - left : (column - left) * height + row - top
  const next = (at + by + height * width) % (height * width)
  return along === 'row'
    ? { row: top + Math.floor(next / width), column: left + (next % width) }
    : { row: top + (next % height), column: left + Math.floor(next / height) }
}

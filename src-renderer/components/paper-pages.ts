import type { PaperCell, PaperView } from '../../src-shared/paper.ts'

export interface PlacedCell extends PaperCell {
  /** In points from the top of the page. */
  top: number
  height: number
}

/** What a page shows: the repeated rows on top, then its own; cells that go on over its end are cut there. */
export function pageRows(view: PaperView, page: number): { cells: PlacedCell[] } {
  const from = view.pages[page] ?? 0
  const to = view.pages[page + 1] ?? view.heights.length
  const [first, last] = view.repeated
  const has_head = page > 0
  const head = has_head ? heightOf(view, first, last + 1) : 0
  return {
    cells: [...(has_head ? placed(view, first, last + 1, 0) : []), ...placed(view, from, to, head)],
  }
}

/** Which page a row is printed on. */
export function pageOfRow({ pages }: PaperView, row: number): number {
  return Math.max(
    0,
    pages.findLastIndex((start) => start <= row),
  )
}

function placed(view: PaperView, from: number, to: number, top: number): PlacedCell[] {
  return view.cells.flatMap((cell) => {
    const start = Math.max(from, cell.row)
    const end = Math.min(to, cell.row + cell.rows)
    if (start >= end) return []
    return [{ ...cell, top: top + heightOf(view, from, start), height: heightOf(view, start, end) }]
  })
}

function heightOf({ heights }: PaperView, from: number, to: number): number {
  let sum = 0
  for (let row = from; row < to; row += 1) sum += heights[row] ?? 0
  return sum
}

import { fontSizes, type StyleName } from './cell-styles.ts'
import { heightOf, lineWidth, maxRowHeight } from './row-height.ts'
import type { LaidCell, WidthOf } from './table-layout.ts'
import { textWidth } from './text-lines.ts'
import type { SheetToWrite } from './workbook.ts'

/** A piece of a line that has no columns of its own: title, head, caption, foot, note. */
export interface LinePart {
  text: string
  style: StyleName
}

export function headParts({ left, middle, right }: SheetToWrite['head']): LinePart[] {
  const parts: LinePart[] = [{ text: left, style: 'head_left' }]
  if (middle) parts.push({ text: middle, style: 'head_center' })
  if (right) parts.push({ text: right, style: 'head_right' })
  return parts
}

/** Each label with a colon begins a signature: 填报人：　　审核人：. The room that the sheet has is shared among them. */
export function spreadFoot(foot: string, width: number): string {
  const parts = foot.split(/[ \u3000]{2,}(?=[^：: \u3000]+[：:])/).map((part) => part.trimEnd())
  const room = (width / fontSizes.foot) * 0.9
  const taken = parts.reduce((sum, part) => sum + textWidth(part), 0)
  const gap = Math.min(24, Math.floor((room - taken) / parts.length))
  return parts.join('　'.repeat(Math.max(2, gap)))
}

export function layLine(
  given: readonly LinePart[],
  columns: number,
  widthOf: WidthOf,
): { height: number; cells: LaidCell[] } {
  const parts = given.length <= columns ? given : [joined(given)]
  const starts = chooseStarts(parts, columns, widthOf)
  const cells = parts.map(({ text, style }, index) => {
    const column = starts[index] ?? 0
    return { row: 0, rows: 1, column, columns: (starts[index + 1] ?? columns) - column, value: text, style }
  })
  const heights = cells.map((cell) =>
    heightOf(cell.value, cell.style, widthOf(cell.column, cell.columns, cell.style)),
  )
  return { height: Math.min(maxRowHeight, Math.max(...heights)), cells }
}

function joined(parts: readonly LinePart[]): LinePart {
  return { text: parts.map(({ text }) => text).join('　　'), style: parts[0]?.style ?? 'head_left' }
}

/** The first column of each part: of all ways to share the columns the one that fits all texts and is most even. */
function chooseStarts(parts: readonly LinePart[], columns: number, widthOf: WidthOf): number[] {
  const needs = parts.map(({ text, style }) => lineWidth(text, style))
  const total = widthOf(0, columns)
  let best: number[] = [0]
  let least = Number.POSITIVE_INFINITY
  for (const starts of waysToShare(parts.length, columns)) {
    let cost = 0
    for (const [index, need] of needs.entries()) {
      const start = starts[index] ?? 0
      const width = widthOf(start, (starts[index + 1] ?? columns) - start)
      const centre = widthOf(0, start) + width / 2
      cost += Math.max(0, need - width) * 10 + Math.abs(centre - (total * (index + 0.5)) / needs.length)
    }
    if (cost < least) {
      least = cost
      best = starts
    }
  }
  return best
}

function waysToShare(parts: number, columns: number, first = 0): number[][] {
  if (parts === 1) return [[first]]
  const ways: number[][] = []
  for (let next = first + 1; next <= columns - parts + 1; next += 1) {
    for (const rest of waysToShare(parts - 1, columns, next)) ways.push([first, ...rest])
  }
  return ways
}

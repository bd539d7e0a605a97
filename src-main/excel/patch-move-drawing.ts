import { attributeOf, childrenOf, plainText, tagOf } from './patch-element.ts'
import type { RowMoves } from './patch-moves.ts'

/** How a picture or a chart goes along with the cells below it. */
type Behaviour = 'twoCell' | 'oneCell' | 'absolute'

interface Corner {
  /** 0-based */
  row: number
  offset: number
}

/** An anchor with the rows of its corners moved: `<xdr:twoCellAnchor>`, or the `<anchor>` of a control. */
export function moveAnchor(raw: string, own: RowMoves): string {
  const behaviour = behaviourOf(tagOf(raw))
  if (behaviour === 'absolute') return raw
  const [from, to] = ['from', 'to'].map((name) => childrenOf(raw).find((child) => child.name === name))
  if (!from) return raw
  const first = cornerOf(raw.slice(from.start, from.end))
  const start = own.row(first.row + 1) - 1
  // From behind to the front, so that the places stay true.
  let moved = raw
  if (to) {
    const last = cornerOf(raw.slice(to.start, to.end))
    const end = behaviour === 'oneCell' ? last.row + start - first.row : endOf(last, own)
    moved = withRow(moved, to, end)
  }
  return withRow(moved, from, start)
}

/** An end at the very top of a row belongs to the row above. */
function endOf({ row, offset }: Corner, own: RowMoves): number {
  return offset === 0 && row > 0 ? own.row(row) : own.row(row + 1) - 1
}

function behaviourOf(tag: string): Behaviour {
  const edit_as = attributeOf(tag, 'editAs')
  if (edit_as === 'oneCell' || edit_as === 'absolute') return edit_as
  const [moves, sizes] = ['moveWithCells', 'sizeWithCells'].map((name) => attributeOf(tag, name))
  if (!/^<(?:\w+:)?anchor[\s>]/.test(tag)) return 'twoCell'
  return sizes === '1' ? 'twoCell' : moves === '1' ? 'oneCell' : 'absolute'
}

function cornerOf(raw: string): Corner {
  const numbers = new Map(
    childrenOf(raw).map(({ name, open_end, close_start }) => [
      name,
      Number(plainText(raw.slice(open_end, close_start))),
    ]),
  )
  return { row: numbers.get('row') ?? 0, offset: numbers.get('rowOff') ?? 0 }
}

function withRow(raw: string, { start, end }: { start: number; end: number }, row: number): string {
  const corner = raw.slice(start, end)
  const place = childrenOf(corner).find(({ name }) => name === 'row')
  if (!place) return raw
  const moved = corner.slice(0, place.open_end) + row + corner.slice(place.close_start)
  return raw.slice(0, start) + moved + raw.slice(end)
}

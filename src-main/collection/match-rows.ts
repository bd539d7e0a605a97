import { titleKey } from '../weekly/week-book.ts'
import { likeness } from './merge-cells.ts'
import type { FormCells, SentRow } from './sent-rows.ts'

/** A row of a file as far as it tells which sent row it is. */
export interface RowToMatch {
  /** By its key; null when it has none. */
  place: number | null
  number: string
  cells: FormCells
}

export interface Matched<Row> {
  /** Sent rows that came back. */
  pairs: Map<SentRow, Row>
  /** Rows that were not sent. */
  inserted: Row[]
  /** Sent rows that did not come back. */
  gone: SentRow[]
}

/**
 * Which row is which, however they were sorted, copied, renamed or robbed of their keys: by key, by 事项编号, by title
 * and person, by title, and last by a title that is nearly the same. Every row is one sent row at most.
 */
export function matchRows<Row extends RowToMatch>(
  sent: readonly SentRow[],
  rows: readonly Row[],
): Matched<Row> {
  const pairs = new Map<SentRow, Row>()
  const left = new Set(rows)
  const pair = (one: SentRow, row: Row) => {
    pairs.set(one, row)
    left.delete(row)
  }
  const open = () => sent.filter((one) => !pairs.has(one))
  for (const one of sent) {
    const keyed = [...left].filter(({ place }) => place === one.place)
    const best = mostAlike(one, keyed)
    if (best) pair(one, best)
  }
  const ways: ((one: SentRow, row: Row) => boolean)[] = [
    (one, row) => row.number !== '' && row.number === one.number,
    (one, row) => isSameTitle(one, row) && one.cells.person === row.cells.person,
    isSameTitle,
  ]
  for (const isMeant of ways) {
    for (const one of open()) {
      const meant = [...left].filter((row) => !hasOwnKey(row, pairs) && isMeant(one, row))
      const best = mostAlike(one, meant)
      if (best) pair(one, best)
    }
  }
  matchByLikeness(open(), left, pair)
  return { pairs, inserted: [...left], gone: open() }
}

/** A copied row keeps the key of its original; once that is found, the copy is a row of its own. */
function hasOwnKey<Row extends RowToMatch>(row: Row, pairs: ReadonlyMap<SentRow, Row>): boolean {
  if (row.place === null) return false
  return ![...pairs.keys()].some(({ place }) => place === row.place)
}

function isSameTitle(one: SentRow, row: RowToMatch): boolean {
  const title = row.cells.title ?? ''
  return title !== '' && titleKey(title, null) === titleKey(one.cells.title ?? '', null)
}

/** Of several rows the one with most cells as they were sent; the first of equals. */
function mostAlike<Row extends RowToMatch>(one: SentRow, rows: readonly Row[]): Row | undefined {
  let best: { row: Row; same: number } | undefined
  for (const row of rows) {
    const fields = Object.keys(one.cells) as (keyof FormCells)[]
    const same = fields.filter((field) => one.cells[field] === row.cells[field]).length
    if (best === undefined || same > best.same) best = { row, same }
  }
  return best?.row
}

const nearly_same = 0.6

/** Renamed and without a key: the likest pair first. */
function matchByLikeness<Row extends RowToMatch>(
  sent: readonly SentRow[],
  rows: ReadonlySet<Row>,
  pair: (one: SentRow, row: Row) => void,
): void {
  const candidates = sent.flatMap((one) =>
    [...rows].flatMap((row) => {
      if (row.place !== null || row.number !== '' || one.cells.person !== row.cells.person) return []
      const like = likeness(one.cells.title ?? '', row.cells.title ?? '')
      return like >= nearly_same ? [{ one, row, like }] : []
    }),
  )
  const taken = new Set<SentRow>()
  for (const { one, row } of candidates.sort((a, b) => b.like - a.like)) {
    if (taken.has(one) || !rows.has(row)) continue
    taken.add(one)
    pair(one, row)
  }
}

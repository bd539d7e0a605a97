import { describe, expect, it } from 'vitest'
import {
  type CardKind,
  card_kinds,
  cutMarks,
  type PaperName,
  papers,
  papers_of,
  placesOn,
} from '../../src-shared/duty-cards.ts'

const pairs = Object.entries(papers_of).flatMap(([kind, names]) =>
  names.map((paper) => [kind as CardKind, paper] as const),
)

describe.each(pairs)('%s on %s', (kind: CardKind, paper: PaperName) => {
  const card = card_kinds[kind]
  const sheet = papers[paper]
  const places = placesOn(kind, paper)

  it('has at least one card on a sheet, all of them on the paper and none over another', () => {
    expect(places.length).toBeGreaterThan(0)
    for (const [at, { x, y }] of places.entries()) {
      expect([x >= 0, y >= 0, x + card.width <= sheet.width, y + card.height <= sheet.height]).not.toContain(
        false,
      )
      for (const other of places.slice(at + 1)) {
        const is_apart = Math.abs(other.x - x) >= card.width || Math.abs(other.y - y) >= card.height
        expect(is_apart).toBe(true)
      }
    }
  })

  it('has its marks on the paper and, where cards do not share an edge, outside all of them', () => {
    const is_inside = (x: number, y: number) =>
      places.some(
        (place) => x > place.x && x < place.x + card.width && y > place.y && y < place.y + card.height,
      )
    for (const { from, to } of cutMarks(kind, paper)) {
      expect([from.x, from.y, sheet.width - to.x, sheet.height - to.y].every((room) => room >= 0)).toBe(true)
      expect(is_inside((from.x + to.x) / 2, (from.y + to.y) / 2)).toBe(false)
    }
  })
})

it('cuts a desk card at all four corners and folds a tent card in its middle', () => {
  expect(placesOn('desk', 'A4')).toEqual([
    { x: 5, y: 38.5 },
    { x: 5, y: 158.5 },
  ])
  expect(cutMarks('desk', 'A4').filter(({ is_fold }) => is_fold)).toEqual([])
  expect(cutMarks('desk', 'A4')).toHaveLength(16)
  expect(cutMarks('tent', 'A4').filter(({ is_fold }) => is_fold)).toEqual([
    { from: { x: 0, y: 148.5 }, to: { x: 4, y: 148.5 }, is_fold: true },
    { from: { x: 206, y: 148.5 }, to: { x: 210, y: 148.5 }, is_fold: true },
  ])
  expect(cutMarks('a5', 'A4')).toEqual([
    { from: { x: 0, y: 148.5 }, to: { x: 4, y: 148.5 }, is_fold: false },
    { from: { x: 206, y: 148.5 }, to: { x: 210, y: 148.5 }, is_fold: false },
  ])
  expect(cutMarks('a3', 'A3-portrait')).toEqual([])
})

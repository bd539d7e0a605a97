import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchRows } from '../../../src-main/collection/match-rows.ts'
import { verdictOf } from '../../../src-main/collection/merge-cells.ts'
import type { SentRow } from '../../../src-main/collection/sent-rows.ts'
import { packSentRows, unpackSentRows } from '../../../src-main/collection/sent-rows.ts'

const value = fc.constantFrom('甲', '乙', '丙')

/** What a careful person would write into the cell, case by case; null where only the clerk can say. */
function oracle(sent: string, returned: string, now: string): string | null {
  const they_changed = returned !== sent
  const we_changed = now !== sent
  if (!they_changed) return now
  if (!we_changed) return returned
  return returned === now ? now : null
}

const sentRow = (place: number): SentRow => ({
  place,
  part: 'this',
  matter_id: place,
  number: `2026-DJ-${place}`,
  week_monday: '2026-11-16',
  cells: { title: `事项${place}`, person: '张三', progress: '' },
})

describe('a merge of three', () => {
  it('of a cell is what the naive oracle says', () => {
    fc.assert(
      fc.property(value, value, value, (sent, returned, now) => {
        const verdict = verdictOf({ sent, returned, now })
        const merged = verdict === 'clash' ? null : verdict === 'taken' ? returned : now
        expect(merged).toBe(oracle(sent, returned, now))
      }),
    )
  })

  it('pairs every row with the one that was sent, however they are sorted, deleted, typed over and added to', () => {
    const edits = fc.record({
      count: fc.integer({ min: 0, max: 25 }),
      order: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
      deleted: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
      keyless: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
      renamed: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
      added: fc.integer({ min: 0, max: 5 }),
    })
    fc.assert(
      fc.property(edits, ({ count, order, deleted, keyless, renamed, added }) => {
        const sent = Array.from({ length: count }, (_, at) => sentRow(at + 1))
        const kept = sent.flatMap((row, at) => {
          if (deleted[at]) return []
          // Who loses the key and is called otherwise at once is another row by anybody's reading.
          const title = renamed[at] && !keyless[at] ? `另一件事${at}` : (row.cells.title ?? '')
          const place = keyless[at] ? null : row.place
          return [{ place, number: '', cells: { ...row.cells, title, progress: '已办' }, was: row.place }]
        })
        const fresh = Array.from({ length: added }, (_, at) => ({
          place: null,
          number: '',
          cells: { title: `临时交办的${'甲乙丙丁戊'.charAt(at)}`, person: '李四' },
          was: 0,
        }))
        const rows = [...kept, ...fresh]
          .map((row, at) => ({ row, rank: order[at] ?? 0 }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ row }) => row)
        const { pairs, inserted, gone } = matchRows(sent, rows)
        expect([...pairs].every(([one, row]) => one.place === row.was)).toBe(true)
        expect(pairs.size).toBe(kept.length)
        expect(new Set(inserted)).toEqual(new Set(fresh))
        expect(gone.map(({ place }) => place)).toEqual(
          sent.filter((_, at) => deleted[at]).map(({ place }) => place),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('gives a copied row no part in its original', () => {
    const sent = [sentRow(1), sentRow(2)]
    const copy = { place: 1, number: '2026-DJ-1', cells: { title: '慰问', person: '李四', progress: '三户' } }
    const original = { place: 1, number: '2026-DJ-1', cells: { ...sent[0]?.cells } }
    const { pairs, inserted, gone } = matchRows(sent, [copy, original])
    expect([[...pairs.values()], inserted, gone]).toEqual([[original], [copy], [sent[1]]])
  })

  it('keeps what was sent in a short form that says the same', () => {
    const rows = [
      sentRow(1),
      { ...sentRow(2), part: 'next' as const, cells: { title: '二', detail: '细', due: '2026-11-27' } },
    ]
    const whole = unpackSentRows(packSentRows(rows))
    expect(whole.map(({ cells, part }) => [part, cells.title, cells.due])).toEqual([
      ['this', '事项1', ''],
      ['next', '二', '2026-11-27'],
    ])
  })
})

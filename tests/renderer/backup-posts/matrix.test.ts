import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editedBy, keyOf, movedBy } from '../../../src-renderer/backup-posts/matrix-keys.ts'
import { marksOf, matrixView, wordsOf } from '../../../src-renderer/backup-posts/matrix-rows.ts'
import type { MatrixDuty, PostHolders, PostMatrix } from '../../../src-shared/backup-posts.ts'

const holders = (a_staff_id: number | null, ...b_staff_ids: number[]): PostHolders => ({
  a_staff_id,
  b_staff_ids,
})

function duty(id: number, group_id: number, held: PostHolders): MatrixDuty {
  const number = `ZZ-DJ-00${id}`
  return {
    id,
    number,
    group_id,
    group_name: `组${group_id}`,
    category_id: 1,
    content: `职责${id}`,
    no_b_reason: '',
    ...held,
  }
}

const person = (id: number, group_id: number) => ({
  id,
  name: `人${id}`,
  group_id,
  group_name: `组${group_id}`,
  left_on: null,
})

const matrix: PostMatrix = {
  people: [person(1, 1), person(2, 1), person(3, 2), person(4, 2)],
  duties: [duty(1, 1, holders(1, 2, 3)), duty(2, 1, holders(null)), duty(3, 2, holders(3, 3))],
}
const all = { group_id: null, category_id: null, text: '' }

describe('a cell', () => {
  it('becomes A, the last B or the B of a place, or empty; nobody is named twice', () => {
    const before = holders(1, 2, 3)
    expect(['a', 'B', '1', '9', 'Delete', 'x'].map((key) => editedBy(key, before, 3))).toEqual([
      holders(3, 2),
      null,
      holders(1, 3, 2),
      holders(1, 2, 3),
      holders(1, 2),
      null,
    ])
    expect(['b', '2'].map((key) => editedBy(key, before, 1))).toEqual([
      holders(null, 2, 3, 1),
      holders(null, 2, 1, 3),
    ])
  })

  it('never holds one person as two of the posts after any key', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 5 })
    const key = fc.constantFrom('a', 'b', '1', '2', '5', 'Delete')
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 9 }), key, ([a, ...bs], staff_id, pressed) => {
        const after = editedBy(pressed, holders(a ?? null, ...bs), staff_id)
        if (after === null) return
        const held = [after.a_staff_id, ...after.b_staff_ids].filter((id) => id !== null)
        expect(new Set(held).size).toBe(held.length)
        expect(held.includes(staff_id)).toBe(pressed !== 'Delete')
      }),
    )
  })

  it('takes its letters also while an input method is on', () => {
    expect([
      keyOf({ key: 'Process', code: 'KeyA' }),
      keyOf({ key: 'Process', code: 'Digit2' }),
      keyOf({ key: 'Process', code: 'Enter' }),
      keyOf({ key: 'a', code: 'KeyA' }),
    ]).toEqual(['A', '2', 'Process', 'a'])
  })
})

it('moves within its edges, by a page, and to the ends with Ctrl', () => {
  const size = { rows: 30, columns: 5, page: 10 }
  const from = { row: 4, column: 4 }
  const moved = (key: string, has_ctrl = false) => movedBy(key, has_ctrl, from, size)
  expect([moved('ArrowRight'), moved('ArrowUp'), moved('PageUp'), moved('PageDown'), moved('Home')]).toEqual([
    { row: 4, column: 4 },
    { row: 3, column: 4 },
    { row: 0, column: 4 },
    { row: 14, column: 4 },
    { row: 4, column: 0 },
  ])
  expect([moved('End', true), moved('ArrowUp', true), moved('a')]).toEqual([
    { row: 29, column: 4 },
    { row: 0, column: 4 },
    null,
  ])
})

describe('the matrix', () => {
  it('marks A and the Bs in their columns and counts what each person holds of the duties shown', () => {
    const view = matrixView(matrix, all, new Map())
    expect([
      view.rows.map((row) =>
        marksOf(row.holders, view.columns).map(({ column, word }) => `${column}${word}`),
      ),
      view.totals,
      view.bands,
    ]).toEqual([
      [['0A', '1B1', '2B2'], [], ['2A', '2B1']],
      [
        { a: 1, b: 0 },
        { a: 0, b: 1 },
        { a: 1, b: 2 },
        { a: 0, b: 0 },
      ],
      [
        { name: '组1', from: 0, count: 2 },
        { name: '组2', from: 2, count: 2 },
      ],
    ])
  })

  it('of one group keeps its people and whoever else holds one of its duties', () => {
    const view = matrixView(matrix, { ...all, group_id: 1 }, new Map())
    expect([view.rows.map(({ duty: { id } }) => id), view.people.map(({ id }) => id)]).toEqual([
      [1, 2],
      [1, 2, 3],
    ])
  })

  it('shows a duty as it would be with the adjustment that is being prepared', () => {
    const after = holders(4, 2)
    const edit = { duty_id: 1, number: 'ZZ-DJ-001', content: '职责1', before: holders(1, 2, 3), after }
    const view = matrixView(matrix, all, new Map([[1, edit]]))
    expect([view.rows.map(({ is_edited }) => is_edited), view.rows[0]?.holders, view.totals[3]]).toEqual([
      [true, false, false],
      after,
      { a: 1, b: 0 },
    ])
  })

  it('tells a cell in words', () => {
    const both = holders(3, 3)
    expect([
      wordsOf(both, 3),
      wordsOf(holders(1, 2, 3), 3),
      wordsOf(holders(1, 2), 2),
      wordsOf(both, 1),
    ]).toEqual(['A岗、B岗', 'B岗2', 'B岗', ''])
  })
})

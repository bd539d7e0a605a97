import { expect, it } from 'vitest'
import { type Marked, markOne } from '../../../src-renderer/components/grid/marked-cells.ts'
import { chosenRows, type RowDeed, runDeed } from '../../../src-renderer/components/grid/row-deeds.ts'
import { createSheet } from '../../../src-renderer/components/grid/sheet.ts'

const range = (from: number, to: number): Marked => ({
  ...markOne({ row: from, column: 0 }),
  edge: { row: to, column: 2 },
})
const ticks = (...ids: number[]) => ({ ids: new Set(ids), set: () => undefined })

function open() {
  const saved: string[][] = []
  const sheet = createSheet({
    async save(rows) {
      saved.push(rows.map(({ key }) => key))
      const stateOf = (title: string | undefined) => (title === '错' ? 'wrong' : 'saved')
      return {
        rows: rows.map(({ key, id, cells }) => ({ key, id, state: stateOf(cells.title), issues: [] })),
        change_id: 1,
      }
    },
    undo: async (id) => id,
    keep: () => undefined,
    fail(error) {
      throw error
    },
  })
  sheet.arrange([1, 2, 3].map((id) => ({ id, cells: { title: `第${id}项` } })))
  return { sheet, saved }
}

it('chooses the ticked rows, and the selected ones where none is ticked; blank rows are none', () => {
  const rows = open().sheet.rows()
  const chosen = (...asked: Parameters<typeof chosenRows>) => chosenRows(...asked).map(({ id }) => id)
  expect(chosen(rows, ticks(), range(1, 8))).toEqual([2, 3])
  expect(chosen(rows, ticks(1, 3), range(1, 1))).toEqual([1, 3])
  expect(chosen(rows, ticks(99), range(0, 0))).toEqual([1])
  expect(chosen(rows, undefined, range(5, 5))).toEqual([])
})

it('saves what was typed into the rows before anything is done to those that it suits, and leaves wrong ones out', async () => {
  const { sheet, saved } = open()
  sheet.edit([{ key: '2', field: 'title', text: '改了名' }])
  const done: unknown[] = []
  const deed: RowDeed = {
    key: 'F7',
    word: '销号',
    suits: (id) => id !== 3,
    run: (ids) => done.push([ids, [...saved]]),
  }
  await runDeed(deed, sheet.rows().slice(0, 3), sheet)
  expect(done).toEqual([[[1, 2], [['2']]]])
  await runDeed(deed, sheet.rows().slice(2, 3), sheet)
  expect(done.length).toBe(1)
  sheet.edit([{ key: '1', field: 'title', text: '错' }])
  expect(await runDeed(deed, sheet.rows().slice(0, 3), sheet)).toBe(1)
  expect(done[1]).toEqual([[2], [['2'], ['1']]])
})

it('types nothing into a locked row, and says so of a row that becomes one', () => {
  const { sheet } = open()
  const titles = () =>
    sheet
      .rows()
      .slice(0, 3)
      .map(({ saved, typed }) => typed.title ?? saved.title)
  sheet.refresh([
    { id: 1, cells: { title: '第1项' }, locked: '已销号。' },
    { id: 2, cells: { title: '第2项' } },
    { id: 3, cells: { title: '第3项' } },
  ])
  sheet.edit([1, 2].map((id) => ({ key: String(id), field: 'title', text: '粘贴的' })))
  expect(titles()).toEqual(['第1项', '粘贴的', '第3项'])
  expect(sheet.rows()[0]?.locked).toBe('已销号。')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSheet, type Sheet } from '../../../src-renderer/components/grid/sheet.ts'
import { isBlank, isUnsaved, textIn } from '../../../src-renderer/components/grid/sheet-rows.ts'
import type { RowDraft, TypedRow, TypedRowsAnswer } from '../../../src-shared/typed-rows.ts'

/** A book of one column that takes every text but 错; its changes can be taken back. */
function openBook(first: string[] = []) {
  let texts = new Map(first.map((text, at) => [at + 1, text]))
  let next_id = first.length + 1
  const states = [texts]
  const sent: TypedRow[][] = []
  let kept: RowDraft[] = []
  const failures: unknown[] = []
  let is_broken = false
  const sheet = createSheet({
    async save(rows): Promise<TypedRowsAnswer> {
      sent.push(rows)
      if (is_broken) throw new Error('磁盘已满')
      const after = new Map(texts)
      const answers = rows.map(({ key, id, cells }) => {
        const text = cells.text ?? texts.get(id ?? 0) ?? ''
        const why = { field: 'text', severity: 'wrong' as const, found: text, why: '不对。' }
        if (text === '错') return { key, id, state: 'wrong' as const, issues: [why] }
        const to = id ?? next_id++
        after.set(to, text)
        return { key, id: to, state: 'saved' as const, issues: [] }
      })
      if (after.size === texts.size && [...after].every(([id, text]) => texts.get(id) === text))
        return { rows: answers, change_id: null }
      texts = after
      states.push(texts)
      return { rows: answers, change_id: states.length - 1 }
    },
    async undo(change_id) {
      texts = states[change_id - 1] ?? new Map()
      states.push(texts)
      return states.length - 1
    },
    keep: (rows) => (kept = rows),
    fail: (error) => failures.push(error),
  })
  const book = () => [...texts].map(([id, text]) => ({ id, cells: { text } }))
  sheet.arrange(book())
  return {
    sheet,
    sent,
    failures,
    texts: () => [...texts.values()],
    kept: () => kept,
    refresh: () => sheet.refresh(book()),
    setBroken: (broken: boolean) => (is_broken = broken),
    leaveOut: (id: number) => texts.delete(id),
  }
}

const filled = (sheet: Sheet) => sheet.rows().filter((row) => !isBlank(row))
const shown = (sheet: Sheet) => filled(sheet).map((row) => textIn(row, 'text'))
const keyAt = (sheet: Sheet, at: number) => sheet.rows()[at]?.key ?? ''
const type = (sheet: Sheet, at: number, text: string) =>
  sheet.edit([{ key: keyAt(sheet, at), field: 'text', text }])
const saveAll = (sheet: Sheet) => sheet.save(sheet.rows().map(({ key }) => key))

it('always has empty rows below the last filled one', () => {
  const { sheet } = openBook(['甲'])
  expect(sheet.rows().length).toBe(31)
  type(sheet, 20, '远处')
  expect(sheet.rows().length).toBe(51)
})

it('keeps a row where it was typed when the book has it, and its key', async () => {
  const { sheet, refresh, texts } = openBook(['甲', '乙'])
  sheet.insertBlank(1, 1)
  type(sheet, 1, '中间')
  const key = keyAt(sheet, 1)
  await saveAll(sheet)
  refresh()
  expect([shown(sheet), keyAt(sheet, 1), texts()]).toEqual([['甲', '中间', '乙'], key, ['甲', '乙', '中间']])
  expect(sheet.rows().some(isUnsaved)).toBe(false)
})

it('sends only what was typed, and a refused row only once until it is typed into', async () => {
  const { sheet, sent } = openBook(['甲'])
  type(sheet, 1, '错')
  await saveAll(sheet)
  await saveAll(sheet)
  expect(sent).toEqual([[{ key: keyAt(sheet, 1), id: null, cells: { text: '错' } }]])
  expect(sheet.rows()[1]?.issues.map(({ why }) => why)).toEqual(['不对。'])
  await sheet.save([keyAt(sheet, 1)], true)
  expect(sent.length).toBe(2)
  type(sheet, 1, '对')
  expect(sheet.rows()[1]?.issues).toEqual([])
  await saveAll(sheet)
  expect(sent.length).toBe(3)
})

it('keeps what is typed while the row is on its way', async () => {
  const { sheet, refresh } = openBook(['甲'])
  type(sheet, 0, '乙')
  const saving = saveAll(sheet)
  await Promise.resolve()
  type(sheet, 0, '丙')
  await saving
  refresh()
  expect([shown(sheet), sheet.rows()[0]?.saved, sheet.rows()[0]?.typed]).toEqual([
    ['丙'],
    { text: '乙' },
    { text: '丙' },
  ])
})

it('keeps unsaved rows as drafts, lays them out again, and loses none when saving fails', async () => {
  const { sheet, kept, failures, setBroken } = openBook(['甲'])
  setBroken(true)
  type(sheet, 0, '改过')
  type(sheet, 1, '新的')
  await saveAll(sheet)
  expect(failures.length).toBe(1)
  expect(kept().map(({ id, cells }) => [id, cells.text])).toEqual([
    [1, '改过'],
    [null, '新的'],
  ])
  const again = openBook(['甲'])
  again.sheet.arrange([{ id: 1, cells: { text: '甲' } }], kept())
  expect([shown(again.sheet), again.sheet.rows()[0]?.saved]).toEqual([['改过', '新的'], { text: '甲' }])
  // The duty it was typed over has gone meanwhile: the words stay, as a new row.
  again.sheet.arrange([], [{ key: '9', id: 9, cells: { text: '别的' }, issues: [] }])
  expect(filled(again.sheet).map((row) => [row.id, textIn(row, 'text')])).toContainEqual([null, '别的'])
})

it('keeps what stands in an open cell until it is put in or given up', () => {
  const { sheet, kept } = openBook(['甲'])
  const open = { key: keyAt(sheet, 1), field: 'text', text: '写到一' }
  sheet.keepOpen(open)
  expect([kept().map(({ cells }) => cells.text), shown(sheet)]).toEqual([['写到一'], ['甲']])
  sheet.edit([{ ...open, text: '写到一半' }])
  expect(kept().map(({ cells }) => cells.text)).toEqual(['写到一半'])
  sheet.keepOpen({ key: keyAt(sheet, 0), field: 'text', text: '乙' })
  sheet.keepOpen(null)
  expect(kept().map(({ cells }) => cells.text)).toEqual(['写到一半'])
})

it('does not let a row go that an answer older than its saving does not know', async () => {
  const { sheet } = openBook(['甲'])
  type(sheet, 1, '乙')
  await saveAll(sheet)
  sheet.refresh([{ id: 1, cells: { text: '甲' } }])
  expect(shown(sheet)).toEqual(['甲', '乙'])
})

it('takes rows out that the book no longer has', () => {
  const { sheet, refresh, leaveOut } = openBook(['甲', '乙'])
  leaveOut(1)
  refresh()
  expect(shown(sheet)).toEqual(['乙'])
})

describe('stepping back', () => {
  it('takes typing back cell by cell while it is not saved, and a saved row as one', async () => {
    const { sheet, refresh, texts } = openBook(['甲'])
    type(sheet, 0, '乙')
    type(sheet, 0, '丙')
    await sheet.undo()
    expect(shown(sheet)).toEqual(['乙'])
    type(sheet, 0, '丁')
    await saveAll(sheet)
    await sheet.undo()
    refresh()
    expect([shown(sheet), texts()]).toEqual([['甲'], ['甲']])
    await sheet.redo()
    refresh()
    expect([shown(sheet), texts()]).toEqual([['丁'], ['丁']])
  })

  it('takes a block back with the rows of it that were refused', async () => {
    const { sheet, refresh, texts } = openBook(['甲'])
    const block = ['乙', '错', '丙'].map((text, at) => ({ key: keyAt(sheet, at), field: 'text', text }))
    sheet.edit(block)
    await saveAll(sheet)
    refresh()
    expect([shown(sheet), texts()]).toEqual([
      ['乙', '错', '丙'],
      ['乙', '丙'],
    ])
    await sheet.undo()
    refresh()
    expect([shown(sheet), texts()]).toEqual([['甲'], ['甲']])
  })

  it('brings a row back that was never saved and was deleted', async () => {
    const { sheet } = openBook(['甲'])
    type(sheet, 1, '写到一半')
    sheet.discard([keyAt(sheet, 1)])
    expect(shown(sheet)).toEqual(['甲'])
    await sheet.undo()
    expect(shown(sheet)).toEqual(['甲', '写到一半'])
  })

  it('comes back to where it began, whatever was typed and saved in between', async () => {
    const step = fc.oneof(
      fc.record({ at: fc.nat(4), text: fc.constantFrom('甲', '乙', '错', '') }),
      fc.constant('save' as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { sheet, refresh, texts } = openBook(['一', '二'])
        for (const one of steps) {
          if (one === 'save') await saveAll(sheet)
          else type(sheet, one.at, one.text)
          refresh()
        }
        for (let back = 0; back < 20; back += 1) {
          await sheet.undo()
          refresh()
        }
        expect([shown(sheet), texts()]).toEqual([
          ['一', '二'],
          ['一', '二'],
        ])
      }),
    )
  })
})

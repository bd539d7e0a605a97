import { describe, expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { takePaperNumber } from '../../../src-main/numbers/take-paper-number.ts'
import { numberReport } from '../../../src-main/numbers/unused-numbers.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { openWeek, week_47 } from '../weekly/open-week.ts'

async function openNumberedWeek() {
  const week = await openWeek()
  const { book } = week
  const lastChange = async () =>
    (await book.db.selectFrom('changes').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
  const undoLast = async () => undoChange(book, book.clock, await lastChange())
  return { ...week, undoLast }
}

describe('numbers that were taken and are not in use', () => {
  it('say why, when and by whom: undone, withdrawn, and of papers', async () => {
    const { book, add, rowOf, undoLast } = await openNumberedWeek()
    await add({ title: '登记错了' })
    await undoLast()
    const { number } = await add({ title: '上级取消的事' })
    await add({ title: '在办的事' })
    const { matter_id } = await rowOf(week_47, number)
    await book.change((change) => withdrawMatters(change, { matter_ids: [matter_id], reason: '上级取消' }))
    await book.change(async (change) => {
      change.describe('生成交接单')
      return takePaperNumber(change, '交接', 2026)
    })
    await undoLast()
    const { unused, scopes, years } = await numberReport(book.db, { year: null })
    const by = { on: '2026-11-20', by: '经办人' }
    expect(unused).toEqual([
      {
        ...by,
        number: '2026-DJ-0001',
        kind: 'matter',
        why: 'gap',
        reason: '撤销：登记事项 2026-DJ-0001',
        title: '',
      },
      {
        ...by,
        number: '2026-DJ-0002',
        kind: 'matter',
        why: 'withdrawn',
        reason: '上级取消',
        title: '上级取消的事',
      },
      {
        ...by,
        number: '交接〔2026〕1号',
        kind: 'paper',
        why: 'gap',
        reason: '撤销：生成交接单',
        title: '',
      },
    ])
    expect(scopes).toEqual([
      { kind: 'matter', scope: '2026-DJ', taken: 3, last: 3, used: 1 },
      { kind: 'paper', scope: '交接〔2026〕', taken: 1, last: 1, used: 0 },
    ])
    expect(years).toEqual([2026])
  })

  it('are no longer among them once the undo is taken back, and are asked for by year', async () => {
    const { book, add, undoLast } = await openNumberedWeek()
    await add()
    await undoLast()
    expect((await numberReport(book.db, { year: 2026 })).unused.map(({ number }) => number)).toEqual([
      '2026-DJ-0001',
    ])
    expect((await numberReport(book.db, { year: 2025 })).unused).toEqual([])
    await undoLast()
    expect(await numberReport(book.db, { year: 2026 })).toEqual({
      unused: [],
      scopes: [{ kind: 'matter', scope: '2026-DJ', taken: 1, last: 1, used: 1 }],
      years: [2026],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { archiveFigures } from '../../../src-main/archive/archive-figures.ts'
import { appraise, dueThings } from '../../../src-main/archive/due-things.ts'
import { giveBack, lend, lendable, listLendings, prolong } from '../../../src-main/archive/lendings.ts'
import {
  finishShelfCheck,
  listShelfChecks,
  shelfRows,
  startShelfCheck,
  tickRows,
} from '../../../src-main/archive/shelf-checks.ts'
import { openArchive } from '../../helpers/open-archive.ts'
import { problemOf } from '../../helpers/problem-of.ts'

describe('到期鉴定', () => {
  it('lists what ended before the year, once, and again only when its longer term has ended', async () => {
    const { book, entry_ids } = await openArchive([
      { title: '十年的', archived_on: '2024-01-05' },
      { title: '五年的', archived_on: '2024-01-05', filing: { retention: 'D5', location: '1柜' } },
      { title: '永久的', archived_on: '2024-01-05', filing: { retention: 'Y' } },
    ])
    const titles = async (year: number) => (await dueThings(book.db, year)).rows.map(({ title }) => title)
    expect([await titles(2029), await titles(2030), await titles(2034), await titles(2035)]).toEqual([
      [],
      ['五年的'],
      ['五年的'],
      ['五年的', '十年的'],
    ])
    book.setToday('2030-03-01')
    const things = [{ kind: 'entry', id: entry_ids[1] ?? 0 }] as const
    const decide = (result: 'extended' | 'destroy', new_retention: 'D10' | null) =>
      book.change((change) =>
        appraise(change, {
          things: [...things],
          result,
          new_retention,
          approved_by: '赵处',
          reason: '小组意见',
        }),
      )
    expect((await problemOf(decide('extended', null))).fields).toEqual({
      new_retention: '请选择延长到的保管期限。',
    })
    await decide('extended', 'D10')
    expect((await dueThings(book.db, 2030)).rows).toMatchObject([
      {
        title: '五年的',
        retention: 'D5',
        last_year: 2029,
        place: '1柜',
        appraisal: { new_retention: 'D10' },
      },
    ])
    expect([await titles(2031), await titles(2035)]).toEqual([[], ['十年的', '五年的']])
    book.setToday('2035-03-01')
    await decide('destroy', null)
    expect([await titles(2035), await titles(2036)]).toEqual([['五年的', '十年的'], ['十年的']])
  })
})

describe('借阅', () => {
  it('lends a thing to one person at a time, until a day, and tells what is overdue', async () => {
    const { book } = await openArchive([{ title: '干部任免' }, { title: '评优' }])
    const [found] = await lendable(book.db, '任免')
    const thing = { kind: 'entry' as const, id: found?.id ?? 0 }
    const some = { thing, borrower: '李四', purpose: '核对', approved_by: '赵处' }
    const give = (lent_on: string, due_on: string) =>
      book.change((change) => lend(change, { ...some, lent_on, due_on }))
    expect((await problemOf(give('2026-11-21', '2026-11-30'))).fields).toEqual({
      lent_on: '借出日期不能晚于今天（2026年11月20日）。',
    })
    const { id } = await give('2026-11-02', '2026-11-16')
    await expect(give('2026-11-20', '2026-11-30')).rejects.toThrow('UNIQUE')
    expect(await lendable(book.db, '任免')).toEqual([])
    const states = async (today: string) =>
      (await listLendings(book.db, today)).map(({ number, is_overdue }) => [number, is_overdue])
    expect([await states('2026-11-16'), await states('2026-11-17')]).toEqual([
      [['2026-DJ-0001', false]],
      [['2026-DJ-0001', true]],
    ])
    const longer = (due_on: string) => book.change((change) => prolong(change, { id, due_on }))
    expect((await problemOf(longer('2026-11-16'))).fields?.due_on).toContain('2026年11月16日')
    await longer('2026-11-30')
    expect(await states('2026-11-17')).toEqual([['2026-DJ-0001', false]])
    const back = (returned_on: string) =>
      book.change((change) => giveBack(change, { id, returned_on, return_note: '相符' }))
    expect((await problemOf(back('2026-11-01'))).fields?.returned_on).toContain('不能早于借出日期')
    await back('2026-11-20')
    expect((await problemOf(back('2026-11-20'))).code).toBe('lending_over')
    expect(await listLendings(book.db, '2026-12-31')).toMatchObject([
      { returned_on: '2026-11-20', returned_to: '经办人', is_overdue: false },
    ])
    await give('2026-11-20', '2026-11-30')
  })
})

describe('清点', () => {
  it('lists what should stand there, by place, is ticked off, and is closed for good', async () => {
    const { book } = await openArchive([
      { title: '甲', filing: { location: '2柜' } },
      { title: '乙', filing: { location: '1柜3格' } },
      { title: '丙', filing: { location: '1柜1格' } },
    ])
    const start = (of: 'boxes' | 'entries', place: string) =>
      book.change((change) => startShelfCheck(change, { title: '年底清点', of, year: null, place }))
    expect((await problemOf(start('boxes', ''))).code).toBe('nothing_to_check')
    const { id, rows } = await start('entries', '1柜')
    expect(rows).toBe(2)
    const [first, second] = await shelfRows(book.db, id)
    expect([first?.place, second?.place]).toEqual(['1柜1格', '1柜3格'])
    const tick = (row_id: number, state: 'present' | 'missing', note = '') =>
      book.change((change) => tickRows(change, { row_ids: [row_id], state, note }))
    await tick(first?.id ?? 0, 'present')
    await tick(second?.id ?? 0, 'missing', '在王五处')
    await book.change((change) => finishShelfCheck(change, id, '差一卷'))
    expect(await listShelfChecks(book.db)).toMatchObject([
      {
        rows: 2,
        finished_on: '2026-11-20',
        conclusion: '差一卷',
        counts: { present: 1, missing: 1, waiting: 0 },
      },
    ])
    expect((await problemOf(tick(second?.id ?? 0, 'present'))).message).toBe('“年底清点”已经结束，不能再改。')
  })
})

describe('归档统计', () => {
  it('counts what was closed, archived and arranged, and lists what is not archived or has no material', async () => {
    const { book, add, rowOf, signOff } = await openArchive([
      { title: '有材料', filing: { materials: '通知' } },
      { title: '没有材料' },
    ])
    const row = await rowOf('2026-11-16', (await add({ title: '待归档' })).number)
    await signOff([row.matter_id], '2026-11-20')
    const figures = await archiveFigures(book.db)
    expect(figures.years).toEqual([
      { year: 2026, closed: 1, archived: 0, arranged: 0 },
      { year: 2024, closed: 2, archived: 2, arranged: 0 },
    ])
    expect(figures.not_archived.map(({ title }) => title)).toEqual(['待归档'])
    expect(figures.without_material.map(({ title }) => title)).toEqual(['没有材料'])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addGroup } from '../../../src-main/settings/groups.ts'
import type { ImportKind, PlannedRow, TakenSuggestion } from '../../../src-shared/imports.ts'
import { addDepartment } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { importInto, planOn, verdictsOf } from '../../helpers/plan-on.ts'
import type { SheetValues } from '../../helpers/workbook-of.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
  await addDepartment(book)
})
afterEach(() => book.close())

const offersOf = (rows: readonly PlannedRow[]): (TakenSuggestion & { kind: string })[] =>
  rows.flatMap(({ issues }) => issues.flatMap(({ address, offer }) => (offer ? [{ address, ...offer }] : [])))

/** Planned as it stands, and again with every suggestion taken. */
async function withAllTaken(kind: ImportKind, sheet: SheetValues, options: { group_id?: number } = {}) {
  const before = await planOn(book, kind, sheet, { choices: options })
  const offers = offersOf(before.preview.rows)
  const taken = offers.map(({ address, found, instead }) => ({ address, found, instead }))
  const after = await planOn(book, kind, sheet, { choices: { ...options, taken } })
  return { before, offers, after }
}

describe('a suggestion', () => {
  it('for a name is taken in its own cell, and the verdict follows', async () => {
    const sheet = {
      rows: [
        ['第47周工作（2026年11月16日—11月20日）'],
        ['工作事项', '组别', '类别', '责任人', '完成时限'],
        ['第一件', '组织组', '党建', '张叁', '11月18日'],
        ['第二件', '组织组', '党建', '张 叁、李四', '11月18日'],
        ['第三件', '组织组', '党建', '张叁', '11月18日'],
      ],
    }
    const { before, offers } = await withAllTaken('weekly', sheet)
    expect(before.preview.rows.map(({ verdict }) => verdict)).toEqual(['wrong', 'wrong', 'wrong'])
    expect(new Set(offers.map(({ kind }) => kind)).size).toBe(1)
    const taken = offers.slice(0, 2).map(({ address, found, instead }) => ({ address, found, instead }))
    const after = await planOn(book, 'weekly', sheet, { choices: { taken } })
    expect(after.preview.rows.map((row) => [row.verdict, row.taken.length])).toEqual([
      ['new', 1],
      ['new', 1],
      ['wrong', 0],
    ])
    expect(after.preview.rows[1]?.issues.map(({ why }) => why)).toEqual([
      '这里有 2 个名字：“张三”作责任人，“李四”作协办人。',
    ])
  })

  it('for days that were misread in one way is of one kind, each with its own day', async () => {
    const sheet = {
      rows: [
        ['第47周工作（2026年11月16日—11月20日）'],
        ['工作事项', '组别', '类别', '责任人', '完成时限'],
        ['第一件', '组织组', '党建', '张三', '12.1'],
        ['第二件', '组织组', '党建', '张三', '11.3'],
        ['第三件', '组织组', '党建', '张三', '2026.11.31'],
      ],
    }
    const { offers, after } = await withAllTaken('weekly', sheet)
    expect(offers.map(({ kind, found, instead }) => [kind, found, instead])).toEqual([
      ['date tens', '12.1', '2026-12-10'],
      ['date tens', '11.3', '2026-11-30'],
      ['date nearest', '2026.11.31', '2026-11-30'],
    ])
    const dates = after.preview.rows.map(({ values }) => values.find(({ label }) => label === '时限')?.value)
    expect([dates, offersOf(after.preview.rows)]).toEqual([['2026-12-10', '2026-11-30', '2026-11-30'], []])
  })

  it('for a group and a category of another name keeps a second group from being made', async () => {
    await book.change((change) => addGroup(change, { code: 'DJ', name: '党建组' }))
    const sheet = {
      merges: ['A2:A3'],
      rows: [
        ['组别', '类别', '职责内容'],
        ['党建工作办', '干部事务', '组织主题党日'],
        [null, '党建', '承办党委会'],
      ],
    }
    const { before, offers, after } = await withAllTaken('duties', sheet)
    expect(before.preview.new_groups.length).toBe(1)
    expect(offers.map(({ address, found, instead }) => [address, found, instead])).toEqual([
      ['A2', '党建工作办', '党建组'],
      ['B2', '干部事务', '干部人事'],
      ['A2', '党建工作办', '党建组'],
    ])
    expect(after.preview.new_groups).toEqual([])
    expect(verdictsOf(after)).toEqual(['2 new', '3 new'])
    expect(after.preview.rows.map(({ taken }) => taken.length)).toEqual([2, 1])
  })

  it('is saved as it was taken', async () => {
    const sheet = {
      rows: [
        ['组别', '类别', '职责内容', 'A岗'],
        ['组织组', '党建', '组织主题党日', '张叁'],
      ],
    }
    const { offers } = await withAllTaken('duties', sheet)
    const taken = offers.map(({ address, found, instead }) => ({ address, found, instead }))
    await importInto(book, 'duties', sheet, { choices: { taken } })
    const holders = book.sqlite
      .prepare('SELECT staff.name FROM duty_holders JOIN staff ON staff.id = duty_holders.staff_id')
      .pluck()
      .all()
    expect(holders).toEqual(['张三'])
  })
})

describe('a row without what makes it one', () => {
  it.each<[ImportKind, SheetValues['rows'], string[]]>([
    [
      'staff',
      [
        ['姓名', '组别', '备注'],
        ['赵一', '组织组', null],
        [null, '组织组', '借调'],
        [null, '组织组', null],
      ],
      ['2 new', '3 skipped 没有姓名 A3 没有姓名，这一行没有读入。', '4 skipped 没有姓名'],
    ],
    [
      'duties',
      [
        ['组别', '类别', '职责内容', '频次'],
        ['组织组', '党建', '组织主题党日', '每月'],
        ['组织组', '党建', null, '每月'],
      ],
      ['2 new', '3 skipped 没有职责内容 C3 没有职责内容，这一行没有读入。'],
    ],
  ])('of a sheet of %s is told at the cell that is empty', async (kind, rows, verdicts) => {
    expect(verdictsOf(await planOn(book, kind, { rows }))).toEqual(verdicts)
  })
})

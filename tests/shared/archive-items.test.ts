import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArchiveItem, checkItems, fillBoxes, inOrder } from '../../src-shared/archive-items.ts'

const plain: ArchiveItem = {
  ...{ id: 1, entry_id: null, year: 2026, organ_id: 1, organ_code: 'ZRC', organ_name: '组织人事处' },
  ...{ retention: 'D10', subject: '', title: '通知', responsible: '组织人事处', document_number: '' },
  ...{ dated_on: '2026-03-01', secrecy: '', pages: 3, remark: '', parts: [], matter_number: '' },
  ...{ item_number: null, archive_number: null, box_id: null, box_number: null, corrections: 0 },
}
const itemOf = (parts: Partial<ArchiveItem>): ArchiveItem => ({ ...plain, ...parts })

const some_items = fc
  .array(
    fc.record({
      subject: fc.constantFrom('', '招聘', '评优', '培训'),
      title: fc.constantFrom('通知', '总结', '名册'),
      dated_on: fc.constantFrom(null, '2026-01-05', '2026-02-10', '2026-06-30'),
      pages: fc.option(fc.integer({ min: 1, max: 90 })),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((parts, at) => itemOf({ ...parts, id: at + 1 })))

describe('inOrder', () => {
  it('keeps papers of one subject together, by date, the subject with the earliest paper first', () => {
    const order = inOrder([
      itemOf({ id: 1, subject: '招聘', title: '公示', dated_on: '2026-05-01' }),
      itemOf({ id: 2, subject: '评优', title: '通知', dated_on: '2026-03-10' }),
      itemOf({ id: 3, subject: '招聘', title: '方案', dated_on: '2026-02-01' }),
      itemOf({ id: 4, subject: '', title: '没有日期的', dated_on: null }),
      itemOf({ id: 5, subject: '评优', title: '名单', dated_on: '2026-04-01' }),
    ])
    expect(order.map(({ id }) => id)).toEqual([3, 1, 2, 5, 4])
  })

  it('is one order of all, whatever order they come in, with each subject in one piece', () => {
    fc.assert(
      fc.property(some_items, fc.func(fc.integer()), (items, shuffled) => {
        const order = inOrder(items)
        const other = inOrder(items.toSorted((one, two) => shuffled(one.id) - shuffled(two.id)))
        expect(other).toEqual(order)
        expect(order.map(({ id }) => id).toSorted((one, two) => one - two)).toEqual(items.map(({ id }) => id))
        const subjects = order.map(({ subject, title }) => subject || title)
        const runs = subjects.filter((subject, at) => subject !== subjects[at - 1])
        expect(runs).toHaveLength(new Set(subjects).size)
      }),
    )
  })
})

describe('fillBoxes', () => {
  it('keeps the order, splits no item, overfills no box and starts none too early', () => {
    fc.assert(
      fc.property(some_items, fc.integer({ min: 1, max: 200 }), (items, most) => {
        const boxes = fillBoxes(items, most)
        const pagesOf = (box: ArchiveItem[]) => box.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
        expect(boxes.flat()).toEqual(items)
        for (const [at, box] of boxes.entries()) {
          expect(box.length).toBeGreaterThan(0)
          if (box.length > 1) expect(pagesOf(box)).toBeLessThanOrEqual(most)
          const next = boxes[at + 1]?.[0]
          if (next) expect(pagesOf(box) + (next.pages ?? 0)).toBeGreaterThan(most)
        }
      }),
    )
  })
})

describe('checkItems', () => {
  it('names what a checker would look for, and what may not be numbered', () => {
    const words = (parts: Partial<ArchiveItem>) =>
      checkItems([itemOf(parts)], ['Y', 'D10']).map(({ words, is_blocking }) => [words, is_blocking])
    expect(words({})).toEqual([])
    expect(words({ responsible: '', dated_on: null, pages: null })).toEqual([
      ['缺责任者。', true],
      ['缺日期。', true],
      ['缺页数。', true],
    ])
    expect(words({ responsible: '本单位' })).toHaveLength(1)
    expect(words({ dated_on: '2025-12-30' })).toEqual([
      ['日期是 2025 年，归入 2026 年度要在备注里说明。', true],
    ])
    expect(words({ dated_on: '2025-12-30', remark: '跨年度项目' })).toEqual([])
    expect(words({ title: '机密★ 名单' })).toEqual([['题名里有密级字样。本机不能存放涉密内容。', true]])
    expect(words({ retention: 'D30' })).toEqual([['保管期限不在本单位的保管期限表里。', false]])
    const doubles = checkItems([itemOf({ id: 1 }), itemOf({ id: 2 })], ['D10'])
    expect(doubles).toEqual([
      { item_id: 2, words: '和另一件的题名、文号、日期都相同，可能是重份文件。', is_blocking: false },
    ])
  })
})

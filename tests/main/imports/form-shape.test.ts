import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headerKey, matchShapes, shapeOf, shapeText } from '../../../src-main/imports/form-shape.ts'

describe('the key of a header', () => {
  it.each([
    ['', '完成时限\n（截止）', '完成时限截止'],
    ['', ' 姓　名：', '姓名'],
    ['', '第47周完成情况', '第#周完成情况'],
    ['', '第四十七周完成情况', '第#周完成情况'],
    ['', '11月16日—11月20日工作', '#月#日#月#日工作'],
    ['', '十一月工作', '#月工作'],
    ['AB岗设置', 'A岗', 'ab岗设置a岗'],
    ['', '第一责任人', '第一责任人'],
  ])('%j over %j is %s', (parent, text, key) => {
    expect(headerKey(parent, text)).toBe(key)
  })
})

const header = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸]{1,4}$/)
const headers = fc.uniqueArray(header, { minLength: 1, maxLength: 12 })
const named = (texts: readonly string[], from = 1) =>
  texts.map((text, at) => ({ column: from + at, parent: '', text }))

describe('the shape of a form', () => {
  it('does not change with blanks, width, marks, weeks and days', () => {
    const spoil = fc.constantFrom<(text: string) => string>(
      (text) => `${text}：`,
      (text) => ` ${text}\n`,
      (text) => [...text].join('　'),
      (text) => `（${text}）`,
    )
    const property = fc.property(headers, spoil, fc.integer({ min: 1, max: 53 }), (texts, change, week) => {
      const first = named([...texts, '第1周进展'])
      const second = named([...texts.map(change), `第${week}周进展`])
      expect(shapeText(shapeOf(second))).toBe(shapeText(shapeOf(first)))
    })
    fc.assert(property)
  })

  it('is another one when a column is named or placed otherwise', () => {
    const property = fc.property(headers, fc.integer({ min: 2, max: 9 }), (texts, from) => {
      expect(shapeText(shapeOf(named(texts, from)))).not.toBe(shapeText(shapeOf(named(texts))))
    })
    fc.assert(property)
  })
})

describe('two shapes', () => {
  it('that hold the same names match column by column, whatever their order', () => {
    const shuffled = headers.chain((texts) =>
      fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
    )
    const property = fc.property(shuffled, ([texts, moved]) => {
      const match = matchShapes(shapeOf(named(texts)), shapeOf(named(moved)))
      const by_name = texts.map((text, at) => [at + 1, moved.indexOf(text) + 1])
      expect([match.likeness, [...match.columns].toSorted(([one], [other]) => one - other)]).toEqual([
        1,
        by_name,
      ])
      expect([match.renamed, match.gone, match.added]).toEqual([[], [], []])
    })
    fc.assert(property)
  })

  it('never give one column to two, and account for every column', () => {
    const property = fc.property(headers, headers, (before, now) => {
      const [known, here] = [shapeOf(named(before)), shapeOf(named(now))]
      const { columns, gone, added } = matchShapes(known, here)
      expect(new Set(columns.values()).size).toBe(columns.size)
      expect([columns.size + gone.length, columns.size + added.length]).toEqual([known.length, here.length])
    })
    fc.assert(property)
  })

  it('tell a renamed column by its place', () => {
    const known = shapeOf(named(['序号', '事项', '责任人', '时限']))
    expect(matchShapes(known, shapeOf(named(['序号', '事项', '承办人', '时限'])))).toMatchObject({
      renamed: [{ column: 3, before: '责任人', now: '承办人' }],
      moved: [],
      gone: [],
      added: [],
      likeness: 0.75,
    })
  })
})

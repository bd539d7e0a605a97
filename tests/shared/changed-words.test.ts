import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedWords, type Piece } from '../../src-shared/changed-words.ts'

const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, is_changed }) => (is_changed ? `[${text}]` : text)).join('')

it.each([
  ['每月底前', '每月25日前', '每月[底]前', '每月[25日]前'],
  ['收缴党费', '收缴党费', '收缴党费', '收缴党费'],
  ['', '新写的', '', '[新写的]'],
  ['组织召开党员大会', '召开支部党员大会', '[组织]召开党员大会', '召开[支部]党员大会'],
])('%s and %s', (before, after, old, now) => {
  expect(changedWords(before, after).map(marked)).toEqual([old, now])
})

it('answers both texts whole, and what is not marked is the same in both', () => {
  const words = fc.string({ unit: fc.constantFrom(...'甲乙丙丁，1'), maxLength: 30 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const sides = changedWords(before, after)
      const whole = sides.map((pieces) => pieces.map(({ text }) => text).join(''))
      const [kept_old, kept_now] = sides.map((pieces) =>
        pieces.flatMap(({ text, is_changed }) => (is_changed ? [] : [text])).join(''),
      )
      expect([whole, kept_old]).toEqual([[before, after], kept_now])
    }),
  )
})

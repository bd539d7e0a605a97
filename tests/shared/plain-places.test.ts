import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesOf } from '../../src-shared/plain-places.ts'
import { plainText } from '../../src-shared/plain-text.ts'

describe('the places of a word', () => {
  it.each([
    ['ＤＪ－0047', 'dj-', ['ＤＪ－']],
    ['党费、党课', '党', ['党', '党']],
    ['一　 二', '一 二', ['一　 二']],
    ['㈱东方', '(株)', ['㈱']],
    ['𠮷林𠮷', '𠮷', ['𠮷', '𠮷']],
    ['党费', '', []],
    ['党费', '费收', []],
  ])('of %s for %s are in the text as it is written', (text, word, pieces) => {
    expect(placesOf(text, word).map(({ start, end }) => text.slice(start, end))).toEqual(pieces)
  })

  it('are pieces that read as the word, in order and apart, and there are some when the text holds it', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'党费Ａa－- 　\n０0½㈱'), maxLength: 20 })
    fc.assert(
      fc.property(anyText, fc.nat(19), fc.integer({ min: 1, max: 4 }), (text, from, length) => {
        const word = plainText(text).slice(from, from + length)
        const places = placesOf(text, word)
        expect(places.length > 0).toBe(word !== '')
        expect(places.every(({ start, end }) => plainText(text.slice(start, end)).includes(word))).toBe(true)
        expect(places.slice(1).every(({ start }, at) => start >= (places[at]?.end ?? 0) - 1)).toBe(true)
      }),
    )
  })
})

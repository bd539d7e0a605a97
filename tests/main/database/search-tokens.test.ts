import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchOf, tokensOf } from '../../../src-main/database/search-tokens.ts'
import { plainText } from '../../../src-shared/plain-text.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

/** Few enough that questions are found; among them what LIKE, FTS5 and Unicode are particular about. */
const characters = [
  ...['党', '费', '量', '子', '·', '（', '，', '。', '—', '〔', '『', '々', '𠮷', '😀', '👨‍👩', '\u{20000}'],
  ...['a', 'B', 'Ｂ', 'ß', 'ﬁ', 'İ', 'Σ', 'é', 'e\u0301', '\u0301', 'ｶﾞ', '㈱', '½', '２', '0', '4', '7', 'Ⅳ'],
  ...['%', '_', '\\', '"', "'", '*', '^', '-', '－', ':', '(', ')', '+', '{', '~', '.', '/', '!', '！'],
  ...[' ', '　', '\n', '\t', '\0', '\u0007', '\u00a0', '\u200b', '\ufeff', '\ud842', '\udfb7', '\ufffd'],
]
const anyText = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 40 })
/** A piece of one of the texts, or anything. */
const anyQuestion = fc.record({
  nth: fc.nat(),
  from: fc.nat(39),
  length: fc.integer({ min: 1, max: 6 }),
  other: fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 4 }),
  is_piece: fc.boolean(),
})
const anyQuestions = fc.array(anyQuestion, { minLength: 10, maxLength: 20 })

it('finds exactly what an escaped LIKE finds over the same plain texts', async () => {
  const { sqlite, close } = await openTestBook()
  sqlite.exec('CREATE TEMP TABLE plain_texts (id INTEGER PRIMARY KEY, plain TEXT NOT NULL)')
  const write = sqlite.prepare('INSERT INTO plain_texts VALUES (?, ?)')
  const index = sqlite.prepare(
    "INSERT INTO search_matters (rowid, words, initials, facets) VALUES (?, ?, '', '')",
  )
  const find = sqlite.prepare('SELECT rowid FROM search_matters WHERE search_matters MATCH ? ORDER BY rowid')
  let hits = 0
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 20, maxLength: 40 }), anyQuestions, (texts, questions) => {
      sqlite.exec(
        "DELETE FROM plain_texts; INSERT INTO search_matters (search_matters) VALUES ('delete-all')",
      )
      for (const [at, text] of texts.entries()) {
        write.run(at + 1, plainText(text))
        index.run(at + 1, tokensOf(plainText(text)))
      }
      for (const { nth, from, length, other, is_piece } of questions) {
        const piece = (texts[nth % texts.length] ?? '').slice(from, from + length)
        const words = plainText(is_piece ? piece : other)
          .split(' ')
          .filter(Boolean)
        if (words.length === 0) continue
        const like = words.map(() => "plain LIKE ? ESCAPE '\\'").join(' AND ')
        const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
        const expected = sqlite.prepare(`SELECT id FROM plain_texts WHERE ${like} ORDER BY id`)
        const by_like = expected.pluck().all(...patterns)
        hits += by_like.length
        expect([words, find.pluck().all(matchOf('words', words))]).toEqual([words, by_like])
      }
    }),
    { numRuns: 300 },
  )
  expect(hits).toBeGreaterThan(1000)
  await close()
})

it('writes every pair of neighbours, marks in full width, and the last character of a run', () => {
  expect(tokensOf(plainText('党费-1号 ＯＡ'))).toBe('党费 费－ －1 1号 号 oa a')
})

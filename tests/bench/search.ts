// Search in the archive of twenty years, 300,000 matters, over LIKE on the same plain texts in a narrow table.

import { matchOf } from '../../src-main/database/search-tokens.ts'
import { findEverywhere } from '../../src-main/search/find.ts'
import { searchCounts, searchPage } from '../../src-main/search/search-page.ts'
import { plainText } from '../../src-shared/plain-text.ts'
import { SearchFilter } from '../../src-shared/search.ts'
import type { TestBook } from '../helpers/open-test-book.ts'
import { type Figure, medianOf } from './figure.ts'
import { bench_today, openTwentyYears } from './twenty-years.ts'

const rounds = 5
/** One character and two, rare and everywhere, a number, two words, and what is nowhere. */
const questions = [
  '廉',
  '鑫',
  '党',
  '工资',
  '养老金',
  '2019-dj-0047',
  '处务会',
  '年度考核 高层次',
  '不存在',
  '2006年第3周',
]

let opened: Promise<TestBook> | undefined

/** Both figures ask the same book; filling it is most of the time they take. */
function openArchive(): Promise<TestBook> {
  opened ??= fillArchive()
  return opened
}

/** Beside the index stand the same texts for LIKE to look through. */
async function fillArchive(): Promise<TestBook> {
  const book = await openTwentyYears()
  const { sqlite } = book
  sqlite.function('plain_text', (text) => plainText(String(text)))
  sqlite.exec('CREATE TABLE plain_texts (id INTEGER PRIMARY KEY, plain TEXT NOT NULL)')
  sqlite.exec(`INSERT INTO plain_texts
    SELECT e.id, plain_text(concat_ws(char(10), m.number, m.title, m.detail, e.location, e.materials))
    FROM archive_entries AS e JOIN matters AS m ON m.id = e.matter_id`)
  return book
}

type Ask = (words: readonly string[]) => unknown[]

/** The median time of each question by the index, over the median of LIKE where nothing is found; counts over LIKE's count. */
function figure(name: string, bound: number, what: 'newest 50' | 'count'): Figure {
  return {
    name,
    bound,
    async measure() {
      const book = await openArchive()
      const { byIndex, byLike } = asking(book, what)
      const no_hit = time(() => byLike(['不存在的']))
      const asked = questions.map((question) => {
        const words = plainText(question).split(' ')
        const [found, expected] = [byIndex(words), byLike(words)]
        if (JSON.stringify(found) !== JSON.stringify(expected))
          throw new Error(`${question}: not what LIKE finds`)
        const ours = time(() => byIndex(words))
        return { question, ours, like: what === 'count' ? time(() => byLike(words)) : no_hit }
      })
      const worst = Math.max(...asked.map(({ ours, like }) => ours / like))
      const lines = asked.map(
        ({ question, ours, like }) => `${question}: ${ours.toFixed(2)} ms, LIKE ${like.toFixed(0)} ms`,
      )
      return { value: worst, information: lines }
    },
  }
}

function asking({ sqlite }: TestBook, what: 'newest 50' | 'count'): { byIndex: Ask; byLike: Ask } {
  const [id, rest] = what === 'count' ? ['count(*)', ''] : ['id', 'ORDER BY id DESC LIMIT 50']
  const index = sqlite
    .prepare(
      `SELECT ${id.replace('id', 'rowid')} FROM search_archive_entries
       WHERE search_archive_entries MATCH ? ${rest.replace('id', 'rowid')}`,
    )
    .pluck()
  return {
    byIndex: (words) => index.all(matchOf('words', words)),
    byLike: (words) => {
      const like = words.map(() => "plain LIKE ? ESCAPE '\\'").join(' AND ')
      const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
      return sqlite
        .prepare(`SELECT ${id} FROM plain_texts WHERE ${like} ${rest}`)
        .pluck()
        .all(...patterns)
    },
  }
}

function time(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return medianOf(times)
}

/** The Ctrl+K box as a whole over LIKE where nothing is found: people, duties, matters, archive, four queries and more. */
const box: Figure = {
  name: 'search-box',
  bound: 1 / 5,
  async measure() {
    const book = await openArchive()
    const { byLike } = asking(book, 'newest 50')
    const no_hit = time(() => byLike(['不存在的']))
    const asked: { question: string; ours: number }[] = []
    for (const question of questions) {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const from = performance.now()
        await findEverywhere(book.db, bench_today, question)
        times.push(performance.now() - from)
      }
      asked.push({ question, ours: medianOf(times) })
    }
    return {
      value: Math.max(...asked.map(({ ours }) => ours)) / no_hit,
      information: asked.map(
        ({ question, ours }) => `${question}: ${ours.toFixed(2)} ms, LIKE ${no_hit.toFixed(0)} ms`,
      ),
    }
  },
}

/** Filters as they are asked, with a text and without one; the last finds nothing in all its twenty years. */
const filters: readonly Partial<SearchFilter>[] = [
  { text: '工资', year: 2019 },
  { text: '党', category_id: 3, staff_id: 7 },
  { text: '年度考核', from_on: '2015-03-09', to_on: '2021-11-02', group_id: 2 },
  { retention: 'D30', category_id: 1, group_id: 4 },
  { year: 2026, kind: 'matter' },
  { text: '不存在', year: 2010 },
]

/** A page of 查找结果, or its counts, over LIKE where nothing is found. */
function filtered(
  name: string,
  bound: number,
  ask: (book: TestBook, filter: SearchFilter) => Promise<unknown>,
): Figure {
  return {
    name,
    bound,
    async measure() {
      const book = await openArchive()
      const { byLike } = asking(book, 'newest 50')
      const no_hit = time(() => byLike(['不存在的']))
      const asked: { words: string; ours: number }[] = []
      for (const filter of filters) {
        const whole = SearchFilter.parse(filter)
        const times: number[] = []
        for (let round = 0; round < rounds; round += 1) {
          const from = performance.now()
          await ask(book, whole)
          times.push(performance.now() - from)
        }
        asked.push({ words: JSON.stringify(filter), ours: medianOf(times) })
      }
      return {
        value: Math.max(...asked.map(({ ours }) => ours)) / no_hit,
        information: asked.map(
          ({ words, ours }) => `${words}: ${ours.toFixed(2)} ms, LIKE ${no_hit.toFixed(0)} ms`,
        ),
      }
    },
  }
}

export const search: readonly Figure[] = [
  figure('search-newest-50', 1 / 5, 'newest 50'),
  figure('search-count', 1 / 3, 'count'),
  box,
  filtered('search-filtered', 1 / 3, (book, filter) => searchPage(book.db, bench_today, filter, null)),
  filtered('search-filtered-counts', 1 / 3, (book, filter) => searchCounts(book.db, bench_today, filter)),
]

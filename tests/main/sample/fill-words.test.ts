import { expect, it } from 'vitest'
import { fillWords } from '../../../src-main/sample/fill-words.ts'

const all = '{去年}{年}{明年} {上月}{月}{下月} {上季}{季} {半年} {上周}'

it.each([
  ['2026-11-16', '202520262027 101112 三四 下半年 46'],
  ['2026-12-28', '202520262027 11121 三四 下半年 52'],
  ['2027-01-04', '202620272028 1212 四一 上半年 53'],
  ['2026-06-29', '202520262027 678 二三 上半年 26'],
])('names the season of the week of %s', (monday, words) => {
  expect(fillWords(all, monday)).toBe(words)
})

it('refuses a word it does not know', () => {
  expect(() => fillWords('{旬}', '2026-11-16')).toThrow('旬')
})

import { describe, expect, it } from 'vitest'
import {
  choiceCell,
  dateCell,
  freeChoiceCell,
  namesCell,
  number_cell,
  text_cell,
} from '../../../src-renderer/components/grid/cell-kinds.ts'
import { fittingOptions, takeOption } from '../../../src-renderer/components/grid/option-list.ts'

const people = ['张三', '李四', '王五', '张三丰', '单国平'].map((label) => ({ label }))
const labels = (kind: Parameters<typeof fittingOptions>[0], text: string) =>
  fittingOptions(kind, text).map(({ label }) => label)

it.each([
  ['11.16', '2026-11-16'],
  ['11月16日', '2026-11-16'],
  ['2026/11/16', '2026-11-16'],
  ['１１－１６', '2026-11-16'],
  ['1月4日', '2027-01-04'],
  ['2月30日', '2月30日'],
  ['10.3', '10.3'],
  ['月底前', '月底前'],
])('a date cell makes of %j %j', (typed, kept) => {
  expect(dateCell('2026-12-20').read(typed)).toBe(kept)
})

it('reads numbers in half width and leaves alone what is none', () => {
  expect(['１，２００', '3.50', '三', '0012345678901234567'].map(number_cell.read)).toEqual([
    '1200',
    '3.50',
    '三',
    '0012345678901234567',
  ])
})

it('keeps lines of a text and parts names by 、', () => {
  expect(text_cell.read(' 甲\r\n乙 ')).toBe('甲\n乙')
  expect(namesCell(people).read('张三, 李四；赵六\n王　五')).toBe('张三、李四、赵六、王五')
  expect(choiceCell(people).read(' 张 三 ')).toBe('张三')
})

describe('the list of a cell', () => {
  it('is found by text, pinyin and initials, also half typed in an input method', () => {
    const kind = choiceCell(people)
    expect(labels(kind, '张三')).toEqual(['张三', '张三丰'])
    expect(labels(kind, 'zs')).toEqual(['张三', '张三丰'])
    expect(labels(kind, "li's")).toEqual(['李四'])
    expect(labels(kind, 'shan')).toEqual(['单国平'])
    expect(labels(kind, '三')).toEqual(['张三', '张三丰'])
    expect(labels(kind, 'xyz')).toEqual([])
    expect(labels(kind, '')).toEqual(people.map(({ label }) => label))
  })

  it('is about the name being typed, and takes only its place', () => {
    const kind = namesCell(people)
    expect(labels(kind, '张三、ls')).toEqual(['李四'])
    expect(takeOption(kind, '张三、ls', { label: '李四' })).toBe('张三、李四')
    expect(takeOption(freeChoiceCell(people), 'ls', { label: '李四' })).toBe('李四')
  })
})

import { expect, it } from 'vitest'
import { fillSlots, slotsOf } from '../../src-shared/form-slots.ts'

const keysOf = (text: string) => slotsOf(text).map(({ key }) => key)

it.each([
  ['填报单位（盖章）：　　　　填报时间：　年　月　日　　单位：项', ['填报单位（盖章）', '填报时间', '单位']],
  ['2026年第　　周重点工作推进台账', ['#week']],
  ['第四十七周工作情况', ['#week']],
  ['（　　年　　月）工作月报', ['#month']],
  ['报告周次：第　周', ['#week']],
  ['填报人：＿＿＿　审核人：', ['填报人', '审核人']],
  ['主要职责', []],
  ['2026年11月13日', ['#date']],
])('finds the places to write in: %s', (text, keys) => {
  expect(keysOf(text)).toEqual(keys)
})

it.each([
  [
    '填报单位：　　　　　　填报时间：　年　月　日',
    { 填报单位: '组织人事处', 填报时间: '2026年11月20日' },
    '填报单位：组织人事处　　填报时间：2026年11月20日',
  ],
  ['第　　周周报', { '#week': '47' }, '第47周周报'],
  ['第46周（填报人：张三）', { '#week': '47', 填报人: '李四' }, '第47周（填报人：李四）'],
  ['（2025年10月）月报', { '#month': '2026年11月' }, '（2026年11月）月报'],
  ['填报人：张三　　审核人：', {}, '填报人：张三　　审核人：'],
])('writes into them and leaves the rest: %s', (text, words, filled) => {
  expect(fillSlots(text, new Map(Object.entries(words)))).toBe(filled)
})

it('fills again what it has filled before', () => {
  const blank = '填报单位：　　　　填报时间：　年　月　日　　第　周'
  const write = (text: string, week: string, day: string) =>
    fillSlots(
      text,
      new Map([
        ['填报单位', '人事处'],
        ['填报时间', day],
        ['#week', week],
      ]),
    )
  const first = write(blank, '46', '2026年11月13日')
  expect(write(first, '47', '2026年11月20日')).toBe(write(blank, '47', '2026年11月20日'))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inNameOrder, nameComparator } from '../../../src-main/names/name-order.ts'
import { strokesOf } from '../../../src-main/names/strokes.ts'
import type { NameOrder } from '../../../src-shared/name-order.ts'

/** The names come out as they are written here, whatever order they come in. */
async function expectOrder(order: NameOrder, written: string): Promise<void> {
  const names = written.split(' ')
  const shuffled = names.toReversed().map((name) => ({ name }))
  expect((await inNameOrder(shuffled, order)).map(({ name }) => name)).toEqual(names)
}

describe('strokes', () => {
  it('are told as 横竖撇点折, with 提 as 横, 竖钩 as 竖, 捺 as 点, and empty where they are not known', () => {
    expect(['于', '万', '王', '丁', '江', '力', '骉'].map(strokesOf)).toEqual([
      ...['112', '153', '1121', '12', '441121', '53', ''],
    ])
  })
})

describe('姓氏笔画', () => {
  it('orders surnames by strokes, then by 横竖撇点折', async () => {
    await expectOrder('surname_strokes', '丁一 于一 万一 卫一 马一 王一 文一 方一 石一 冯一')
  })

  it('puts one character behind the surname before two', async () => {
    await expectOrder('surname_strokes', '田富 田大利 田富贵')
    await expectOrder('surname_strokes', '王刚 王伟 王磊 王一鸣 王小明')
  })

  it('puts a name with a character of unknown strokes behind the others', async () => {
    await expectOrder('surname_strokes', '丁一 魏一 骉一')
  })
})

describe('姓名笔画', () => {
  it('compares character by character, whatever the length', async () => {
    await expectOrder('name_strokes', '田大利 田富 田富贵')
    await expectOrder('name_strokes', '王一鸣 王小明 王刚 王伟 王磊')
  })
})

describe('拼音', () => {
  it('reads surnames as surnames, one name at a time', async () => {
    await expectOrder('pinyin', '仇英 单立峰 解缙 曾凡')
  })

  it('compares syllables before tones', async () => {
    await expectOrder('pinyin', '李明 李强 林一帆 张三')
  })
})

it('is a true order: total, and the same both ways round', async () => {
  const surname = fc.constantFrom(...'王于万马张李单曾解欧骉')
  const given = fc.array(fc.constantFrom(...'一伟刚磊明小大'), { minLength: 1, maxLength: 2 })
  const name = fc.tuple(surname, given).map(([first, rest]) => first + rest.join(''))
  for (const order of ['surname_strokes', 'name_strokes', 'pinyin'] as const) {
    const compare = await nameComparator(order)
    if (compare === null) throw new Error('No order')
    fc.assert(
      fc.property(name, name, name, (one, two, three) => {
        expect(Math.sign(compare(one, two))).toBe(-Math.sign(compare(two, one)) + 0)
        expect(compare(one, two) === 0).toBe(one === two)
        if (compare(one, two) < 0 && compare(two, three) < 0) expect(compare(one, three)).toBeLessThan(0)
      }),
    )
  }
})

it('leaves the clerk’s own order alone', async () => {
  const rows = [{ name: '王五' }, { name: '丁一' }]
  expect(await inNameOrder(rows, 'manual')).toEqual(rows)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNames } from '../../../src-main/imports/read-names.ts'

const namesIn = (text: string) => readNames(text).map(({ name }) => name)

describe('names in a cell', () => {
  it.each([
    ['王　伟', ['王伟']],
    ['王 小 明', ['王小明']],
    ['欧阳 修', ['欧阳修']],
    ['张三、李四', ['张三', '李四']],
    ['张三，李四,王五；赵六', ['张三', '李四', '王五', '赵六']],
    ['穆明怡/姜民/赵丰梅', ['穆明怡', '姜民', '赵丰梅']],
    ['张三 李四\n王五', ['张三', '李四', '王五']],
    ['张三 王 伟', ['张三', '王伟']],
    ['张三和李四', ['张三', '李四']],
    ['周和平', ['周和平']],
    ['张三、张 三', ['张三']],
    ['买买提·艾力', ['买买提·艾力']],
    ['Evance Li', ['Evance Li']],
    ['全体', ['全体']],
    ['/', []],
    ['——', []],
    ['无', []],
    ['　', []],
  ])('%j are %j', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it('keeps what stands beside a name as its note or label', () => {
    expect(readNames('方子国(暂时)、张三（组长、兼）、李四等3人')).toEqual([
      { name: '方子国', note: '暂时', label: '' },
      { name: '张三', note: '组长、兼', label: '' },
      { name: '李四', note: '等3人', label: '' },
    ])
    expect(readNames('A岗：张三 B岗：李四')).toEqual([
      { name: '张三', note: '', label: 'A岗' },
      { name: '李四', note: '', label: 'B岗' },
    ])
  })

  const character = fc.constantFrom(...'张王李赵陈刘伟芳敏静丽强磊军洋勇艳杰涛明超')
  const name = fc.array(character, { minLength: 2, maxLength: 3 }).map((characters) => characters.join(''))
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 6 })

  it('reads any list of names back, whatever parts them and however they are padded', () => {
    const separator = fc.constantFrom('、', '，', ',', '/', '\n', '；', ' 、 ', '　、')
    fc.assert(
      fc.property(names, separator, fc.constantFrom('', ' ', '　'), (list, between, padding) => {
        const padded = list.map((one) => (one.length === 2 ? [...one].join(padding) : one))
        expect(namesIn(padded.join(between))).toEqual(list)
      }),
    )
  })

  it('reads names parted by blanks alone as long as none is padded', () => {
    fc.assert(
      fc.property(names, (list) => {
        expect(namesIn(list.join(' '))).toEqual(list)
      }),
    )
  })

  it('never throws and never answers an empty name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readNames(text).every(({ name }) => name.trim() !== '')).toBe(true)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupCode } from '../../../src-main/imports/group-code.ts'
import { loadSounds } from '../../../src-main/imports/pinyin-sounds.ts'
import { similarName } from '../../../src-main/imports/similar-name.ts'
import { Code } from '../../../src-shared/fields.ts'

const sounds = await loadSounds()

describe('the code of a new group', () => {
  it('is made of the initials of its name', () => {
    const codes = ['党建组', '人事科', '办公室', '综合', '第1组', 'IT小组'].map((name) =>
      groupCode(name, new Set(), sounds),
    )
    expect(codes).toEqual(['DJ', 'RS', 'BGS', 'ZH', 'DZ', 'IT'])
  })

  it('is always valid and never one that is taken', () => {
    const character = fc.constantFrom(...'党建人事工资纪检一二三ABC12组科处（）　')
    const name = fc.string({ unit: character, minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), (names) => {
        const taken = new Set<string>()
        for (const one of names) {
          const code = groupCode(one, taken, sounds)
          expect(taken.has(code)).toBe(false)
          expect(Code.parse(code)).toBe(code)
          taken.add(code)
        }
      }),
    )
  })
})

describe('the name somebody may have meant', () => {
  const roster = ['王伟', '张晓明', '李四', '欧阳修远']

  it.each([
    ['王玮', '王伟'],
    ['张小明', '张晓明'],
    ['张明', '张晓明'],
    ['欧阳修', '欧阳修远'],
    ['赵六', null],
  ])('%s: %s', (written, meant) => {
    expect(similarName(written, roster, sounds)).toBe(meant)
  })
})

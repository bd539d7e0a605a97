import { describe, expect, it } from 'vitest'
import { Code, Id, required, text } from '../../src-shared/fields.ts'

const messages = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message)

describe('fields', () => {
  it('trim both ends and leave line breaks inside', () => {
    expect([text().parse(' 一\n二　'), required('姓名').parse('　张三 ')]).toEqual(['一\n二', '张三'])
  })

  it('ask for what is missing by its name', () => {
    expect([
      messages(required('姓名', 40).safeParse('　 ')),
      messages(required('姓名', 4).safeParse('一二三四五')),
      messages(text(3).safeParse('一二三四')),
    ]).toEqual([['请填写姓名。'], ['姓名不能超过 4 个字。'], ['不能超过 3 个字。']])
  })

  it.each([
    ['dj', 'DJ'],
    [' ZZ ', 'ZZ'],
    ['ABCDEF', 'ABCDEF'],
  ])('read the code %s as %s', (typed, code) => {
    expect(Code.parse(typed)).toBe(code)
  })

  it.each(['', 'ABCDEFG', 'D1', '党建', 'D J', 'D-J'])('refuse the code "%s"', (typed) => {
    expect(messages(Code.safeParse(typed))).toEqual(['代码用 1 到 6 个英文字母，例如 DJ。'])
  })

  it('refuse an id that is no whole positive number', () => {
    expect([1, 0, -1, 1.5, '1', null].map((id) => Id.safeParse(id).success)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

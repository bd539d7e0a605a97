import { describe, expect, it } from 'vitest'
import { plainName, StaffDraft } from '../../src-shared/staff.ts'

describe('a name', () => {
  it.each([
    ['王　伟', '王伟'],
    ['王  伟', '王伟'],
    ['　欧阳 修 ', '欧阳修'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['Anna  Ｌi', 'Anna Li'],
    ['张三２', '张三2'],
    ['张三 （二）', '张三 (二)'],
  ])('written %s is kept as %s', (written, kept) => {
    expect([plainName(written), plainName(kept)]).toEqual([kept, kept])
  })

  it('is made plain and asked for by the form', () => {
    const draft = { group_id: null, staff_code: '', post: '', phone: '', note: '', joined_on: null }
    expect(StaffDraft.parse({ ...draft, name: '王　伟' }).name).toBe('王伟')
    expect(
      StaffDraft.safeParse({ ...draft, name: '　' }).error?.issues.map((issue) => issue.message),
    ).toEqual(['请填写姓名。'])
  })
})

import { expect, it } from 'vitest'
import { readInitials } from '../../../src-main/database/initials.ts'

it.each([
  ['组织开展主题党日活动', 'zzkzztdrhd'],
  ['重要会议（长期）', 'zyhycq'],
  ['银行账户', 'yhzh'],
  ['缴费率', 'jfl'],
  ['oa系统ab岗', 'oaxtabg'],
  ['', ''],
])('%s is read %s', async (sentence, initials) => {
  expect(await readInitials([sentence])).toEqual([initials])
})

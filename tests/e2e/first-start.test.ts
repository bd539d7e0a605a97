import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openDatabase } from '../../src-main/database/open-database.ts'
import { expectSaid, goTo, screen } from '../helpers/clerk.ts'
import { dumpOf } from '../helpers/dump.ts'
import { shareApp } from '../helpers/share-app.ts'

const office = shareApp({ today: '2026-11-20' })

/** Everything that stands in the clerk's own book, read beside the running program. */
async function ownBook(): Promise<Record<string, unknown[]>> {
  const book = openDatabase(join(office.folder, 'data', 'duty-ledger.db'))
  const dump = dumpOf(book.sqlite)
  await book.close()
  return dump
}

test('the first start is empty, says what to do first and offers the sample year', async () => {
  const { page } = office
  const start = screen(page, '本周工作台').getByRole('region', { name: '开始使用' })
  await expect(start.getByRole('button')).toHaveText([
    '去设置',
    '导入名册',
    '逐个登记',
    '导入职责清单',
    '打开每周销号',
    '打开示例年度',
  ])
  const hints = {
    履职清单: '还没有职责',
    人员名册: '还没有人员',
    AB岗: '还没有职责可以设AB岗',
    每周销号: '本周还没有事项',
    办结归档: '还没有归档的事项',
  }
  for (const [place, hint] of Object.entries(hints)) {
    const empty = (await goTo(page, place)).getByRole('region', { name: hint })
    await expect(empty.getByRole('button').first()).toBeEnabled()
  }
})

test('one click enters the sample year and one leaves it; the own book is untouched', async () => {
  const { page, folder } = office
  const before = await ownBook()
  await goTo(page, '本周工作台')
  await page.getByRole('button', { name: '打开示例年度' }).click()
  await expect(page.getByRole('navigation', { name: '本周数字' })).toContainText('150 项')
  await expect(page.getByText('现在看到的是示例年度')).toBeVisible()
  await expect(await goTo(page, '人员名册')).toContainText('全处16人')
  await office.app.call('staff.add', {
    ...{ name: '示例里的人', group_id: null, staff_code: '', post: '', phone: '', note: '', joined_on: null },
  })
  await expect(screen(page, '人员名册')).toContainText('全处17人')

  await page.getByRole('button', { name: '退出示例' }).click()
  await expectSaid(page, '已回到您自己的台账')
  await expect(screen(page, '人员名册').getByRole('region', { name: '还没有人员' })).toBeVisible()
  expect(await ownBook()).toEqual(before)
  expect(existsSync(join(folder, 'data', 'sample.db'))).toBe(false)
})

import { expect, test } from '@playwright/test'
import { dialog, expectSaid, goTo, row, rowsWithCell } from '../helpers/clerk.ts'
import { person } from '../helpers/department.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })

async function names(): Promise<string[]> {
  const people = await office.app.call('staff.list', { include_left: true })
  return people.map(({ name }) => name)
}

test('a backup is made by hand beside the one of the day, checked and counted', async () => {
  const { page, app } = office
  await app.call('staff.add', person('张三'))
  const place = await goTo(page, '备份与恢复')
  await expect(rowsWithCell(place, '每日首次启动')).toHaveCount(1)
  await place.getByRole('button', { name: '立即备份' }).click()
  await expectSaid(page, '已备份')
  await expect(rowsWithCell(place, '手工备份')).toContainText('完好')
})

test('restoring brings the old state back and keeps a safety copy of the newer one', async () => {
  const { page, app } = office
  await app.call('staff.add', person('李四'))
  const place = await goTo(page, '备份与恢复')
  await rowsWithCell(place, '手工备份')
    .getByRole('button', { name: /^恢复到/ })
    .click()
  const question = dialog(page, /^把台账恢复到/)
  await expect(question).toContainText('1 名人员')
  await expect(question).toContainText('李四')
  await question.getByRole('button', { name: /^恢复到/ }).click()
  await expectSaid(page, '台账已恢复到')
  await expect.poll(names).toEqual(['张三'])
  await expect(rowsWithCell(place, '恢复前')).toHaveCount(1)
  await expect(row(await goTo(page, '人员名册'))).toHaveCount(1)
})

test('from the safety copy the newer state comes back, and a restart shows the same', async () => {
  const { page } = office
  const place = await goTo(page, '备份与恢复')
  await rowsWithCell(place, '恢复前')
    .getByRole('button', { name: /^恢复到/ })
    .click()
  await dialog(page, /^把台账恢复到/)
    .getByRole('button', { name: /^恢复到/ })
    .click()
  // What was said after the restore before may still stand there, so the book itself is asked until it has changed.
  await expect.poll(names).toEqual(['张三', '李四'])
  await office.restart()
  expect(await names()).toEqual(['张三', '李四'])
})

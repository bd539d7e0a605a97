// A clerk freezes the list, changes a duty, looks at what changed, and mends what the coverage check has found.
import { test } from '@playwright/test'
import { dialog, expect, expectSaid, field, goTo, list, numberAfter, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

const office = shareApp({ today: '2026-11-20' })

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await expect(screen(office.page, '本周工作台')).toContainText('150 项')
})

test('a frozen version stands beside the list of today, the changed words marked', async () => {
  const { page } = office
  const place = await goTo(page, '履职清单')
  const views = page.getByRole('navigation', { name: '履职清单的视图' })
  await views.getByRole('link', { name: '版本' }).click()
  await place.getByRole('button', { name: '定版' }).click()
  const form = dialog(page, '履职清单定版')
  await expect(field(form, '版本名称')).toHaveValue('2026年版')
  await form.getByRole('button', { name: '定版' }).click()
  await expectSaid(page, '已定版 2026年版')
  await expect(place).toContainText('两份清单完全相同')

  await views.getByRole('link', { name: '清单', exact: true }).click()
  await place.getByRole('button', { name: 'DJZ-DJ-006' }).click()
  await place.getByRole('complementary').getByRole('button', { name: '修改' }).click()
  const edit = dialog(page, '修改职责 DJZ-DJ-006')
  await field(edit, '办理时限').fill('每月15日前')
  await edit.getByRole('button', { name: '采用为日历规则' }).click()
  await edit.getByRole('button', { name: '保存' }).click()
  await expectSaid(page, '已保存 DJZ-DJ-006')
  await expect(place.getByRole('complementary')).toContainText('日历规则')

  await views.getByRole('link', { name: '版本' }).click()
  const row = place.getByRole('row').filter({ hasText: 'DJZ-DJ-006' })
  await expect(row).toContainText('修改表述')
  await expect(row.locator('.word-change')).toHaveText('5')
  await expect(place).toContainText('修改表述1项')
})

test('a finding opens its duty and goes when the duty is mended there', async () => {
  const { page } = office
  const place = await goTo(page, '履职清单')
  await page
    .getByRole('navigation', { name: '履职清单的视图' })
    .getByRole('link', { name: '覆盖检查' })
    .click()
  const checks = place.getByRole('navigation', { name: '检查项目' })
  const finding = checks.getByRole('button', { name: '缺B岗' })
  const before = await numberAfter(finding, '缺B岗')
  await finding.click()
  await place.getByRole('button', { name: 'DJZ-DJ-031' }).click()
  await place.getByRole('complementary').getByRole('button', { name: '修改' }).click()
  const edit = dialog(page, '修改职责 DJZ-DJ-031')
  const b = list(edit, 'B岗（可多人，按先后为B1、B2）')
  await b.fill('xxl')
  await page.locator('.ant-select-item-option-active').waitFor()
  await b.press('Enter')
  await b.press('Control+Enter')
  await expectSaid(page, '已保存 DJZ-DJ-031')
  await expect(finding).toContainText(`缺B岗${before - 1}项`)
})

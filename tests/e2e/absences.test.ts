// 8:05 on a Friday: somebody calls in sick. By keyboard: who stands in, who is appointed, 交接单, 返岗.
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { dialog, expect, expectSaid, field, goTo, gridRow, list, row, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await expect(screen(office.page, '本周工作台')).toContainText('150 项')
})

test('the workbench says who is away and leads there', async () => {
  const { page } = office
  await page.getByRole('link', { name: '现在谁不在' }).click()
  const place = screen(page, '离岗顶岗')
  await expect(place.getByRole('region', { name: '离岗人员' })).toContainText('韩东旭')
  await expect(row(place, 'DJZ-DJ-007')).toContainText('B岗顶岗')
})

test('an absence is registered by keyboard: its risks show while it is typed, and are settled there', async () => {
  const { page } = office
  await page.keyboard.press('Alt+5')
  await screen(page, '离岗顶岗').waitFor()
  await page.keyboard.press('Control+n')
  const form = dialog(page, '登记离岗')
  await expect(list(form, '人员')).toBeFocused()
  // 曾凡 is ill from 11-25, when 石磊, whose B he is, is on leave.
  await page.keyboard.type('zf')
  await page.locator('.ant-select-item-option-active:visible').waitFor()
  await page.keyboard.press('Enter')
  const preview = form.getByRole('region', { name: '顶岗情况' })
  await expect(preview.getByRole('region', { name: '由谁顶岗' })).toContainText('石磊（B岗）')
  await page.keyboard.press('Tab')
  await page.keyboard.type('bj')
  await page.locator('.ant-select-item-option-active:visible').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2026-11-25')
  await page.keyboard.press('Enter')
  const risks = preview.getByRole('region', { name: '无人顶岗' })
  await expect(risks).toContainText('A岗、B岗都不在')
  await expect(risks).toContainText('11月25日 无人')
  const before = await risks.getByRole('listitem').count()
  await risks
    .getByRole('button', { name: /^指派顾秉正顶岗/ })
    .first()
    .press('Enter')
  await expect(risks.getByRole('listitem')).toHaveCount(before - 1)
  await expect(preview.getByRole('region', { name: '由谁顶岗' })).toContainText('顾秉正（指派）')
  await field(form, '批准指派顶岗 1 项的分管领导').fill('顾秉正')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已登记离岗')
  const place = screen(page, '离岗顶岗')
  await expect(row(place, '曾凡', '病假')).toContainText(`${before - 1} 项无人顶岗`)
  await expect(place.getByRole('complementary', { name: '离岗 曾凡' })).toContainText('顾秉正批准')
})

test('a second absence at that time is refused kindly, at its field', async () => {
  const { page } = office
  const form = dialog(page, '登记离岗')
  await expect(form).toHaveCount(0)
  await page.keyboard.press('Control+n')
  await expect(list(form, '人员')).toBeFocused()
  await page.keyboard.type('hdx')
  await page.locator('.ant-select-item-option-active:visible').waitFor()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('region', { name: '顶岗情况' })).toContainText('已经登记了培训，时间重叠')
  await page.keyboard.press('Tab')
  await page.keyboard.type('sj')
  await page.locator('.ant-select-item-option-active:visible').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByRole('alert').first()).toContainText('韩东旭11月19日—24日已经登记了培训')
  await form.getByRole('button', { name: '取消' }).click()
  await page
    .getByRole('button', { name: '放 弃' })
    .or(page.getByRole('button', { name: '放弃' }))
    .click()
  await expect(form).toHaveCount(0)
})

test('the weekly sign-off says who stands in', async () => {
  const place = await goTo(office.page, '每周销号')
  await expect(gridRow(place, '2026-DJ-0229')).toContainText('B岗许晓岚顶岗')
})

test('the 交接单 is made, refuses a password, is exported, handed over and handed back', async () => {
  const { page } = office
  const place = await goTo(page, '离岗顶岗')
  await place.getByRole('link', { name: '交接单' }).click()
  await place.getByRole('button', { name: /韩东旭/ }).click()
  await expect(place.getByRole('region', { name: '职责及接替人' })).toContainText('许晓岚（B岗）')
  const access = place.getByRole('region', { name: '系统权限' })
  await access.getByRole('button', { name: '加一行系统权限' }).click()
  await access.getByRole('textbox', { name: '系统名称' }).last().fill('内网邮箱')
  const detail = access.getByRole('textbox', { name: /权限范围/ }).last()
  await detail.fill('密码 abc123')
  await expect(access).toContainText('交接单上不写密码')
  await place.getByRole('button', { name: '保存' }).click()
  await expect(place.getByRole('alert')).toContainText('交接单上不写密码')
  await detail.fill('代收公文')
  await place.getByRole('button', { name: '保存' }).click()
  await expectSaid(page, '交接单已保存')

  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-papers-'))
  await office.app.saveInto(folder)
  await place.getByRole('button', { name: '导出交接单…' }).click()
  await expectSaid(page, '已导出 工作交接单 韩东旭')
  await place.getByRole('button', { name: '已返岗', exact: true }).click()
  const form = dialog(page, /返岗交接/)
  await expect(field(form, '返岗交接日期')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, /已返岗/)
  await place.getByRole('button', { name: '导出返岗单…' }).click()
  await expectSaid(page, '已导出 返岗交接单 韩东旭')
  expect(readdirSync(folder).sort()).toEqual([
    '工作交接单 韩东旭（11月19日—24日）.xlsx',
    '返岗交接单 韩东旭（11月19日）.xlsx',
  ])
})

test('the month shows who is away and a gap is appointed from it', async () => {
  const { page } = office
  const place = await goTo(page, '离岗顶岗')
  await place.getByRole('link', { name: '风险表' }).click()
  await expect(place.getByRole('region', { name: '本月离岗日历' })).toContainText('石磊')
  const rows = row(place.getByRole('region', { name: '无人顶岗的职责' }), 'ZHZ-WM-005')
  await rows.getByRole('button', { name: '指派唐婉顶岗ZHZ-WM-005' }).click()
  const form = dialog(page, /指派顶岗/)
  await field(form, '批准的分管领导').fill('沈怀远')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已指派顶岗')
  await expect(rows).toHaveCount(0)
})

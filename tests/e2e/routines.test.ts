// 周期事项: what the duties' own time limits ask for, listed for next week with the keys, once.
import { expect, test } from '@playwright/test'
import { dialog, expectSaid, field, goTo, numberAfter, row } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
})

test('the week says what is not listed yet, and leads to it', async () => {
  const { page } = office
  const weekly = await goTo(page, '每周销号')
  await weekly.getByRole('radiogroup', { name: '本周与下周' }).getByText('下周工作打算').click()
  await weekly.getByRole('link', { name: /^周期事项待生成\s*\d+/ }).click()
  await expect(dialog(page, /生成周期事项/)).toBeVisible()
})

test('what is ticked is listed with its title and its date as typed; what is not waits on', async () => {
  const { page, app } = office
  const form = dialog(page, /生成周期事项/)
  const before = await numberAfter(form, '生成周期事项（')
  const boxes = form.getByRole('checkbox')
  await expect(boxes).toHaveCount(before)
  await boxes.first().press('Space')
  const date = form.getByRole('textbox', { name: /的时限$/ }).last()
  await date.fill('2026-11-27')
  await date.press('Enter')
  const title = form.getByRole('textbox', { name: /的工作事项$/ }).last()
  await title.fill('编写第48周工作简报')
  await title.press('Control+Enter')
  await expectSaid(page, `已生成 ${before - 1} 项，列入每周清单`)
  await expect(form).toHaveCount(0)
  const { rows } = await app.call('weekly.show', { week_monday: '2026-11-23' })
  expect(rows.filter(({ title }) => title === '编写第48周工作简报')).toMatchObject([
    { is_planned: true, source: '职责', week_state: 'not_started', due_on: '2026-11-27' },
  ])
  await page.getByRole('main', { name: '履职清单' }).getByRole('button', { name: '生成周期事项' }).click()
  await expect(dialog(page, '生成周期事项（1 项待生成）')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a date is left out with its reason in the calendar of the year', async () => {
  const { page } = office
  const place = await goTo(page, '履职清单')
  await place.getByRole('link', { name: '周期事项' }).click()
  await row(place, 'DJZ-DJ-007').getByRole('button', { name: 'DJZ-DJ-007' }).click()
  const panel = page.getByRole('complementary', { name: '周期事项 DJZ-DJ-007' })
  await panel
    .getByRole('listitem')
    .filter({ hasText: '12月' })
    .getByRole('button', { name: '不列入…' })
    .click()
  const form = dialog(page, 'DJZ-DJ-007 12月不列入')
  await expect(field(form, '不列入的原因')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(form).toContainText('请填写不列入的原因。')
  await field(form, '不列入的原因').fill('与年终总结合并')
  await page.keyboard.press('Control+Enter')
  await expect(panel.getByRole('listitem').filter({ hasText: '12月' })).toContainText('不列入 与年终总结合并')
})

test('one without a date is started by hand and due so long after what happened', async () => {
  const { page, app } = office
  const place = page.getByRole('main', { name: '履职清单' })
  await page.keyboard.press('Escape')
  await place.getByRole('radiogroup', { name: '时限的种类' }).getByText('随时发起').click()
  await row(place, '收到申请后5个工作日内').first().getByRole('button', { name: /^发起/ }).click()
  await expect(field(dialog(page, /^发起/), '工作事项')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已列入本周：')
  const { rows } = await app.call('weekly.show', { week_monday: '2026-11-16' })
  expect(rows.filter(({ title }) => title === '办理党员组织关系转接')).toMatchObject([
    { due_on: '2026-11-27', is_planned: false, staff_name: '韩东旭' },
  ])
})

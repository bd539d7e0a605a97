// Finding: from Ctrl+K to all that answers, narrowed, kept by name, exported, and opened, by the keys alone.
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Locator, test } from '@playwright/test'
import { dialog, expect, field, list, row, rowsWithCell, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

const office = shareApp({ today: '2026-11-20' })

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await expect(screen(office.page, '本周工作台')).toContainText('150 项')
})

/** From wherever one is. */
async function find(text: string): Promise<Locator> {
  await office.page.keyboard.press('Control+k')
  await office.page.keyboard.type(text)
  await office.page.keyboard.press('Control+Enter')
  await expect(dialog(office.page, '查找')).toHaveCount(0)
  return screen(office.page, '查找结果')
}

test('Ctrl+K leads to everything that answers, and the rows lead to their records and back', async () => {
  const { page } = office
  await page.keyboard.press('Control+k')
  await page.keyboard.type('党')
  const all = dialog(page, '查找').getByRole('option', { name: /查看全部 \d+ 条/ })
  await expect(all).toBeVisible()
  const count = Number(/\d+/.exec(await all.innerText())?.[0])
  await page.keyboard.press('ArrowUp')
  await expect(all).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  const results = screen(page, '查找结果')
  await expect(results.getByRole('status')).toContainText(`已显示 50 / ${count} 条`)
  await results.getByRole('button', { name: '再显示 50 条' }).press('Enter')
  await expect(results.getByRole('status')).toContainText(`已显示 100 / ${count} 条`)
  await expect(row(results).first().locator('mark').first()).toHaveText('党')
  await results
    .getByRole('navigation', { name: '结果的种类' })
    .getByRole('link', { name: /^归档/ })
    .press('Enter')
  await expect(rowsWithCell(results, '职责')).toHaveCount(0)
  const first = row(results).first()
  const number = await first.getByRole('cell').nth(1).innerText()
  await first.press('Enter')
  await expect(screen(page, '办结归档').getByRole('complementary')).toContainText(number)
  await page.goBack()
  await expect(row(results, number)).toHaveCount(1)
})

test('a number in short finds its matter', async () => {
  const results = await find('2026ZH275')
  await expect(row(results, '2026-ZH-0275')).toHaveCount(1)
  await expect(row(results).first().locator('mark').first()).toHaveText('2026-ZH-0275')
})

test('a narrowed question is kept by name, found again after a restart, renamed and removed', async () => {
  const { page } = office
  const results = await find('党')
  await results.getByRole('textbox', { name: '查找的文字' }).fill('')
  await list(results, '类别').fill('党建')
  await list(results, '类别').press('Enter')
  await expect(results.getByRole('status')).toContainText('已显示 50')
  await expect(results.locator('mark')).toHaveCount(0)
  const shown = (await results.getByRole('status').textContent()) ?? ''
  await results.getByRole('button', { name: '存为常用查找…' }).press('Enter')
  await field(dialog(page, '存为常用查找'), '名称').fill('党建全部')
  await page.keyboard.press('Control+Enter')
  await expect(results.getByRole('button', { name: '常用查找：党建全部' })).toBeVisible()
  await office.restart()
  const again = office.page
  await again.keyboard.press('Control+k')
  await dialog(again, '查找').getByRole('link', { name: '★ 党建全部' }).press('Enter')
  const kept = screen(again, '查找结果')
  await expect(kept.getByRole('status')).toHaveText(shown)
  await kept.getByRole('button', { name: '常用查找：党建全部' }).press('Enter')
  await again.getByRole('menuitem', { name: '改名…' }).click()
  await field(dialog(again, '给常用查找改名'), '名称').fill('党建')
  await again.keyboard.press('Control+Enter')
  await kept.getByRole('button', { name: '常用查找：党建' }).press('Enter')
  await again.getByRole('menuitem', { name: '删除' }).click()
  await expect(kept.getByRole('button', { name: '存为常用查找…' })).toBeVisible()
})

test('the export holds what is found, with the question in its title', async () => {
  const { page } = office
  const results = await find('党课')
  await expect(results.getByRole('status')).toContainText('已显示')
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-found-'))
  await office.app.saveInto(folder)
  await expect(results.getByRole('status')).toHaveText(/已显示 (\d+) \/ \1 条/)
  const [found] = /\d+/.exec(await results.getByRole('status').innerText()) ?? []
  await results.getByRole('button', { name: '导出…' }).press('Enter')
  const asked = page.getByRole('button', { name: '仍要导出' })
  const done = page.getByText(`（${found} 行）`)
  await expect(asked.or(done).first()).toBeVisible()
  if (await asked.isVisible()) await asked.click()
  await expect(done).toBeVisible()
  expect(readdirSync(folder)).toEqual(['查找结果清单（“党课”）.xlsx'])
})

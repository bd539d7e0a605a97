// What goes out of the week: counts that open to their lists, the ledgers of 督办 and 整改, the page before the meeting.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { readWorkbook } from '../../src-main/excel/read-workbook.ts'
import { dialog, expect, expectSaid, field, goTo, list, row, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const into = mkdtempSync(join(tmpdir(), 'duty-ledger-outputs-'))

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await office.app.saveInto(into)
})
test.afterAll(() => rmSync(into, { recursive: true }))

async function view(name: string) {
  const weekly = await goTo(office.page, '每周销号')
  await office.page.getByRole('navigation', { name: '每周销号的视图' }).getByRole('link', { name }).click()
  return weekly
}

/** Every text of the first sheet that was saved under a name with these words. */
async function savedTexts(words: string): Promise<string[]> {
  const name = readdirSync(into).find((file) => file.includes(words)) ?? ''
  const { sheets } = await readWorkbook(join(into, name))
  return sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
}

test('a figure of 完成率 opens to as many matters as it says, by keyboard too', async () => {
  const { page } = office
  const weekly = await view('完成率')
  await weekly.getByRole('button', { name: '许晓岚结转数 2' }).click()
  const panel = page.getByRole('complementary', { name: '许晓岚　2026年第四季度的事项' })
  await expect(panel).toContainText('2 项')
  await expect(panel.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await weekly.getByRole('radiogroup', { name: '统计口径' }).getByText('时间').click()
  await row(weekly, '2026年第三季度').focus()
  await page.keyboard.press('Enter')
  const quarter = page.getByRole('complementary', { name: '2026年第三季度的事项' })
  const { rows } = await office.app.call('statistics.count', {
    by: 'time',
    period: { kind: 'quarter', monday: '2026-11-16' },
  })
  const third = rows.find(({ name }) => name === '2026年第三季度')
  await expect(quarter.getByRole('listitem')).toHaveCount(third?.carried_out ?? -1)
})

test('the table of 完成率 is saved with what its counts mean', async () => {
  const weekly = await view('完成率')
  await weekly.getByRole('radiogroup', { name: '统计口径' }).getByText('组别').click()
  await expect(row(weekly, '党建组')).toHaveCount(1)
  await weekly.getByRole('button', { name: '导出统计表…' }).click()
  await expectSaid(office.page, /已导出 组织人事处（监察室）2026年第四季度完成率统计表（按组别）/)
  const texts = await savedTexts('完成率统计表')
  expect(texts).toEqual(expect.arrayContaining(['党建组', '合计', '完成率']))
  expect(texts.filter((text) => text.includes('计划数＋计划外＝完成数＋结转数＋撤销数'))).toHaveLength(1)
})

test('a matter comes under 整改, is told of in its ledger, and is let go again', async () => {
  const { page } = office
  const weekly = await view('督办整改')
  await weekly.getByRole('radiogroup', { name: '督办还是整改' }).getByText('整改台账').click()
  await weekly.getByRole('button', { name: '列入整改' }).click()
  const form = dialog(page, '列入整改')
  await list(form, '事项').fill('工资统发')
  await expect(page.locator('.ant-select-item-option-active')).toContainText('工资统发')
  await page.keyboard.press('Enter')
  await field(form, '反馈问题').fill('数据核对不及时')
  await field(form, '整改措施').fill('每月20日前核对')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已列入整改 1 项')
  await row(weekly, '数据核对不及时').dblclick()
  const panel = page.getByRole('complementary', { name: /^整改 2026-/ })
  await expect(panel).toContainText('每月20日前核对')
  await weekly.getByRole('button', { name: '导出整改台账…' }).click()
  await expectSaid(page, /已导出 组织人事处（监察室）问题整改销号台账/)
  expect(await savedTexts('问题整改销号台账')).toEqual(
    expect.arrayContaining(['数据核对不及时', '每月20日前核对']),
  )
  await panel.getByRole('button', { name: '移出台账' }).click()
  await expectSaid(page, '已移出整改台账，事项本身没有变动')
  await expect(row(weekly, '数据核对不及时')).toHaveCount(0)
})

test('会前一页 is one page, 周报 of one person names the person', async () => {
  const { page } = office
  const place = await goTo(page, '统计上报')
  await place.getByRole('button', { name: '预览会前一页' }).click()
  const preview = screen(page, '打印预览')
  await expect(preview.getByRole('article', { name: '第 1 页' })).toContainText('到今天逾期未办结')
  await expect(preview).toContainText('第 1 页 / 共 1 页')
  await preview.getByRole('button', { name: '返回' }).click()
  await place.getByRole('combobox', { name: '人员' }).fill('方静宜')
  await page.keyboard.press('Enter')
  await place.getByRole('button', { name: '导出本周工作完成情况及下周工作计划' }).click()
  await expect(place.getByRole('status').filter({ hasText: '已导出' })).toContainText('方静宜第47周工作情况')
  expect(readFileSync(join(into, '组织人事处（监察室）方静宜第47周工作情况.xlsx')).length).toBeGreaterThan(
    1000,
  )
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectSaid, goTo, gridRow, numberAfter, previewImport, row, screen } from '../helpers/clerk.ts'
import { importSample, sampleFile } from '../helpers/import-sample.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })

test.beforeAll(async () => {
  await importSample(office.app, 'staff', '人员名册.xlsx')
  await importSample(office.app, 'duties', '岗位职责清单.xlsx')
})

/** The rows of the week and of the next week's plan, as the book has them. */
async function titlesOfWeek(): Promise<string[]> {
  const { rows, plan } = await office.app.call('weekly.show', { week_monday: '2026-11-16' })
  return [...rows, ...plan].map(({ title }) => title)
}

test('a form with mistakes: each is named by its cell, and none of its rows is saved', async () => {
  const { page, app } = office
  await app.chooseFile(sampleFile('周报-有错误.xlsx'))
  const preview = await previewImport(page, '每周报表')
  await expect(preview).toContainText('周报-有错误.xlsx · 工作表“第47周”')
  await preview.getByRole('radiogroup', { name: '筛选行' }).getByText('错误').click()
  const wrong = row(preview, '错误')
  await expect(wrong.filter({ hasText: /C\d+ 人员名册里没有“王小虎”/ })).toHaveCount(1)
  await expect(wrong.filter({ hasText: /D\d+ “2026\.2\.30”不是一个日期/ })).toHaveCount(1)
  await expect(wrong.filter({ hasText: /B\d+ 工作事项是空的/ })).toHaveCount(1)
  await expect(wrong).toHaveCount(3)
  for (const box of await wrong.getByRole('checkbox').all()) await expect(box).toBeDisabled()
  expect(await titlesOfWeek()).toEqual([])

  const wrong_titles = ['核查编外人员合同到期情况', '公示专业技术岗位拟聘人员']
  for (const title of wrong_titles) await expect(wrong.filter({ hasText: title })).toHaveCount(1)
  await preview.getByRole('button', { name: /^保存 \d+ 行$/ }).click()
  await expectSaid(page, '已导入 周报-有错误.xlsx')
  const { rows } = await app.call('weekly.show', { week_monday: '2026-11-16' })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ title }) => wrong_titles.includes(title))).toEqual([])
})

test('a good form: every row is accounted for, and nothing is saved before 保存', async () => {
  const { page, app } = office
  const before = await titlesOfWeek()
  await app.chooseFile(sampleFile('周报-劳资组.xlsx'))
  const preview = await previewImport(page, '每周报表')
  const filters = preview.getByRole('radiogroup', { name: '筛选行' })
  const [all = 0, ...parts] = await Promise.all(
    ['全部', '新增', '更新', '相同', '跳过', '错误'].map((word) => numberAfter(filters, word)),
  )
  expect(parts.reduce((sum, part) => sum + part)).toBe(all)
  expect(await titlesOfWeek()).toEqual(before)
  await preview.getByRole('button', { name: '放弃' }).click()
  await screen(page, '导入').waitFor()
  expect(await titlesOfWeek()).toEqual(before)

  await previewImport(page, '每周报表')
  await preview.getByRole('button', { name: /^保存 \d+ 行$/ }).click()
  await expectSaid(page, '已导入 周报-劳资组.xlsx')
  const place = await goTo(page, '每周销号')
  await expect(gridRow(place, '报送11月工资统发数据', '唐婉', '2026-11-12')).toHaveCount(1)
  await expect(place.getByRole('navigation', { name: '组别' })).toContainText('已收 3/3')
})

test('the same form again: all of it is 相同 and there is nothing to save', async () => {
  const { page, app } = office
  const before = await titlesOfWeek()
  await app.chooseFile(sampleFile('周报-劳资组.xlsx'))
  const preview = await previewImport(page, '每周报表')
  const filters = preview.getByRole('radiogroup', { name: '筛选行' })
  expect([
    await numberAfter(filters, '新增'),
    await numberAfter(filters, '更新'),
    await numberAfter(filters, '错误'),
  ]).toEqual([0, 0, 0])
  await expect(preview.getByRole('button', { name: /^保存/ })).toBeDisabled()
  await preview.getByRole('button', { name: '放弃' }).click()
  expect(await titlesOfWeek()).toEqual(before)
})

test('a file that is no workbook is refused by name, and the next file can be chosen', async () => {
  const { page, app, folder } = office
  const fake = join(folder, '照片改名.xlsx')
  writeFileSync(fake, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  await app.chooseFile(fake)
  const place = await goTo(page, '导入')
  await place.getByRole('button', { name: '选择文件…' }).click()
  const notice = place.getByRole('alert')
  await expect(notice).toContainText('“照片改名.xlsx”是图片，不是 Excel 工作簿。')
  await expect(notice).toContainText('请选择')
  await app.chooseFile(sampleFile('周报-综合组.xlsx'))
  await previewImport(page, '每周报表')
  await expect(page.getByRole('main')).toContainText('周报-综合组.xlsx')
  await page.getByRole('button', { name: '放弃' }).click()
})

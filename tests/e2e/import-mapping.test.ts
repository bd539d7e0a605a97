// 对应关系: a form with words of its own is explained once, by keyboard, and known from then on.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { buildWorkbook } from '../helpers/build-workbook.ts'
import { expectSaid, goTo, row, screen } from '../helpers/clerk.ts'
import { importSample } from '../helpers/import-sample.ts'
import { shareApp } from '../helpers/share-app.ts'
import { type Line, sheetOf } from '../helpers/write-sheet.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })

test.beforeAll(async () => {
  await importSample(office.app, 'staff', '人员名册.xlsx')
  await importSample(office.app, 'duties', '岗位职责清单.xlsx')
})

const title = ['重点工作分工（第47周）']
const work: Line[] = [
  [1, '起草年度工作总结和要点', '周敏', '2026-12-10'],
  [2, '组织发展对象培训班', '王 玮', '2026-12-15'],
  [3, '核定第四季度绩效工资', '唐婉', '2026-12-20'],
  [4, '整理全年人事档案材料', '方静宜', '2026-12-25'],
  [5, '组织党务干部专题培训', '王玮', '2026-12-28'],
]

async function open(name: string, rows: readonly Line[]): Promise<void> {
  const { page, app, folder } = office
  const path = join(folder, name)
  writeFileSync(path, buildWorkbook({ sheets: [sheetOf(rows)] }))
  await app.chooseFile(path)
  const start = await goTo(page, '导入')
  await start.getByRole('radiogroup', { name: '表的种类' }).getByText('每周报表', { exact: true }).click()
  await start.getByRole('button', { name: '选择文件…' }).click()
}

test('a form with words of its own is explained by keyboard alone', async () => {
  const { page } = office
  await open('分工.xlsx', [title, ['序号', '干什么', '谁来干', '啥时候'], ...work])
  const mapping = screen(page, '对应关系')
  await expect(mapping).toContainText('没有找到有把握的表头')
  const due = mapping.getByRole('combobox', { name: 'D 列读作' })
  await expect(mapping.getByRole('combobox', { name: 'B 列读作' })).toBeVisible()
  await mapping.getByRole('combobox', { name: 'A 列读作' }).focus()
  for (let column = 0; column < 3; column += 1) await page.keyboard.press('Tab')
  await expect(due).toBeFocused()
  await page.keyboard.type('备注')
  await page.keyboard.press('Enter')
  await expect(mapping).toContainText('您选的')
  await page.keyboard.type('计划完成时间')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  const preview = screen(page, '导入每周报表')
  await expect(preview).toContainText('按您选的对应关系')
  await expect(row(preview, '起草年度工作总结和要点', '周敏', '2026-12-10')).toHaveCount(1)
})

test('a suggestion is taken for all cells of its kind, and given back', async () => {
  const preview = screen(office.page, '导入每周报表')
  await expect(row(preview, '错误', '王玮')).toHaveCount(2)
  await row(preview, '错误').first().getByRole('button', { name: '采用全部同类' }).click()
  await expect(row(preview, '按建议改', '读作“王伟”')).toHaveCount(2)
  await expect(preview.getByRole('button', { name: '保存 5 行' })).toBeEnabled()
  await row(preview, '按建议改').first().getByRole('button', { name: '不采用' }).click()
  await expect(row(preview, '错误')).toHaveCount(1)
  await preview.getByRole('button', { name: '保存 4 行' }).click()
  await expectSaid(office.page, '已导入 分工.xlsx')
})

test('the same form with a new column is not asked about; what moved is told', async () => {
  const moved = work.map(([serial = 0, what = '', who = '', when = '']) => [serial, what, '重点', who, when])
  await open('分工.xlsx', [title, ['序号', '干什么', '性质', '谁来干', '啥时候'], ...moved])
  const preview = screen(office.page, '导入每周报表')
  await expect(preview).toContainText('“谁来干”上次在 C 列，这次在 D 列。')
  await preview.getByRole('button', { name: '调整对应关系' }).click()
  const mapping = screen(office.page, '对应关系')
  await expect(mapping).toContainText('上次这样对应')
  await mapping.getByRole('button', { name: '返回预览' }).click()
  await preview.getByRole('button', { name: '放弃' }).click()
})

test('the import has its report, and is taken back from there', async () => {
  const { page } = office
  await goTo(page, '导入')
  await page.getByRole('link', { name: '导入记录' }).click()
  const place = screen(page, '导入')
  await row(place, '分工.xlsx').first().press('Enter')
  await expect(place).toContainText('每周报表导入报告')
  await expect(row(place, '按建议改')).toHaveCount(1)
  await place.getByText(/^只看有问题的/).click()
  await expect(row(place, '错误', '王玮')).toHaveCount(1)
  await place.getByRole('button', { name: '撤销这次导入' }).click()
  await expectSaid(page, /撤销：导入每周报表/)
  await expect(place.getByRole('button', { name: '已撤销' })).toBeDisabled()
})

test('a remembered form can be forgotten', async () => {
  const { page } = office
  await page.getByRole('link', { name: '记住的表' }).click()
  const place = screen(page, '导入')
  await row(place, '分工.xlsx').first().press('Delete')
  await expectSaid(page, '已忘记')
  await expect(row(place, '谁来干 → 责任人')).toHaveCount(0)
})

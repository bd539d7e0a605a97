// 办结归档 from end to end: filed with a checklist, mended beside the original, arranged, numbered, boxed, printed, lent.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { choose, dialog, expect, field, goTo, list, row, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const into = mkdtempSync(join(tmpdir(), 'duty-ledger-archive-'))

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await office.app.saveInto(into)
})
test.afterAll(() => rmSync(into, { recursive: true }))

async function view(name: string) {
  const { page } = office
  await goTo(page, '办结归档')
  await page.getByRole('navigation', { name: '办结归档的视图' }).getByRole('link', { name }).click()
  return screen(page, '办结归档')
}

test('one matter is filed by its own class, with a material that is missing and comes later', async () => {
  const { page, app } = office
  const defects = await app.call('weekly.defects', { with_cured: false })
  const { id } = defects.find(({ title }) => title === '核查编外人员合同到期情况') ?? { id: 0 }
  const cured = { cured_on: '2026-11-20', cured_by: '周敏', cure: '签字原件已补' }
  await app.call('weekly.cure', { defect_ids: [id], ...cured })
  const place = await goTo(page, '办结归档')
  await place.getByRole('button', { name: '归档（1）' }).click()
  const one = dialog(page, '归档（1 项）')
  await expect(one.getByRole('group', { name: '材料清单' })).toBeVisible()
  const states = one.getByRole('radiogroup', { name: '名册 是否齐全' })
  await states.getByText('缺').click()
  await list(one, '存放位置（柜／盒）').fill('2号柜第1盒')
  await one.getByRole('button', { name: '归档', exact: true }).click()
  await expect(one).toHaveCount(0)

  const [entry] = (await app.call('archive.list', {})).rows
  expect(entry).toMatchObject({
    class_name: '干部人事',
    retention: 'Y',
    missing: 1,
    location: '2号柜第1盒',
  })
  await row(place, '核查编外人员合同到期情况').dblclick()
  const panel = page.getByRole('complementary', { name: '归档详情' })
  await panel.getByRole('button', { name: '补齐 名册' }).click()
  const supply = dialog(page, /补齐“名册”/)
  await supply.getByRole('button', { name: '登记补齐' }).click()
  await expect(panel).toContainText('已补齐')
})

test('what was written wrong is corrected beside the original', async () => {
  const { page } = office
  const panel = page.getByRole('complementary', { name: '归档详情' })
  await panel.getByRole('button', { name: '更正' }).click()
  const form = dialog(page, /^更正 /)
  await expect(form).toContainText('现在是：2号柜第1盒')
  await field(form, '改为').fill('3号柜第1盒')
  await field(form, '更正原因').fill('实际放在3号柜')
  await form.getByRole('button', { name: '登记更正' }).click()
  await expect(panel.locator('s')).toHaveText('2号柜第1盒')
  await expect(row(screen(page, '办结归档'), '核查编外人员合同到期情况')).toContainText('3号柜第1盒')
  await page.keyboard.press('Escape')
})

test('a year is put together, checked, numbered as previewed, boxed and printed', async () => {
  const { page, app } = office
  const place = await view('年度整理')
  await place.getByRole('checkbox', { name: '选中这一行' }).first().check()
  await place.getByRole('button', { name: '每卷组一件（1）' }).click()
  const item = row(place, '缺页数')
  await expect(item).toContainText('拟 Z109-WS·2026-')
  await item.dblclick()
  const form = dialog(page, '修改归档文件')
  await form.getByRole('spinbutton', { name: /页数/ }).fill('12')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(row(place, '可以编号')).toHaveCount(1)
  await place.getByRole('button', { name: '编号…' }).click()
  const numbering = dialog(page, /^编号：2026年/)
  await expect(numbering).toContainText('-ZRC-0001')
  await numbering.getByRole('button', { name: '编号（1 件）' }).click()
  await expect(row(place, '已编号')).toHaveCount(1)
  await place.getByRole('button', { name: '装盒…' }).click()
  await dialog(page, /^装盒：/)
    .getByRole('button', { name: '装盒（1 件）' })
    .click()
  await expect.poll(async () => (await app.call('archive.boxes', { year: 2026 })).length).toBe(1)

  for (const title of ['归档文件目录', '备考表', '档案盒盒脊标签', '归档章', '归档文件移交清单']) {
    await place.getByRole('button', { name: '打印目录…' }).click()
    await page.getByRole('menuitem', { name: `${title}（PDF）` }).click()
    await expect(page.getByText(`已导出 ${title}`)).toBeVisible()
  }
  await place.getByRole('button', { name: '打印目录…' }).click()
  await page.getByRole('menuitem', { name: '归档文件目录（Excel）' }).click()
  const file = await app.call('archive.year', { year: 2026 })
  const [first] = file.places
  const of = first?.retention === 'Y' ? '永久' : `${first?.retention.slice(1)}年`
  await expect.poll(() => existsSync(join(into, `归档文件目录（2026年度组织人事处${of}）.xlsx`))).toBe(true)
})

test('a box is looked for on the shelf, ticked off, and the check is closed', async () => {
  const { page } = office
  const place = await view('档案盒')
  await expect(row(place, '1号柜第1格')).toHaveCount(1)
  await place.getByRole('button', { name: '清点…' }).click()
  await dialog(page, '清点').getByRole('button', { name: '开始清点' }).click()
  const start = dialog(page, '开始清点')
  await field(start, '清点名称').fill('年底清点')
  await start.getByRole('button', { name: '列出清单' }).click()
  await dialog(page, '清点').getByRole('button', { name: '打开 年底清点' }).click()
  const ticking = dialog(page, '年底清点')
  await ticking.getByRole('button', { name: /^选中未查的/ }).click()
  await ticking.getByRole('button', { name: /^在位（/ }).click()
  await expect(row(ticking, '未查')).toHaveCount(0)
  await ticking.getByRole('button', { name: '结束清点' }).click()
  await dialog(page, '结束清点：年底清点').getByRole('button', { name: '结束', exact: true }).click()
  await expect(dialog(page, '清点')).toContainText('在位')
  await page.keyboard.press('Escape')
})

test('what is lent too long stands on top, and comes back', async () => {
  const { page } = office
  const place = await view('借阅')
  await expect(row(place, '逾期未还')).toHaveCount(1)
  await place.getByRole('button', { name: '登记借阅' }).click()
  const lending = dialog(page, '登记借阅')
  await choose(lending, '借什么', '核查编外人员合同')
  await field(lending, '借阅人').fill('王强')
  await lending.getByRole('button', { name: '借出', exact: true }).click()
  await expect(row(place, '借出中')).toContainText('王强')
  await row(place, '逾期未还').getByRole('button', { name: /^归还/ }).click()
  await dialog(page, /^归还 /)
    .getByRole('button', { name: '归还', exact: true })
    .click()
  await expect(row(place, '逾期未还')).toHaveCount(0)
})

test('what reached the end of its term is listed in its year, and the figures add up', async () => {
  const place = await view('到期鉴定')
  await place.getByRole('spinbutton', { name: '鉴定年度' }).fill('2036')
  await place.getByRole('spinbutton', { name: '鉴定年度' }).press('Enter')
  await row(place, '待鉴定').nth(0).getByRole('checkbox').check()
  await place.getByRole('button', { name: '登记鉴定结果（1）' }).click()
  const form = dialog(office.page, /^登记鉴定结果/)
  await field(form, '鉴定意见').fill('鉴定小组会议意见')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(place).toContainText('2036年到期鉴定')
  const figures = await view('统计')
  await expect(figures).toContainText('归档率')
  await expect(row(figures, '2026年')).toHaveCount(1)
})

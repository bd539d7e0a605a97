// Every screen with a whole year in it: nothing stands outside a 1366×768 window, everything is Chinese, dark works.
import { expect, test } from '@playwright/test'
import { dialog, goTo, gridRow, row, screen } from '../helpers/clerk.ts'
import { foreignWords, outsideTheWindow } from '../helpers/look-at-page.ts'
import { shareApp } from '../helpers/share-app.ts'

const office = shareApp({ today: '2026-11-20' })
const places = [
  '本周工作台',
  '履职清单',
  '人员名册',
  'AB岗',
  '离岗顶岗',
  '每周销号',
  '办结归档',
  '导入',
  '统计上报',
  '操作记录',
  '备份与恢复',
  '设置',
]

/** The further views of a place, by their names in it. */
const views: Readonly<Record<string, readonly string[]>> = {
  履职清单: ['录入', '分类', '周期事项', '覆盖检查', '版本', '职责牌'],
  导入: ['导入记录', '记住的表'],
  统计上报: ['套表填报', '上报记录', '上报前体检'],
  AB岗: ['矩阵', '变更与公布', '熟悉度'],
  办结归档: ['年度整理', '档案盒', '到期鉴定', '借阅', '统计'],
  每周销号: ['收表', '报送统计', '关账', '带病销号', '完成率', '督办整改', '空号'],
  离岗顶岗: ['离岗登记', '风险表', '交接单', '顶岗统计'],
}

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await expect(screen(office.page, '本周工作台')).toContainText('150 项')
})

/** What is wrong with the page as it stands; empty is good. */
async function complaints(where: string): Promise<string[]> {
  const { page } = office
  await expect(page.locator('.ant-skeleton')).toHaveCount(0)
  const found = [...(await outsideTheWindow(page)), ...(await foreignWords(page))]
  return found.map((complaint) => `${where}: ${complaint}`)
}

test('every place fits into the window and is Chinese throughout', async () => {
  const { page } = office
  const found: string[] = []
  for (const place of places) {
    await goTo(page, place)
    found.push(...(await complaints(place)))
    for (const view of views[place] ?? []) {
      await page
        .getByRole('navigation', { name: `${place}的视图` })
        .getByRole('link', { name: view })
        .click()
      found.push(...(await complaints(`${place} ${view}`)))
    }
  }
  for (const part of await page.getByRole('navigation', { name: '设置的各部分' }).getByRole('button').all()) {
    await part.click()
    found.push(...(await complaints(`设置 ${await part.innerText()}`)))
  }
  const weekly = await goTo(page, '每周销号')
  await weekly.getByRole('radiogroup', { name: '本周与下周' }).getByText('下周工作打算').click()
  found.push(...(await complaints('下周工作打算')))
  expect(found).toEqual([])
})

test('so do the forms, the open records and the search box', async () => {
  const { page } = office
  const found: string[] = []
  for (const [place, title] of [
    ['履职清单', '登记职责'],
    ['人员名册', '登记人员'],
    ['每周销号', '登记事项'],
  ] as const) {
    const main = await goTo(page, place)
    await main.getByRole('button', { name: title }).click()
    await page.getByRole('dialog').waitFor()
    found.push(...(await complaints(title)))
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    if (place === '每周销号') {
      await gridRow(main).first().getByRole('gridcell').nth(1).click()
      await page.keyboard.press('F4')
    } else await row(main).first().press('Enter')
    await page.getByRole('complementary').waitFor()
    found.push(...(await complaints(`${place}，打开一条`)))
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+k')
  found.push(...(await complaints('查找')))
  await page.keyboard.type('ww')
  await dialog(page, '查找').getByRole('option').first().waitFor()
  found.push(...(await complaints('查找 ww')))
  await page.keyboard.press('Control+Enter')
  await screen(page, '查找结果').getByRole('status').waitFor()
  found.push(...(await complaints('查找结果')))
  expect(found).toEqual([])
})

test('the dark appearance is chosen by one click, kept, and dark on every screen', async () => {
  const { page } = office
  const choose = async (word: string) => {
    await (await goTo(page, '设置')).getByRole('button', { name: '外观' }).click()
    await page.getByRole('radiogroup', { name: '颜色' }).getByText(word).click()
  }
  await choose('深色')
  await page.reload()
  for (const place of places) {
    const main = await goTo(page, place)
    const [ground = 255, ink = 0] = await main.evaluate((element) => {
      const light = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number))
      return [light(getComputedStyle(document.body).backgroundColor), light(getComputedStyle(element).color)]
    })
    expect([place, ground < 60, ink > 180]).toEqual([place, true, true])
  }
  await choose('浅色')
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'light')
})

// A small office typed in by hand, with the keys alone once a screen is open.
import { expect, type Page, test } from '@playwright/test'
import { dialog, expectSaid, field, goTo, list, row, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })

/** Types into the list that has the focus, takes what it finds first and goes on to the next field. */
async function pick(page: Page, typed: string): Promise<void> {
  const opened = page.locator('.ant-select-dropdown:visible')
  await page.keyboard.type(typed)
  await opened.locator('.ant-select-item-option-active').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(opened).toHaveCount(0)
}

async function typeInto(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

test('settings are typed with Enter from field to field and saved with Ctrl+Enter', async () => {
  const { page } = office
  const place = await goTo(page, '设置')
  await field(place, '单位').focus()
  for (const words of ['江州市水利信息中心', '', '李会计', '王处长']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '设置已保存')
  await expect(field(place, '处（科、室）')).toHaveValue('组织人事处')
})

test('a group is typed', async () => {
  const { page } = office
  const place = await goTo(page, '设置')
  await place.getByRole('button', { name: '组别', exact: true }).press('Enter')
  await page.keyboard.press('Control+n')
  await expect(field(dialog(page, '登记组别'), '名称')).toBeFocused()
  await page.keyboard.type('组织组')
  await page.keyboard.press('Enter')
  await page.keyboard.type('zz')
  await page.keyboard.press('Control+Enter')
  await expect(row(place, '组织组')).toContainText('ZZ')
})

test('three people are typed one after the other with 登记并继续', async () => {
  const { page } = office
  await page.keyboard.press('Alt+3')
  await screen(page, '人员名册').getByRole('region', { name: '还没有人员' }).waitFor()
  await page.keyboard.press('Control+n')
  const form = dialog(page, '登记人员')
  await expect(field(form, '姓名')).toBeFocused()
  for (const [name, post] of [
    ['张三', '科员'],
    ['李四', '科员'],
    ['王　五', '组长'],
  ] as const) {
    await expect(field(form, '姓名')).toHaveValue('')
    await typeInto(page, name)
    // The group stays for the next one.
    if (name === '张三') await pick(page, 'zzz')
    else await page.keyboard.press('Tab')
    await page.keyboard.type(post)
    await page.keyboard.press(name === '王　五' ? 'Control+Enter' : 'Control+Shift+Enter')
    await expectSaid(page, `已登记 ${name}`)
  }
  await expect(form).toHaveCount(0)
  const place = screen(page, '人员名册')
  await expect(place).toContainText('全处3人 · 1个组')
  await expect(row(place, '王五', '组织组', '组长')).toHaveCount(1)
})

test('five duties are typed one after the other with A and B holders by their initials', async () => {
  const { page } = office
  await page.keyboard.press('Alt+2')
  await screen(page, '履职清单').getByRole('region', { name: '还没有职责' }).waitFor()
  await page.keyboard.press('Control+n')
  const form = dialog(page, '登记职责')
  await expect(list(form, '组别')).toBeFocused()
  await pick(page, 'zzz')
  await pick(page, 'dj')
  await typeInto(page, '每月')
  await typeInto(page, '每月25日前')
  for (let nth = 1; nth <= 5; nth += 1) {
    await expect(field(form, '职责内容')).toBeFocused()
    await expect(field(form, '职责内容')).toHaveValue('')
    await typeInto(page, `组织第${nth}党小组学习`)
    if (nth === 1) {
      await pick(page, 'zs')
      await page.keyboard.type('ls')
      await page.locator('.ant-select-item-option-active:visible').waitFor()
      await page.keyboard.press('Enter')
    }
    await page.keyboard.press(nth === 5 ? 'Control+Enter' : 'Control+Shift+Enter')
    await expectSaid(page, `已登记 ZZ-DJ-00${nth}`)
  }
  const place = screen(page, '履职清单')
  await expect(place).toContainText('全处3人，共梳理工作职责5项')
  await expect(row(place, 'ZZ-DJ-005', '组织第5党小组学习', '张三', '李四')).toHaveCount(1)
})

test('what was typed, the window and the last screen are there after a restart', async () => {
  const { page } = office
  await row(screen(page, '履职清单'), 'ZZ-DJ-002').press('Enter')
  await page.getByRole('complementary', { name: /ZZ-DJ-002/ }).waitFor()
  const bounds = { x: 40, y: 30, width: 1240, height: 700 }
  await office.app.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted)
  }, bounds)
  await office.restart()
  const place = screen(office.page, '履职清单')
  await expect(place.getByRole('complementary', { name: /ZZ-DJ-002/ })).toContainText('组织第2党小组学习')
  await expect(place).toContainText('共梳理工作职责5项')
  const after = await office.app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  )
  expect(after).toEqual(bounds)
  await expect(office.page.getByRole('navigation', { name: '主导航' })).toContainText(
    '撤销：新增职责 ZZ-DJ-005',
  )
})

test('Ctrl+K finds 张三 by zs and goes there', async () => {
  const { page } = office
  await page.keyboard.press('Control+k')
  const box = dialog(page, '查找')
  await page.keyboard.type('zs')
  await expect(box.getByRole('option').first()).toContainText('张三')
  await page.keyboard.press('Enter')
  await expect(box).toHaveCount(0)
  await expect(screen(page, '人员名册').getByRole('complementary', { name: /张三/ })).toBeVisible()
})

test('an input method in the middle of a word neither sends a form nor filters a list', async () => {
  const { page } = office
  const place = await goTo(page, '人员名册')
  const keys = await page.context().newCDPSession(page)
  const filter = place.getByRole('textbox', { name: '按文字筛选' })
  await filter.focus()
  await keys.send('Input.imeSetComposition', { text: 'zhang', selectionStart: 5, selectionEnd: 5 })
  await expect(filter).toHaveValue('zhang')
  await expect(place).toContainText('列出 3 人')
  await keys.send('Input.insertText', { text: '张' })
  await expect(place).toContainText('列出 1 人')
  await filter.press('Escape')

  await page.keyboard.press('Control+n')
  const form = dialog(page, '登记人员')
  await expect(field(form, '姓名')).toBeFocused()
  await keys.send('Input.imeSetComposition', { text: 'zhao', selectionStart: 4, selectionEnd: 4 })
  for (const ctrlKey of [false, true]) {
    const enter = { key: 'Enter', code: 'Enter', isComposing: true, ctrlKey, bubbles: true, cancelable: true }
    await field(form, '姓名').dispatchEvent('keydown', enter)
  }
  await expect(field(form, '姓名')).toBeFocused()
  await keys.send('Input.insertText', { text: '赵六' })
  await expect(field(form, '姓名')).toHaveValue('赵六')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(place).toContainText('列出 4 人')
})

// 履职清单·录入: typed with the keys alone, pasted, copied, taken back, and found again after a restart.
import { expect, type Page, test } from '@playwright/test'
import type { Duty } from '../../src-shared/duties.ts'
import { goTo, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const titles = ['职责编号', '组别', '类别', '职责内容', '牌面短语', '频次', '办理时限', 'A岗', 'B岗']

test.beforeAll(async () => {
  const { app } = office
  const group = await app.call('groups.add', { code: 'ZZ', name: '组织组' })
  const other = await app.call('groups.add', { code: 'RS', name: '人事组' })
  for (const [name, group_id] of [
    ['张三', group.id],
    ['李四', group.id],
    ['王五', other.id],
  ] as const) {
    const rest = { staff_code: '', post: '', phone: '', note: '', joined_on: null }
    await app.call('staff.add', { name, group_id, ...rest })
  }
})

function duties(): Promise<Duty[]> {
  return office.app.call('duties.list', {})
}

const gridOf = (page: Page) => page.getByRole('grid', { name: '履职清单录入' })
/** The field that always has the focus says where one is. */
const activeCell = (page: Page, title: string, row: number) =>
  page.getByRole('textbox', { name: new RegExp(`^${title}，第${row}行`) })
const cell = (page: Page, row: number, title: string) =>
  gridOf(page).locator(`[aria-rowindex="${row + 1}"] [aria-colindex="${titles.indexOf(title) + 2}"]`)
const unsaved = (page: Page) => page.getByRole('region', { name: '需要处理的格子' })

async function openTyping(page: Page): Promise<void> {
  await goTo(page, '履职清单')
  await page.getByRole('link', { name: '录入' }).click()
  await gridOf(page).waitFor()
}

async function type(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
}

const contents = Array.from({ length: 20 }, (_, nth) => `组织第${nth + 1}次学习`)

test('20 rows of 6 columns are typed with the keys alone, and saved as they were typed', async () => {
  const { page } = office
  await openTyping(page)
  await expect(activeCell(page, '组别', 1)).toBeFocused()
  for (const [at, content] of contents.entries()) {
    await expect(activeCell(page, '组别', at + 1)).toBeFocused()
    await type(page, 'zzz', 'dj', content)
    await page.keyboard.press('Tab')
    await type(page, '每月', '每月25日前')
    await page.keyboard.type(at % 2 === 0 ? 'zs' : 'lisi')
    // Behind a run of Tabs, Enter goes back to the column where the run began.
    await page.keyboard.press('Enter')
  }
  await expect(activeCell(page, '组别', 21)).toBeFocused()
  await expect(unsaved(page)).toHaveCount(0)
  await expect(cell(page, 20, '职责编号')).toHaveText('ZZ-DJ-020')
  const said = (await duties()).map((duty) => [
    duty.group_name,
    duty.category_name,
    duty.content,
    duty.frequency,
    duty.due_rule,
    duty.a_holder?.name,
  ])
  expect(said).toEqual(
    contents.map((content, at) => [
      '组织组',
      '党建',
      content,
      '每月',
      '每月25日前',
      at % 2 === 0 ? '张三' : '李四',
    ]),
  )
})

test('an input method begins in the cell, and the keys that confirm a candidate neither move nor save', async () => {
  const { page } = office
  const keys = await page.context().newCDPSession(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(activeCell(page, '职责内容', 21)).toBeFocused()
  const field = activeCell(page, '职责内容', 21)
  await expect(field).toHaveValue('')
  // The first key: to the page it is nothing but a key of the input method.
  await keys.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    windowsVirtualKeyCode: 229,
  })
  await keys.send('Input.imeSetComposition', { text: 'zhao', selectionStart: 4, selectionEnd: 4 })
  await expect(field).toHaveValue('zhao')
  for (const key of ['Enter', ' ', '1', 'Tab', 'ArrowDown', 'Escape']) {
    await field.dispatchEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true })
    await field.dispatchEvent('keydown', { key, keyCode: 229, bubbles: true, cancelable: true })
  }
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('zhao')
  // One that ends the composition first and then lets its Enter through.
  await field.evaluate((element: HTMLTextAreaElement) => {
    element.dispatchEvent(new CompositionEvent('compositionend', { data: '召', bubbles: true }))
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  })
  await expect(field).toBeFocused()
  await keys.send('Input.insertText', { text: '召开支委会' })
  await expect(field).toHaveValue('召开支委会')
  // Nobody presses Enter again before the next picture is on the screen.
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
  await page.keyboard.press('Enter')
  await expect(activeCell(page, '职责内容', 22)).toBeFocused()
  await expect(cell(page, 21, '职责内容')).toHaveText('召开支委会')
})

test('a wrong row stays where it is with what is wrong in each cell, and is saved once it is right', async () => {
  const { page } = office
  const place = unsaved(page)
  await expect(place).toContainText('1 行有错误，没有保存')
  await expect(place).toContainText('第21行 组别')
  await expect(place).toContainText('没有写组别。现有的组别：组织组、人事组。')
  await expect(cell(page, 21, '组别')).toHaveAttribute('aria-invalid', 'true')
  await place.getByRole('button', { name: /第21行 组别/ }).click()
  await expect(activeCell(page, '组别', 21)).toBeFocused()
  await type(page, '人事组', 'zh')
  await page.keyboard.press('ArrowDown')
  await expect(place).toHaveCount(0)
  await expect(cell(page, 21, '职责编号')).toHaveText('RS-ZH-001')
})

test('F2, Esc, Delete, Ctrl+D, Ctrl+Enter and a range do what they do in Excel', async () => {
  const { page } = office
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
  await expect(activeCell(page, '办理时限', 1)).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('完成')
  await page.keyboard.press('Escape')
  await expect(cell(page, 1, '办理时限')).toHaveText('每月25日前')
  await page.keyboard.press('F2')
  await page.keyboard.press('Home')
  await page.keyboard.type('各组')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, '办理时限')).toHaveText('各组每月25日前')
  await page.keyboard.press('ArrowUp')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await expect(cell(page, 4, '办理时限')).toHaveText('各组每月25日前')
  await page.keyboard.type('月底')
  await page.keyboard.press('Control+Enter')
  await expect(cell(page, 3, '办理时限')).toHaveText('月底')
  await page.keyboard.press('Delete')
  await expect(cell(page, 2, '办理时限')).toHaveText('')
  await expect.poll(async () => (await duties()).filter(({ due_rule }) => due_rule === '').length).toBe(5)
  await page.keyboard.press('Control+z')
  await expect(cell(page, 2, '办理时限')).toHaveText('月底')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 4, '办理时限')).toHaveText('各组每月25日前')
  await page.keyboard.press('Control+y')
  await expect(cell(page, 4, '办理时限')).toHaveText('月底')
})

test('a block of 500 rows and 12 columns is pasted, saved and taken back as one step', async () => {
  const { page, app } = office
  const before = await duties()
  const block = Array.from({ length: 500 }, (_, at) => {
    const content = at === 3 ? '"第4项\n分两行"' : `粘贴的第${at + 1}项职责`
    const holder = at === 7 ? '张山' : '张三'
    return ['组织组', '党建', content, '', '每月', '月底', holder, '李四', '章程', '齐全', '纪要', '无']
  })
  const text = `${block.map((row) => row.join('\t')).join('\r\n')}\r\n`
  await app.app.evaluate(({ clipboard }, said) => clipboard.writeText(said), text)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 21; step += 1) await page.keyboard.press('ArrowDown')
  await expect(activeCell(page, '组别', 22)).toBeFocused()
  await page.keyboard.press('Control+v')
  await expect(unsaved(page)).toContainText('1 行有错误，没有保存')
  await expect(unsaved(page)).toContainText(
    '第29行 A岗“张山”：A岗没有登记：人员名册里没有“张山”。是不是“张三”？',
  )
  const after = await duties()
  expect(after.length).toBe(before.length + 499)
  const line = after.find(({ content }) => content.startsWith('第4项'))
  expect([line?.content, line?.a_holder?.name, line?.b_holders, line?.basis, line?.risk]).toEqual([
    '第4项\n分两行',
    '张三',
    [expect.objectContaining({ name: '李四' })],
    '章程',
    '无',
  ])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await duties()).length).toBe(before.length)
  await expect(unsaved(page)).toHaveCount(0)
  expect(await duties()).toEqual(before)
})

test('a block is copied as Excel takes it', async () => {
  const { page, app } = office
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.keyboard.press('Alt+Enter')
  await page.keyboard.type('第二行')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowDown')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight')
  const table = page.evaluate(
    () =>
      new Promise<string>((copied) =>
        document.addEventListener(
          'copy',
          (event) => copied(event.clipboardData?.getData('text/html') ?? ''),
          { once: true },
        ),
      ),
  )
  await page.keyboard.press('Control+c')
  const text = await app.app.evaluate(async ({ clipboard }) => await clipboard.readText())
  expect(text.replaceAll('\r\n', '\n')).toBe(
    '"组织第1次学习\n第二行"\t\t每月\t月底\t张三\n组织第2次学习\t\t每月\t月底\t李四',
  )
  expect(await table).toContain('组织第1次学习<br')
})

test('an open cell is saved when another screen is gone to, and not even half a sentence dies with the program', async () => {
  const { page } = office
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('每季度')
  await page.keyboard.press('Alt+1')
  await screen(page, '本周工作台').waitFor()
  await expect.poll(async () => (await duties())[0]?.frequency).toBe('每季度')
  await openTyping(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.keyboard.type('，写到一半')
  const kept = () => office.app.call('drafts.get', { grid: 'duties' })
  await expect.poll(async () => (await kept())[0]?.cells.content).toContain('写到一半')
  expect((await duties())[0]?.content).not.toContain('写到一半')
  await page.keyboard.press('Escape')
  await expect.poll(kept).toEqual([])
})

test('columns are hidden, moved and widened, and are so after a restart, as is a row that was not right', async () => {
  const { page } = office
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+ArrowDown')
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await page.keyboard.type('没有组别的一项')
  await page.keyboard.press('Enter')
  await expect(unsaved(page)).toContainText('没有写组别。')

  const heads = () => gridOf(page).getByRole('columnheader').allInnerTexts()
  await page.getByRole('button', { name: /列$/ }).click()
  const menu = page.getByRole('list', { name: '列', exact: true })
  await menu.getByRole('checkbox', { name: '牌面短语' }).uncheck()
  await menu.getByRole('button', { name: 'A岗前移' }).click()
  await page.keyboard.press('Escape')
  const before = await heads()
  expect(before.slice(0, 8)).toEqual(['', '职责编号', '组别', '类别', '职责内容', '频次', 'A岗', '办理时限'])
  await office.restart()
  const again = office.page
  await gridOf(again).waitFor()
  expect(await gridOf(again).getByRole('columnheader').allInnerTexts()).toEqual(before)
  await expect(unsaved(again)).toContainText('1 行有错误，没有保存')
  await unsaved(again)
    .getByRole('button', { name: /第22行/ })
    .first()
    .click()
  await expect(gridOf(again)).toContainText('没有组别的一项')
  await expect(screen(again, '履职清单')).toContainText('列出 21 项')
})

// 每周销号: the week typed with the keys alone, its due dates moved with a reason, the plan beside it on a wide screen.
import { expect, type Page, test } from '@playwright/test'
import { blank_duty_text } from '../../src-shared/duties.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { dialog, expectSaid, field, goTo, gridRow, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const week_monday = '2026-11-16'

test.beforeAll(async () => {
  const { app } = office
  const group = await app.call('groups.add', { code: 'ZZ', name: '组织组' })
  const duty = { ...blank_duty_text, group_id: group.id, category_id: 1, b_staff_ids: [] }
  for (const name of ['张三', '李四']) {
    const rest = { staff_code: '', post: '', phone: '', note: '', joined_on: null }
    const { id } = await app.call('staff.add', { name, group_id: group.id, ...rest })
    await app.call('duties.add', { ...duty, content: `${name}的党务工作`, a_staff_id: id })
  }
})

async function week(): Promise<WeekRow[]> {
  return (await office.app.call('weekly.show', { week_monday })).rows
}
async function plan(): Promise<WeekRow[]> {
  return (await office.app.call('weekly.show', { week_monday })).plan
}
const gridOf = (page: Page, name = '本周履职情况') => page.getByRole('grid', { name })
const activeCell = (page: Page, title: string, row: number) =>
  page.getByRole('textbox', { name: new RegExp(`^${title}，第${row}行`) })
const unsaved = (page: Page) => page.getByRole('region', { name: '需要处理的格子' })

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

const titles = Array.from({ length: 20 }, (_, nth) => `筹备第${nth + 1}次支部会议`)

test('20 rows of 6 columns are typed with the keys alone, and saved with their numbers', async () => {
  const { page } = office
  await goTo(page, '每周销号')
  for (const [at, title] of titles.entries()) {
    await expect(activeCell(page, '工作事项', at + 1)).toBeFocused()
    for (const text of [title, at % 2 === 0 ? 'zs' : 'lisi', '11.27', '通知已发', 'wwc']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    // Past the light, which cannot be typed.
    await page.keyboard.press('Tab')
    await page.keyboard.type('等会议室')
    await page.keyboard.press('Enter')
  }
  await expect(activeCell(page, '工作事项', 21)).toBeFocused()
  await expect(unsaved(page)).toHaveCount(0)
  await expect(gridRow(screen(page, '每周销号'), '2026-DJ-0020')).toContainText(titles[19] ?? '')
  const said = (await week()).toSorted((one, other) => one.matter_id - other.matter_id)
  expect(
    said.map((row) => [
      row.number,
      row.title,
      row.staff_name,
      row.due_on,
      row.progress,
      row.unfinished_reason,
    ]),
  ).toEqual(
    titles.map((title, at) => [
      `2026-DJ-${String(at + 1).padStart(4, '0')}`,
      title,
      at % 2 === 0 ? '张三' : '李四',
      '2026-11-27',
      '通知已发',
      '等会议室',
    ]),
  )
  expect(new Set(said.map((row) => [row.week_state, row.group_name, row.is_planned].join()))).toEqual(
    new Set(['unfinished,组织组,false']),
  )
  await expect(screen(page, '每周销号').getByRole('region', { name: '本周进度' })).toContainText('事项20')
})

test('dates typed over ask once for the reason, are saved with it and are taken back in one step', async () => {
  const { page } = office
  const before = await week()
  await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await expect(activeCell(page, '完成时限', 1)).toBeFocused()
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown')
  await page.keyboard.type('12.4')
  await page.keyboard.press('Control+Enter')
  const form = dialog(page, '改动时限（3 项）')
  await expect(form.getByRole('list', { name: '改动时限的事项' })).toContainText('2026-11-27 → 2026-12-04')
  await field(form, '批准人').fill('赵处')
  await page.keyboard.press('Control+Enter')
  await expect(form).toContainText('请填写延期原因。')
  await field(form, '延期原因').fill('等上级批复')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(gridRow(screen(page, '每周销号'), '延期1次')).toHaveCount(3)
  await expect(activeCell(page, '完成时限', 1)).toBeFocused()
  expect((await week()).filter(({ due_on }) => due_on === '2026-12-04').length).toBe(3)
  await page.keyboard.press('Control+z')
  await expect(gridRow(screen(page, '每周销号'), '延期1次')).toHaveCount(0)
  expect(await week()).toEqual(before)
})

test('selected rows are signed off with F7, and nothing can be typed into them any more', async () => {
  const { page } = office
  await press(page, 'Control+Home', 'Shift+ArrowDown', 'F7')
  const form = dialog(page, '销号（2 项）')
  await field(form, '销号人').fill('赵处')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已销号')
  await press(page, 'Control+Home', 'ArrowRight')
  await expect(activeCell(page, '工作事项', 1)).toBeFocused()
  await page.keyboard.type('改')
  await expect(gridOf(page).locator('xpath=../..')).toContainText(/已归档|已销号/)
  await expect(activeCell(page, '工作事项', 1)).toHaveValue('')
  await press(page, 'ArrowDown', 'ArrowDown', 'Control+-')
  const asked = dialog(page, '撤销事项（1 项）')
  await field(asked, '撤销原因').fill('重复登记')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已撤销 1 项')
  const states = (await week()).map(({ state }) => state)
  expect(states.filter((state) => state === 'withdrawn').length).toBe(1)
})

test('a block from Excel with a wrong name: the right rows are saved, the wrong one outlives a crash', async () => {
  const { page, app } = office
  const block = ['检查台账\t张三\t11月30日', '核对名册\t张山\t', '报送信息\t李四\t月底前']
  await app.app.evaluate(({ clipboard }, said) => clipboard.writeText(said), block.join('\r\n'))
  await press(page, 'Control+Home', 'ArrowRight', 'Control+ArrowDown', 'ArrowDown', 'Control+v')
  await expect(unsaved(page)).toContainText('1 行有错误，没有保存')
  await expect(unsaved(page)).toContainText('人员名册里没有“张山”。是不是“张三”？')
  expect((await week()).filter(({ title }) => /检查台账|报送信息/.test(title)).length).toBe(2)
  app.app.process().kill('SIGKILL')
  await office.restart()
  const again = office.page
  await goTo(again, '每周销号')
  await unsaved(again)
    .getByRole('button', { name: /责任人“张山”/ })
    .click()
  await again.keyboard.type('zs')
  await again.keyboard.press('Enter')
  await expect(unsaved(again)).toHaveCount(0)
  expect((await week()).filter(({ title }) => title === '核对名册')).toMatchObject([{ staff_name: '张三' }])
})

test('on a wide screen next week’s plan stands beside the week and is typed as well', async () => {
  const { page, app } = office
  const sizeTo = (width: number, height: number) =>
    app.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(size[0] ?? 0, size[1] ?? 0),
      [width, height] as const,
    )
  await sizeTo(1900, 1000)
  const beside = gridOf(page, '下周工作打算')
  await expect(beside).toBeVisible()
  await expect(gridOf(page)).toBeVisible()
  await beside.getByRole('gridcell').nth(1).click()
  await page.keyboard.type('召开年终总结会')
  await press(page, 'Tab')
  await page.keyboard.type('lisi')
  await press(page, 'Enter')
  await expect(beside).toContainText('2026-DJ-')
  expect(await plan()).toMatchObject([{ title: '召开年终总结会', staff_name: '李四', is_planned: true }])
  await sizeTo(1366, 768)
  await expect(beside).toHaveCount(0)
})

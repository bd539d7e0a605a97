// The Friday of a department that is set up: forms in, sign off, return, carry over, reports out, a change taken back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openExcel } from '../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../src-main/excel/start-node-process.ts'
import { report_titles } from '../../src-shared/reports.ts'
import {
  dialog,
  expectSaid,
  field,
  goTo,
  gridRow,
  gridRowsWithCell,
  numberAfter,
  row,
  screen,
} from '../helpers/clerk.ts'
import { importSample } from '../helpers/import-sample.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const number_pattern = /\d{4}-[A-Z]+-\d{4}/

test.beforeAll(async () => {
  const { app } = office
  const settings = await app.call('settings.get', {})
  const names = { unit_name: '云泽省农业技术示范中心', clerk_name: '周敏', signer_name: '沈怀远' }
  await app.call('settings.save', { ...settings, ...names })
  await importSample(app, 'staff', '人员名册.xlsx')
  await importSample(app, 'duties', '岗位职责清单.xlsx')
  await importSample(app, 'weekly', '周报-劳资组.xlsx')
})

/** What stands in the week on the screen, by number. */
async function statesOfWeek(): Promise<Record<string, string>> {
  const { rows } = await office.app.call('weekly.show', { week_monday: '2026-11-16' })
  return Object.fromEntries(rows.map(({ number, state }) => [number, state]))
}

test('several matters are signed off and archived with the keys alone', async () => {
  const { page } = office
  const place = await goTo(page, '每周销号')
  await gridRow(place).first().waitFor()
  await page.keyboard.press('Control+Home')
  const ticked: string[] = []
  for (let nth = 1; nth <= 3; nth += 1) {
    const here = page.getByRole('textbox', { name: new RegExp(`^编号，第${nth}行`) })
    await expect(here).toBeFocused()
    ticked.push(number_pattern.exec((await here.getAttribute('aria-label')) ?? '')?.[0] ?? '')
    await page.keyboard.press('Space')
    await expect(place.getByRole('checkbox', { name: `勾选第${nth}行` })).toBeChecked()
    await page.keyboard.press('ArrowDown')
  }
  await expect(place).toContainText('已选 3 项')
  await page.keyboard.press('F7')
  const form = dialog(page, '销号（3 项）')
  await expect(field(form, '销号人')).toBeFocused()
  await expect(field(form, '销号人')).toHaveValue('沈怀远')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已销号并归档 3 项')
  await expect(form).toHaveCount(0)
  await expect(gridRowsWithCell(place, '已归档')).toHaveCount(3)
  const states = await statesOfWeek()
  expect(ticked.map((number) => states[number])).toEqual(['archived', 'archived', 'archived'])
  const archive = await goTo(page, '办结归档')
  for (const number of ticked) await expect(row(archive, number)).toHaveCount(1)
})

test('a matter asks for its sign-off, is extended, and is signed off 带病 until it is cured, by keyboard', async () => {
  const { page, app } = office
  const place = await goTo(page, '每周销号')
  const week_monday = '2026-11-16'
  const [model] = (await app.call('weekly.show', { week_monday })).rows
  if (model === undefined) throw new Error('The week is empty')
  const matter = { ...model, title: '报送年度培训计划', due_on: '2026-11-27' }
  const line = {
    progress: '初稿已完成',
    week_state: 'in_progress',
    unfinished_reason: '',
    evidence: '',
  } as const
  const { number } = await app.call('weekly.add', { week_monday, is_planned: true, matter, line })
  const own = gridRow(place, number)
  await own.getByRole('gridcell', { name: '初稿已完成' }).click()
  await page.keyboard.press('F9')
  const longer = dialog(page, '第1次延期')
  await field(longer, '新的完成时限').fill('2026-12-31')
  await page.keyboard.press('Enter')
  await field(longer, '延期原因').fill('等待上级批复')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已延期 1 项到 2026-12-31')
  await expect(own).toContainText('延期1次')
  await page.keyboard.press('F6')
  await field(dialog(page, '申请销号（1 项）'), '申请说明').press('Control+Enter')
  await expectSaid(page, '已申请销号 1 项')
  await expect(own).toContainText('待审核')
  await page.keyboard.press('F7')
  const form = dialog(page, '销号（1 项）')
  await field(form, `${number} 缺什么`).fill('签到表')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已销号 1 项')
  await expect(own).toContainText('带病销号')
  await place.getByRole('link', { name: '带病销号' }).click()
  const listed = row(screen(page, '每周销号'), number)
  await expect(listed).toContainText('签到表')
  await listed.focus()
  await page.keyboard.press('Space')
  await place.getByRole('button', { name: '补齐（1）' }).press('Enter')
  await field(dialog(page, '补齐（1 项）'), '补齐的材料').press('Control+Enter')
  await expectSaid(page, '已补齐 1 项')
  await expect(screen(page, '每周销号')).toContainText('没有带病销号')
  expect((await statesOfWeek())[number]).toBe('signed_off')
  const [cured] = await app.call('weekly.defects', { with_cured: true })
  const archived = { archived_on: '2026-11-20', archived_by: '周敏', retention: 'D10', remark: '' } as const
  const matter_ids = [cured?.matter_id ?? 0]
  await app.call('archive.add', { ...archived, matter_ids, location: '', materials: '' })
  expect((await statesOfWeek())[number]).toBe('archived')
})

test('one is returned with its reason, which stays in sight', async () => {
  const { page } = office
  const place = await goTo(page, '每周销号')
  await gridRowsWithCell(place, '已完成').first().getByRole('link').click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('button', { name: '退回' }).click()
  const form = dialog(page, '退回（1 项）')
  await expect(field(form, '退回原因')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(form).toContainText('请填写退回原因。')
  await field(form, '退回原因').fill('签到表没有附上')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已退回 1 项')
  await expect(gridRow(place, '退回：签到表没有附上')).toHaveCount(1)
  await page.keyboard.press('Escape')
})

test('what is open is carried over, and the next week shows it', async () => {
  const { page } = office
  const place = screen(page, '每周销号')
  const button = place.getByRole('button', { name: '结转到下周' })
  const carried = await numberAfter(button, '（')
  await button.click()
  const form = dialog(page, `结转到第48周（11月23日—11月27日）（${carried} 项）`)
  await form.getByRole('textbox').first().fill('等待补充材料')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, `已结转 ${carried} 项到第48周`)
  await expect(button).toBeDisabled()
  await place.getByRole('button', { name: '下一周' }).click()
  await expect(place).toContainText('第48周（11月23日—11月27日）')
  await expect(gridRow(place, '已结转1周', '计划内').first()).toBeVisible()
  const open = Object.values(await statesOfWeek()).filter((state) => state !== 'archived').length
  await expect(gridRow(place, '已结转1周')).toHaveCount(open)
})

/** 会前一页 is no list, and the last row of 完成率 is its sum: not every row has a number. */
const has_other_rows = ['meeting-page', 'completion']

test('every report is exported and read back', async () => {
  const { page, app } = office
  const into = mkdtempSync(join(tmpdir(), 'duty-ledger-reports-'))
  const excel = openExcel(startNodeProcess)
  await app.saveInto(into)
  const place = await goTo(page, '统计上报')
  // What was found is exported where it is found.
  const { 'search-results': _, ...listed } = report_titles
  for (const [name, title] of Object.entries(listed)) {
    await place.getByRole('button', { name: `导出${title}` }).click()
    const said = place.getByRole('listitem').filter({ hasText: title }).getByRole('status')
    await said.waitFor()
    const [, file = '', rows] = /已导出 (.+\.xlsx)（(\d+) 行）/.exec(await said.innerText()) ?? []
    const { sheets } = await excel.read(join(into, file))
    const cells = sheets[0]?.rows.flatMap((line) => line.cells) ?? []
    expect(cells[0]?.text).toContain('组织人事处')
    expect(cells.map(({ text }) => text)).toContain('填报单位（盖章）：云泽省农业技术示范中心组织人事处')
    if (!has_other_rows.includes(name)) expect([title, serialsIn(cells)]).toEqual([title, Number(rows)])
  }
  await excel.stop()
  rmSync(into, { recursive: true })
})

/** How many rows have a serial number, which stands in the first or the second column. */
function serialsIn(cells: { kind: string; column: number }[]): number {
  return cells.filter(({ kind, column }) => kind === 'number' && column <= 2).length
}

test('an earlier change is not taken back while later ones stand on it: they are listed', async () => {
  const { page } = office
  const place = await goTo(page, '操作记录')
  await row(place, '导入每周报表：周报-劳资组.xlsx').getByRole('button', { name: /^撤销/ }).click()
  const notice = place.getByRole('alert')
  await expect(notice).toContainText('不能撤销“导入每周报表：周报-劳资组.xlsx')
  await expect(notice.getByRole('listitem').filter({ hasText: '结转' })).toHaveCount(1)
  await expect(notice.getByRole('listitem').filter({ hasText: '退回' })).toHaveCount(1)
  await expect(notice.getByRole('listitem').filter({ hasText: '销号' }).first()).toBeVisible()
})

test('the last change is taken back after a restart', async () => {
  const before = await statesOfWeek()
  await office.restart()
  const { page } = office
  const undo = page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '撤销：' })
  await expect(undo).toContainText('撤销：结转')
  await undo.click()
  await expectSaid(page, '撤销：结转')
  const place = await goTo(page, '每周销号')
  await expect(place.getByRole('button', { name: '结转到下周（' })).toBeEnabled()
  expect(await statesOfWeek()).toEqual(before)
})

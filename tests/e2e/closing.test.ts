// The end of a Friday: what is still open is looked at, the week is closed, compared, unlocked with a reason; and the
// notice of next year's holidays is pasted in.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openExcel } from '../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../src-main/excel/start-node-process.ts'
import { dialog, expectSaid, field, goTo, row, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const week_monday = '2026-11-16'

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await expect(screen(office.page, '本周工作台')).toContainText('150 项')
})

test('F11 leads to the check, each finding to its rows, and the week is closed with the keys alone', async () => {
  const { page, app } = office
  await goTo(page, '每周销号')
  await page.keyboard.press('F11')
  const place = screen(page, '每周销号')
  const kinds = place.getByRole('navigation', { name: '待处理的问题' })
  await kinds.getByRole('button', { name: '逾期没写未完成原因' }).click()
  const [finding] = (await app.call('weekly.check', { week_monday })).findings.flatMap(({ kind, rows }) =>
    kind === 'no_reason' ? rows : [],
  )
  if (finding === undefined) throw new Error('The sample has nothing overdue without a reason')
  await row(place, finding.number).press('Enter')
  await expect(page.getByRole('complementary', { name: finding.number })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F11')
  await expect(place.getByRole('button', { name: '关账', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: /仍要关账/ })
  await expect(question.getByRole('button', { name: '先去处理' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expectSaid(page, '已关账，快照已留存')
  await expect(place.getByRole('region', { name: '已关账' })).toContainText('未报 5 人')
})

test('the closed week takes nothing more in, and undoing is refused with the way on', async () => {
  const { page, app } = office
  const { reports } = await app.call('weekly.show', { week_monday })
  const missing = reports.find(({ state }) => state === 'missing')
  const late = { week_monday, staff_ids: [missing?.staff_id ?? 0], state: 'received' as const }
  await expect(app.call('weekly.handIn', late)).rejects.toThrow('第47周（11月16日起）已经关账')
  await page.getByRole('button', { name: /撤销：关账/ }).click()
  await expect(page.getByText('要一直留在关账记录里，不能撤销')).toBeVisible()
})

test('its snapshot is exported as it stood, though its matters go on', async () => {
  const { page, app } = office
  await page.keyboard.press('Escape')
  const [lock] = await app.call('weekly.locks', {})
  const { sheet } = await app.call('weekly.snapshot', { lock_id: lock?.id ?? 0 })
  const moved = sheet.rows.find(({ state, due_on }) => state === 'in_progress' && due_on !== null)
  if (moved === undefined) throw new Error('Nothing is in progress in the sample')
  await app.call('weekly.extend', {
    matter_ids: [moved.matter_id],
    new_due_on: '2026-12-31',
    reason: '等上级批复',
    approved_by: '沈怀远',
    extended_on: '2026-11-20',
  })
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-closing-'))
  try {
    await app.saveInto(folder)
    const saved = await app.call('reports.save', { report: 'sign-off-ledger', lock_id: lock?.id ?? 0 })
    if (saved.state !== 'saved') throw new Error('It was not saved')
    const excel = openExcel(startNodeProcess)
    const [ledger] = (await excel.read(join(folder, saved.file_name))).sheets
    await excel.stop()
    const cells = (ledger?.rows ?? []).find(({ cells: of }) => of.some(({ text }) => text === moved.number))
    expect(cells?.cells.map(({ text }) => text)).toContain(moved.due_on)
    expect(cells?.cells.map(({ text }) => text)).not.toContain('2026-12-31')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const place = await goTo(page, '每周销号')
  await page.keyboard.press('F11')
  await place.getByRole('button', { name: '和现在对照' }).click()
  await expect(row(place, moved.number)).toContainText('2026-12-31')
  await expect(row(place, moved.number)).toContainText('滞后')
})

test('it is unlocked with a reason that stays in the list', async () => {
  const { page } = office
  const place = screen(page, '每周销号')
  await place.getByRole('button', { name: '回到关账' }).click()
  await place.getByRole('button', { name: '解锁' }).click()
  const form = dialog(page, '解锁 第47周（11月16日—11月20日）')
  await expect(field(form, '解锁原因')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(form).toContainText('请填写解锁原因')
  await field(form, '解锁原因').fill('陆文清补交周报')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已解锁')
  await expect(row(place, '陆文清补交周报')).toContainText('第47周')
  await expect(place.getByRole('button', { name: '关账', exact: true })).toBeEnabled()
})

test('a pasted notice is shown day by day, written, and takes 暂算 off the titles', async () => {
  const { page, app } = office
  const before = (await app.call('weekly.show', { week_monday: '2027-01-04' })).head.title
  await page.evaluate(() => {
    window.location.hash = '#/settings?part=holidays'
  })
  await page.getByRole('button', { name: '从放假通知导入' }).click()
  const form = dialog(page, '从放假通知导入')
  await form
    .getByLabel('通知正文')
    .fill('关于2027年节假日安排的通知：一、元旦：1月1日（周五）至3日（周日）放假，共3天。')
  await expect(form.getByRole('status')).toContainText('2027 年：有 3 天要改')
  await form.getByRole('button', { name: '登记 2027 年' }).click()
  await expectSaid(page, '已登记 2027 年节假日')
  const after = (await app.call('weekly.show', { week_monday: '2027-01-04' })).head.title
  expect([before, after]).toEqual(['第1周（1月4日—1月8日，暂算）', '第1周（1月4日—1月8日）'])
})

// What a matter brings with it to its sign-off: a file, the place of the paper, a figure; and a number that stays empty.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { choose, dialog, expect, expectSaid, field, goTo, list, row, screen } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const scan = '%PDF-1.4 签到表'

test.beforeAll(async () => {
  const { app } = office
  const settings = await app.call('settings.get', {})
  await app.call('settings.save', { ...settings, clerk_name: '周敏', signer_name: '沈怀远' })
  const { id: group_id } = await app.call('groups.add', { code: 'DJZ', name: '党建组' })
  const category = (await app.call('categories.list', {})).find(({ code }) => code === 'DJ')
  const facts = { detail: '', staff_id: null, duty_id: null, helpers: '', leader: '', source: '' }
  const line = { progress: '', week_state: 'in_progress', unfinished_reason: '', evidence: '' } as const
  for (const title of ['组织主题党日', '登记错了的事']) {
    await app.call('weekly.add', {
      week_monday: '2026-11-16',
      is_planned: true,
      matter: {
        ...facts,
        title,
        category_id: category?.id ?? 0,
        group_id,
        due_on: null,
        due_text: '',
        remark: '',
      },
      line,
    })
  }
})

test('a measure is registered with where it is asked for', async () => {
  const { page } = office
  const place = await goTo(page, '设置')
  await place.getByRole('button', { name: '指标', exact: true }).click()
  await place.getByRole('button', { name: '登记指标' }).click()
  const form = dialog(page, '登记指标')
  await field(form, '指标名称').fill('参加党员')
  await field(form, '单位').fill('人次')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await list(form, '类型').press(key)
  await expect(form).toContainText('同一人来几次算几次')
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
  await choose(form, '第 1 处', '党建')
  await field(form, '指标名称').press('Control+Enter')
  await expectSaid(page, '已保存指标 参加党员')
  await expect(row(place, '参加党员')).toContainText('党建（必填）')
})

test('a file and the place of the paper stand with the matter; the file comes out again byte for byte', async () => {
  const { page, app } = office
  const path = join(app.folder, '签到表.pdf')
  writeFileSync(path, scan)
  await app.chooseFile(path)
  const [matter] = (await app.call('weekly.show', { week_monday: '2026-11-16' })).rows
  await page.evaluate((id) => (location.hash = `#/weekly?open=${id}`), matter?.matter_id)
  const panel = page.getByRole('complementary', { name: `事项 ${matter?.number}` })
  await panel.getByRole('button', { name: '放入文件…' }).click()
  await expectSaid(page, '已登记 1 份')
  const files = panel.getByRole('list', { name: '佐证材料的文件' })
  await expect(files).toContainText('签到表.pdf')
  await field(panel, '纸质材料的存放处').fill('3号柜')
  await field(panel, '纸质材料的存放处').press('Enter')
  await expectSaid(page, '已保存纸质材料的存放处')
  await expect(panel).toContainText('电子件 1 份；纸质：3号柜')
  const [kept] = (await app.call('matters.evidence', { matter_id: matter?.matter_id ?? 0 })).files
  writeFileSync(path, '别的内容')
  await app.saveInto(app.folder)
  await panel.getByRole('button', { name: '另存签到表.pdf' }).click()
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(scan)
  expect(kept?.size).toBe(Buffer.byteLength(scan))
  await panel.getByRole('button', { name: '移除签到表.pdf' }).click()
  await expect(files).toHaveCount(0)
  await page.getByRole('button', { name: /撤销：移除佐证材料/ }).click()
  await expect(files).toContainText('签到表.pdf')
})

test('the sign-off asks for the measure and says at its cell what is wrong', async () => {
  const { page, app } = office
  const panel = page.getByRole('complementary', { name: /^事项/ })
  await panel.getByRole('button', { name: '销号' }).click()
  const form = dialog(page, '销号（1 项）')
  await expect(form).toContainText('文件 1 份、有纸质')
  const amount = form.getByRole('textbox', { name: '2026-DJ-0001 参加党员' })
  await amount.fill('很多')
  await amount.press('Control+Enter')
  await expect(form).toContainText('参加党员“很多”不是整数。')
  await amount.fill('32')
  await amount.press('Control+Enter')
  await expectSaid(page, /已销号/)
  const [asked] = await app.call('matters.measures', { matter_ids: [1] })
  expect(asked?.measures.map(({ name, amount }) => [name, amount])).toEqual([['参加党员', '32']])
  await expect(panel).toContainText('32人次')
})

test('a number whose registration was taken back stays empty, with its reason', async () => {
  const { page, app } = office
  const { rows } = await app.call('changes.list', { before_id: null })
  const added = rows.find(({ title }) => title === '登记事项 2026-DJ-0002')
  await app.call('changes.undo', { id: added?.id ?? 0 })
  const place = await goTo(page, '每周销号')
  await place.getByRole('link', { name: '空号' }).click()
  const gaps = screen(page, '每周销号')
  await expect(row(gaps, '2026-DJ-0002')).toContainText('撤销：登记事项 2026-DJ-0002')
  await expect(gaps).toContainText('共取号 2 个 · 没有用上 1 个 · 编号连续，没有缺号')
})

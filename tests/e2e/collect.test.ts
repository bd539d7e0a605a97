// Forms go out to a folder, come back filled in, are held against what was sent, merged, and taken back in one step.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { dialog, expect, expectSaid, goTo, row, screen } from '../helpers/clerk.ts'
import { fillForm } from '../helpers/fill-form.ts'
import { type LaunchedApp, launchApp } from '../helpers/launch-app.ts'

const week_monday = '2026-11-16'
let app: LaunchedApp
let folder = ''
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duty-ledger-forms-'))
  app = await launchApp({ today: '2026-11-20' })
  await app.call('book.enterSample', {})
  await app.page.reload()
})
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openCollect() {
  const weekly = await goTo(app.page, '每周销号')
  await weekly.getByRole('navigation', { name: '每周销号的视图' }).getByRole('link', { name: '收表' }).click()
  return weekly
}

test('forms go out, come back and are merged with every clash decided', async () => {
  const { page } = app
  const weekly = await openCollect()
  await app.chooseFile(folder)
  await weekly.getByRole('button', { name: '制发表格…' }).click()
  const send = dialog(page, /制发表格/)
  await expect(send.getByRole('checkbox', { name: '人事组' })).toBeChecked()
  await send.getByRole('button', { name: '选文件夹并制表' }).click()
  await expect(dialog(page, /已制表 5 份/)).toContainText(folder)
  await page.getByRole('button', { name: '知道了' }).click()
  expect(readdirSync(folder).toSorted()).toEqual(
    ['人事组', '党建组', '劳资组', '纪检监察组', '综合组']
      .map((name) => `第47周周报-${name}.xlsx`)
      .toSorted(),
  )

  const [open] = (await app.call('weekly.show', { week_monday })).rows.filter(
    ({ group_name, state }) => group_name === '人事组' && state === 'in_progress',
  )
  if (!open) throw new Error('the sample has an open matter there')
  await app.call('weekly.edit', {
    matter_week_id: open.id,
    matter: open,
    line: { ...open, progress: '处务会后的进展' },
    due_change: null,
  })
  const back = join(folder, '收回的.xlsx')
  await fillForm(join(folder, '第47周周报-人事组.xlsx'), back, (sheets) => {
    for (const sent of sheets.this.rows) if (sent.事项编号 === open.number) sent.完成情况 = '来件的进展'
    sheets.this.rows.push({
      类别: '干部人事',
      工作事项: '接待来访',
      责任人: '王伟',
      完成情况: '一次',
      状态: '已完成',
    })
  })
  await app.chooseFile(back)
  await weekly.getByRole('button', { name: '放入收回的表…' }).click()
  const check = screen(page, '核对收回的表')
  await expect(check).toContainText('待定 1 处')
  await expect(check.getByRole('button', { name: '合并 1 份' })).toBeDisabled()
  await check
    .getByRole('radiogroup', { name: `${open.number} 完成情况` })
    .getByText('手工')
    .click()
  await check.getByRole('textbox', { name: `${open.number} 完成情况 手工填写` }).fill('两边合起来的进展')
  await check.getByRole('button', { name: '合并 1 份' }).click()
  await expectSaid(page, '已合并 1 份：改动 1 处，新增 1 行')
  const lines = (await app.call('weekly.show', { week_monday })).rows
  expect(lines.find(({ number }) => number === open.number)?.progress).toBe('两边合起来的进展')
  expect(lines.filter(({ title }) => title === '接待来访')).toHaveLength(1)
  await expect(row(weekly, '方静宜').getByRole('radio', { name: '已收' })).toBeChecked()
})

test('the report of a merge is kept, and the merge taken back in one step', async () => {
  const { page } = app
  const weekly = await openCollect()
  await weekly.getByRole('button', { name: /1 份$/ }).click()
  const report = screen(page, '合并报告')
  await expect(report).toContainText('手工：两边合起来的进展')
  await report.getByRole('button', { name: '撤销这次合并' }).click()
  await expectSaid(page, /撤销：合并第47周周报 1 份/)
  await expect(report.getByRole('button', { name: '已撤销' })).toBeDisabled()
  const lines = (await app.call('weekly.show', { week_monday })).rows
  await report.getByRole('button', { name: '返回' }).click()
  expect(lines.some(({ title }) => title === '接待来访')).toBe(false)
})

test('a report that is not good is returned, and missing again', async () => {
  const { page } = app
  const weekly = await openCollect()
  await row(weekly, '王伟').getByRole('checkbox').check()
  await weekly.getByRole('button', { name: '退回周报…' }).click()
  await dialog(page, '退回周报（1 人）').getByRole('button', { name: '退回' }).click()
  await expectSaid(page, '已退回 1 人的周报')
  await expect(row(weekly, '王伟')).toContainText('1 次')
  await expect(row(weekly, '王伟').getByRole('radio', { name: '未报' })).toBeChecked()
  expect(app.troubles).toEqual([])
})

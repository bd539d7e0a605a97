// The workbooks for the superiors, each read back; then the quick way to a person, 撤销, and a backup.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type ReportName, report_titles } from '../../src-shared/reports.ts'
import {
  choose,
  dialog,
  expect,
  expectSaid,
  field,
  goTo,
  numberAfter,
  screen,
} from '../../tests/helpers/clerk.ts'
import { agree, type Demo, type Step } from './demo.ts'

/** Exports one report and answers its rows as the screen says them and its path. */
async function exportReport({ page, output }: Demo, title: string): Promise<{ rows: number; path: string }> {
  const place = screen(page, '统计上报')
  await place.getByRole('button', { name: `导出${title}` }).click()
  const said = place.getByRole('listitem').filter({ hasText: title }).getByRole('status')
  await said.waitFor()
  const words = await said.innerText()
  const [, file, rows] = /已导出 (.+\.xlsx)（(\d+) 行）/.exec(words) ?? []
  if (file === undefined) throw new Error(`No file was named: ${words}`)
  return { rows: Number(rows), path: join(output, file) }
}

const exportAll: Step = {
  name: '导出全部上报表',
  async run(demo) {
    const { page, launched, counts, output } = demo
    const rows_of = {
      'duty-list': counts.duties,
      'backup-posts': counts.duties,
      'post-publication': counts.duties,
      'post-adjustments': 0,
      'training-plan': 0,
      'weekly-report': counts.week + counts.plan,
      'sign-off-ledger': counts.week,
      'archive-list': counts.archived,
    } satisfies Partial<Record<ReportName, number>>
    await launched.saveInto(output)
    await goTo(page, '统计上报')
    const told: string[] = []
    for (const [report, rows_due] of Object.entries(rows_of)) {
      const title = report_titles[report as ReportName]
      const { rows, path } = await exportReport(demo, title)
      agree(`${title}的行数`, rows, rows_due)
      if (statSync(path).size === 0) throw new Error(`${path} is empty`)
      const sheet = await demo.readSheet(path)
      const serials = sheet.rows.filter(({ cells }) =>
        cells.some(({ kind, column, text }) => kind === 'number' && column <= 2 && /^\d+$/.test(text)),
      )
      agree(`${title}读回的行数`, serials.length, rows)
      await expect(screen(page, '统计上报')).toContainText(`（${rows} 行）`)
      told.push(`${title} ${rows} 行`)
    }
    await demo.picture('统计上报')
    return `导出并读回：${told.join('，')}`
  },
}

const lookBack: Step = {
  name: '查找、撤销、备份',
  async run(demo) {
    const { page, counts, picture } = demo
    await page.keyboard.press('Control+k')
    const box = dialog(page, '查找')
    await box.getByRole('combobox').fill('ww')
    const hit = box.getByRole('option').filter({ hasText: '王伟' }).first()
    await hit.waitFor()
    await picture('查找')
    await page.keyboard.press('Enter')
    await expect(screen(page, '人员名册').getByRole('complementary')).toContainText('王伟')

    await registerMatter(demo)
    const nav = page.getByRole('navigation', { name: '主导航' })
    await nav.getByRole('button', { name: '撤销：登记' }).click()
    await expectSaid(page, '撤销：登记')
    const parts = screen(page, '每周销号').getByRole('radiogroup', { name: '本周与下周' })
    await expect(parts).toContainText(`本周履职情况 ${counts.week}`)
    await goTo(page, '操作记录')
    await picture('操作记录')

    const place = await goTo(page, '备份与恢复')
    const before = await numberAfter(place, '共')
    await place.getByRole('button', { name: '立即备份' }).click()
    await expectSaid(page, '已备份')
    await expect(place).toContainText(`共 ${before + 1} 份`)
    await picture('备份与恢复')
    await goTo(page, '本周工作台')
    await expect(screen(page, '本周工作台')).toContainText(`${counts.archived}/${counts.week}`)
    await picture('本周工作台')
    return `Ctrl+K 输入 ww 找到王伟；临时登记 1 项后撤销，仍是 ${counts.week} 项；备份 1 份，查验完好`
  },
}

async function registerMatter({ page, counts, picture }: Demo): Promise<void> {
  const place = await goTo(page, '每周销号')
  await place.getByRole('radiogroup', { name: '本周与下周' }).getByText(/^本周/).click()
  await place.getByRole('button', { name: '登记事项' }).click()
  const form = dialog(page, '登记本周事项')
  await field(form, '工作事项').fill('协助办理上级检查组材料调阅')
  await choose(form, '责任人', '王伟')
  await choose(form, '类别', '综合')
  await picture('登记事项')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expectSaid(page, /已登记 2026-/)
  await expect(place).toContainText(`本周履职情况 ${counts.week + 1}`)
}

export const reportUpward: readonly Step[] = [exportAll, lookBack]

// An import of thousands of rows in the real app: neither the main process nor the page may stand still meanwhile.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWorkbook } from '../../src-main/excel/write-workbook.ts'
import { type LaunchedApp, launchApp, project } from '../helpers/launch-app.ts'
import { type Stalls, stallMeasured, watchBoth } from './app-stalls.ts'
import type { Figure } from './figure.ts'

const plan_rows = 5000
const page_rows = 10_000

const header = ['组别', '类别', '职责内容', '工作依据', '工作标准', '频次', '办理时限', 'A岗', 'B岗', '备注']

async function writeDuties(path: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => [
    ...['综合组', '综合', `第${at + 1}项职责：办理公文、会务和值班安排`, `《工作规则》第${(at % 40) + 1}条`],
    ...['按时、准确、规范', '每月', '每月25日前', '周敏', '王伟', `备注${at % 7}`],
  ])
  await writeWorkbook(path, {
    sheets: [
      {
        name: '职责',
        title: '岗位职责清单',
        head: { left: '填报单位：组织人事处' },
        widths: header.map(() => 14),
        tables: [{ columns: header.map((name) => ({ header: name })), rows }],
        foot: '',
        orientation: 'landscape',
      },
    ],
  })
}

/** From choosing the file to the word that it is saved, as the clerk does it. */
async function importOnce(count: number): Promise<Stalls> {
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-bench-'))
  const path = join(folder, '职责.xlsx')
  await writeDuties(path, count)
  const app = await launchApp({ today: '2026-11-20' })
  try {
    const { page } = app
    await app.call('book.enterSample', {})
    await page.evaluate(() => window.location.assign('#/imports?kind=duties'))
    await app.chooseFile(path)
    const choose = page.getByRole('button', { name: '选择文件…' })
    await choose.waitFor()
    await loadTheDictionary(app, path)
    const stalls = await watchBoth(app)
    await choose.click()
    await page.getByRole('button', { name: `保存 ${count} 行` }).click({ timeout: 120_000 })
    await page.locator('.ant-message-notice').filter({ hasText: '已导入' }).waitFor({ timeout: 120_000 })
    return await stalls()
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The app loads it behind the dialog that here answers at once. */
async function loadTheDictionary(app: LaunchedApp, path: string): Promise<void> {
  await app.chooseFile(join(project, 'samples/人员名册.xlsx'))
  await app.call('imports.choose', { kind: 'staff', choices: {} })
  await app.call('imports.cancel', {})
  await app.chooseFile(path)
}

export const importStalls: readonly Figure[] = [
  {
    name: 'import-stall',
    bound: 1,
    measure: async () => stallMeasured((await importOnce(plan_rows)).main, 'the main process', plan_rows),
  },
  {
    name: 'import-page-stall',
    bound: 1,
    measure: async () => stallMeasured((await importOnce(page_rows)).page, 'the page', page_rows),
  },
]

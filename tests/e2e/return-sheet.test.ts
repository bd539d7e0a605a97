import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { CellEdit } from '../../src-main/excel/patch-edits.ts'
import { patchWorkbook } from '../../src-main/excel/patch-workbook.ts'
import { readWorkbook } from '../../src-main/excel/read-workbook.ts'
import { numberAfter, previewImport } from '../helpers/clerk.ts'
import { importSample, sampleFile } from '../helpers/import-sample.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })

test.beforeAll(async () => {
  await importSample(office.app, 'staff', '人员名册.xlsx')
  await importSample(office.app, 'duties', '岗位职责清单.xlsx')
})

/** What the one who filled it in puts right, by the reasons that stand beside the rows. */
const corrections: [reason: RegExp, text: string][] = [
  [/(C\d+)：人员名册里没有“王小虎”/, '唐婉'],
  [/(D\d+)：“2026\.2\.30”不是一个日期/, '2026年11月27日'],
  [/(B\d+)：工作事项是空的/, '整理考勤记录'],
]

async function correct(path: string, out: string): Promise<void> {
  const { sheets } = await readWorkbook(path)
  const sheet = sheets.find(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ text }) => text === '退回原因')),
  )
  const cells = (sheet?.rows ?? []).flatMap((row) =>
    corrections.flatMap(([reason, text]): CellEdit[] => {
      const address = row.cells.map((cell) => reason.exec(cell.text)?.[1]).find(Boolean)
      return address === undefined
        ? []
        : [{ row: row.number, column: address.charCodeAt(0) - 64, value: { text } }]
    }),
  )
  expect(cells).toHaveLength(corrections.length)
  await patchWorkbook(path, out, { sheets: [{ sheet: sheet?.name ?? '', cells }] })
}

test('a form with mistakes goes back as a 退回表 and comes in again without any', async () => {
  const { page, app, folder } = office
  await app.chooseFile(sampleFile('周报-有错误.xlsx'))
  await app.saveInto(folder)
  const preview = await previewImport(page, '每周报表')
  const filters = preview.getByRole('radiogroup', { name: '筛选行' })
  expect(await numberAfter(filters, '错误')).toBe(3)
  await preview.getByRole('button', { name: '退回表…' }).click()
  await expect(preview.getByRole('status')).toContainText(/已存为 退回-周报-有错误\.xlsx：标出 \d+ 处/)
  await preview.getByRole('button', { name: '放弃' }).click()

  const corrected = join(folder, '改好的周报.xlsx')
  await correct(join(folder, '退回-周报-有错误.xlsx'), corrected)
  await app.chooseFile(corrected)
  await previewImport(page, '每周报表')
  expect(await numberAfter(filters, '错误')).toBe(0)
  await preview.getByRole('button', { name: /没有用到/ }).click()
  await expect(preview.getByRole('listitem').filter({ hasText: '退回原因' })).toContainText('没有用到')
  await preview.getByRole('button', { name: '放弃' }).click()
})

test('a form without mistakes has nothing to give back', async () => {
  const { page, app } = office
  await app.chooseFile(sampleFile('人员名册.xlsx'))
  const preview = await previewImport(page, '人员名册')
  const filters = preview.getByRole('radiogroup', { name: '筛选行' })
  expect(await numberAfter(filters, '只看有问题的')).toBe(0)
  await expect(preview.getByRole('button', { name: '退回表…' })).toBeDisabled()
  await preview.getByRole('button', { name: '放弃' }).click()
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Locator, test } from '@playwright/test'
import { readWorkbook } from '../../src-main/excel/read-workbook.ts'
import { dialog, expect, list, row, screen } from '../helpers/clerk.ts'
import { hasOpenpyxl } from '../helpers/openpyxl.ts'
import { shareApp } from '../helpers/share-app.ts'
import { makeSuperiorForms } from '../helpers/superior-forms.ts'

test.describe.configure({ mode: 'serial' })
test.skip(!hasOpenpyxl, 'the blank forms are made by python3-openpyxl')
const office = shareApp({ today: '2026-11-20' })
const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-forms-'))
const forms = hasOpenpyxl ? makeSuperiorForms(folder) : {}
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = () => screen(office.page, '统计上报')

async function goToForms(): Promise<Locator> {
  const { page } = office
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '统计上报' }).click()
  await page.getByRole('link', { name: '套表填报' }).click()
  return place()
}

/** Drags the file from the desktop onto the window. */
async function drop(path: string): Promise<void> {
  const { page, app } = office
  const client = await app.app.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  await client.detach()
}

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await office.app.saveInto(folder)
})

test('a blank form is chosen, one column is pointed at by the keys, and it is saved filled', async () => {
  const { page, app } = office
  const start = await goToForms()
  await app.chooseFile(forms.附件3在岗人员花名册 ?? '')
  await start.getByRole('button', { name: '选择表样…' }).click()
  const grid = place().getByRole('grid', { name: '表样' })
  await grid.getByText('政治面貌').click()
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('region', { name: '选中的格' })).toContainText('H4')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: '这一列填' }).fill('A岗职责')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: /^H4/ })).toContainText('A岗职责数')
  await place().getByRole('button', { name: '看填好的样子' }).click()
  await expect(place().getByRole('grid', { name: '填好的样子' })).toContainText('许晓岚')
  await expect(place().getByRole('region', { name: '上报前体检' }).getByRole('status')).toContainText('提示')
  await place().getByRole('button', { name: '保存填好的表…' }).click()
  await expect(place().getByRole('status').filter({ hasText: '已保存' })).toContainText(
    '下次放入这张表，会自己填好',
  )
  const { sheets } = await readWorkbook(
    join(folder, '组织人事处（监察室）-在岗人员花名册（2026.11.20）.xlsx'),
  )
  const fourth = sheets[0]?.rows.find(({ number }) => number === 4)
  expect(fourth?.cells.map(({ address, kind }) => `${address} ${kind}`)).toEqual([
    ...['A4 number', 'B4 text', 'C4 text', 'D4 text', 'F4 date', 'G4 text', 'H4 number'],
  ])
})

test('the filled form is recorded as handed in, with its very file', async () => {
  const { page } = office
  await place().getByRole('button', { name: '登记上报' }).click()
  const form = dialog(page, '登记上报')
  await list(form, '上级单位').fill('省农业农村厅人事处')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(row(place(), '在岗人员花名册', '省农业农村厅人事处', '在用')).toHaveCount(1)
  await goToForms()
})

test('dropped again it is known, filled already, and only saved', async () => {
  await expect(place().getByRole('region', { name: '记住的表' })).toContainText('在岗人员花名册')
  await drop(forms.附件3在岗人员花名册 ?? '')
  const side = place().getByRole('complementary', { name: '填报' })
  await expect(side).toContainText('认得这张表：上次 2026-11-20 填报')
  await expect(place().getByRole('grid', { name: '填好的样子' })).toContainText('许晓岚')
  await place().getByRole('button', { name: '放弃' }).click()
})

test('a newer version is followed, and what it says otherwise is asked', async () => {
  await drop(forms['附件1-重点工作推进台账（空表）'] ?? '')
  await place().getByRole('button', { name: '看填好的样子' }).click()
  await place().getByRole('button', { name: '保存填好的表…' }).click()
  await place().getByRole('button', { name: '填别的表' }).click()
  await drop(forms['附件1-重点工作推进台账（新）'] ?? '')
  const known = place().getByRole('region', { name: '认得这张表' })
  await expect(known).toContainText('有 3 处请核对')
  await known.getByRole('button', { name: 'F5“截止时间节点”' }).click()
  await expect(place().getByRole('region', { name: '选中的格' })).toContainText('F5')
  await known.getByRole('button', { name: '核对无误：完成时限' }).click()
  await expect(known).toContainText('有 2 处请核对')
})

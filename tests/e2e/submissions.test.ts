// 统计上报 from end to end: preview, 体检, export, record, change something, hold it against the file.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { dialog, expect, goTo, list, row, screen } from '../helpers/clerk.ts'
import { pdfPages, textEdges } from '../helpers/pdf-text.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const into = mkdtempSync(join(tmpdir(), 'duty-ledger-submissions-'))
const title = '组织人事处（监察室）岗位职责清单'

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
  await office.app.saveInto(into)
})
test.afterAll(() => rmSync(into, { recursive: true }))

test('a report is seen on its paper, turned over, given an 附件 line, checked and exported', async () => {
  const { page } = office
  const place = await goTo(page, '统计上报')
  await place.getByRole('button', { name: '预览岗位职责清单' }).click()
  const preview = screen(page, '打印预览')
  const paper = preview.getByRole('article', { name: '第 1 页' })
  await expect(paper).toContainText(title)
  await expect(preview.getByRole('region', { name: '上报前体检' }).getByRole('status')).not.toContainText(
    '必须改',
  )
  await preview.getByRole('button', { name: '下一页' }).click()
  await expect(preview.getByRole('article', { name: '第 2 页' })).toContainText('职责编号')
  await preview.getByRole('button', { name: '上一页' }).click()
  await list(preview, '附件').fill('附件1')
  await expect(paper).toContainText('附件1')
  await page.keyboard.press('Escape')
  await preview.getByRole('button', { name: '导出 Excel…' }).click()
  await expect(preview.getByRole('status').filter({ hasText: '已导出' })).toContainText('（150 行）')
})

test('its PDF has the pages of the preview, word for word, and no text is cut', async () => {
  const { page } = office
  const preview = screen(page, '打印预览')
  const shown: string[] = []
  for (;;) {
    const paper = preview.getByRole('article')
    const cut = await paper.locator('.paper-cell').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const text = cell.firstElementChild?.getBoundingClientRect()
        const box = cell.getBoundingClientRect()
        return text && (text.height > box.height + 1 || text.width > box.width + 1) ? [cell.textContent] : []
      }),
    )
    expect(cut).toEqual([])
    shown.push((await paper.innerText()).replace(/\s/g, ''))
    const next = preview.getByRole('button', { name: '下一页' })
    if (await next.isDisabled()) break
    await next.click()
    await expect(preview.getByRole('article', { name: `第 ${shown.length + 1} 页` })).toBeVisible()
  }
  await preview.getByRole('button', { name: '导出 PDF…' }).click()
  await expect(preview.getByRole('status').filter({ hasText: '.pdf' })).toContainText('（150 行）')
  const pdf = readFileSync(join(into, `${title}（2026.11.20）.pdf`))
  const printed = pdfPages(pdf)
  const inAnyOrder = (pages: readonly string[]) => pages.map((text) => [...text].sort().join(''))
  expect(inAnyOrder(printed)).toEqual(inAnyOrder(shown))
  // As large as the paper: its margins are a twentieth of its width.
  expect(textEdges(pdf)).toMatchObject({ left: expect.closeTo(0.055, 1.5), right: expect.closeTo(0.94, 1.5) })
  await preview.getByRole('button', { name: '导出 Excel…' }).click()
  await expect(preview.getByRole('status').filter({ hasText: '.xlsx' })).toContainText('（150 行）')
})

test('it is recorded with its very file', async () => {
  const { page } = office
  await screen(page, '打印预览').getByRole('button', { name: '登记上报' }).click()
  const form = dialog(page, '登记上报')
  await list(form, '上级单位').fill('省农业农村厅人事处')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(row(screen(page, '统计上报'), title, '省农业农村厅人事处', '在用')).toHaveCount(1)
})

test('what has changed since is listed, old against new', async () => {
  const { page, app } = office
  const [first] = await app.call('duties.list', {
    group_id: null,
    category_id: null,
    staff_id: null,
    text: '',
    include_voided: false,
  })
  if (!first) throw new Error('no duty')
  await app.call('duties.void', { ids: [first.id], reason: '不再承担' })
  const place = screen(page, '统计上报')
  await row(place, title).press('Enter')
  const panel = page.getByRole('complementary', { name: '上报详情' })
  await panel.getByRole('button', { name: '与上报件对比' }).click()
  const compared = screen(page, '与上报件对比')
  await expect(compared).toContainText('上报件 150 行，现在 149 行，相同 149 行')
  await expect(row(compared, '减少', first.number)).toHaveCount(1)
  await compared.getByRole('button', { name: '返回' }).click()
})

test('the original comes back byte for byte, and stays when the record is declared void', async () => {
  const { page, app } = office
  const exported = readFileSync(join(into, `${title}（2026.11.20）.xlsx`))
  const elsewhere = mkdtempSync(join(tmpdir(), 'duty-ledger-original-'))
  await app.saveInto(elsewhere)
  const panel = page.getByRole('complementary', { name: '上报详情' })
  await panel.getByRole('button', { name: '另存原件…' }).click()
  const copy = join(elsewhere, `${title}（2026.11.20）.xlsx`)
  await expect(() => expect(readFileSync(copy).equals(exported)).toBe(true)).toPass()
  await panel.getByRole('button', { name: '作废…' }).click()
  const form = dialog(page, /^作废上报/)
  await form.getByRole('textbox', { name: '作废原因' }).fill('报错了表')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(panel).toContainText('报错了表')
  await expect(panel.getByRole('button', { name: '作废…' })).toHaveCount(0)
  rmSync(elsewhere, { recursive: true })
})

test('a personal list is seen on paper from the roster, for that person alone, and goes back there', async () => {
  const { page, app } = office
  const [person] = await app.call('staff.list', { include_left: false })
  if (!person) throw new Error('nobody')
  await page.evaluate((id) => window.location.assign(`#/staff?open=${id}`), person.id)
  const panel = page.getByRole('complementary', { name: `人员 ${person.name}` })
  await panel.getByRole('button', { name: '预览个人岗位职责清单' }).click()
  const preview = screen(page, '打印预览')
  const paper = preview.getByRole('article', { name: '第 1 页' })
  await expect(paper).toContainText(person.name)
  await preview.getByRole('button', { name: '返回' }).click()
  await expect(panel).toContainText(person.name)
})

test('an export from the list has been checked, and what must be mended comes before the file', async () => {
  const { page, app } = office
  await app.saveInto(into)
  const place = await goTo(page, '统计上报')
  await place.getByRole('button', { name: '导出AB岗设置一览表' }).click()
  const saved = place.getByRole('status').filter({ hasText: '已导出' })
  await expect(saved).toContainText('体检：')
  const [duty] = await app.call('duties.list', {
    group_id: null,
    category_id: null,
    staff_id: null,
    text: '',
    include_voided: false,
  })
  if (!duty) throw new Error('no duty')
  const a_staff_id = duty.a_holder?.staff_id ?? null
  const b_staff_ids = duty.b_holders.map(({ staff_id }) => staff_id)
  const draft = { ...duty, due_rule: '2026.2.30', schedule: null, a_staff_id, b_staff_ids }
  await app.call('duties.edit', { id: duty.id, draft })
  await place.getByRole('button', { name: '导出岗位职责清单' }).click()
  const refused = dialog(page, /^还没有导出/)
  await expect(refused).toContainText('“2026.2.30”没有这一天')
  await refused.getByRole('button', { name: '去修改' }).click()
  await expect(screen(page, '打印预览').getByRole('region', { name: '上报前体检' })).toContainText('必须改 1')
  await screen(page, '打印预览').getByRole('button', { name: '返回' }).click()
  await place.getByRole('button', { name: '导出岗位职责清单' }).click()
  await refused.getByRole('button', { name: '仍要导出' }).click()
  await expect(saved).toContainText('体检：必须改 1')
})

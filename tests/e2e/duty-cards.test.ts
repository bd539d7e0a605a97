// A photo comes in, stands on the card, and the PDF is the sheet that was shown; nothing ever stands over its box.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type CardKind, card_kinds, first_design, papers_of } from '../../src-shared/duty-cards.ts'
import { dialog, expectSaid, goTo, row } from '../helpers/clerk.ts'
import { duty, person } from '../helpers/department.ts'
import { randomNumbers } from '../helpers/random-numbers.ts'
import { shareApp } from '../helpers/share-app.ts'

test.describe.configure({ mode: 'serial' })
const office = shareApp({ today: '2026-11-20' })
const everybody = { group_id: null, staff_ids: [] }

test('a photo is pasted, cropped and kept with its person', async () => {
  const { page, app } = office
  const group_id = (await app.call('groups.add', { code: 'ZZ', name: '组织组' })).id
  await app.call('staff.add', person('王伟', { group_id, post: '组长' }))
  const place = await goTo(page, '人员名册')
  await row(place).first().press('Enter')
  await page.getByRole('complementary', { name: '人员 王伟' }).getByRole('button', { name: '放照片' }).click()
  await dialog(page, '王伟 的照片').waitFor()
  await pastePicture(page)
  await page.getByLabel('照片裁剪框，可拖动').waitFor()
  await dialog(page, '王伟 的照片').getByRole('button', { name: '保存' }).click()
  await expectSaid(page, '已保存 王伟 的照片')
  const photo = page.getByRole('complementary').getByRole('img', { name: '王伟 的照片' })
  await expect
    .poll(() => photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([590, 826])
  await page.keyboard.press('Escape')
})

/** Ctrl+V with a red picture on the clipboard, wider than high. */
async function pastePicture(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 800
    canvas.height = 600
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D
    pen.fillStyle = '#c02020'
    pen.fillRect(0, 0, 800, 600)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    const data = new DataTransfer()
    data.items.add(new File([blob as Blob], 'image.png', { type: 'image/png' }))
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
}

const seed = 20_261_122
const random = randomNumbers(seed)
const upTo = (most: number) => Math.floor(random() * (most + 1))
const characters =
  '统筹组织审核登记发展党员干部选拔任用工资福利社保年金档案整理材料归集汇总报送督办检查落实责任制度建设'
const words = (length: number) =>
  Array.from({ length }, () => characters[upTo(characters.length - 1)]).join('')
const names = [
  '欧阳修文',
  '买买提·阿布都热合曼',
  '王',
  '古丽巴哈尔·阿不都克力木·买合苏提江',
  '诸葛孔明',
  '尼格买提·热合曼',
  '李娜',
]

test('random people fill random cards, and no word stands over its box', async () => {
  const { page, app } = office
  test.setTimeout(120_000)
  const [group] = await app.call('groups.list', {})
  const long = await app.call('groups.add', { code: 'CH', name: words(30) })
  await app.call('settings.save', { ...(await app.call('settings.get', {})), unit_name: words(40) })
  for (const name of names) {
    const group_id = upTo(1) === 0 ? (group?.id ?? 0) : long.id
    const post = words(upTo(60))
    const { id } = await app.call(
      'staff.add',
      person(name, { group_id, post, phone: '0931-'.repeat(upTo(7)) }),
    )
    const count = name === '李娜' ? 10 : upTo(24)
    for (let nth = 0; nth < count; nth += 1) {
      const content = words(1 + upTo(nth % 5 === 0 ? 300 : 60))
      await app.call('duties.add', duty(group_id, { content, card_text: words(upTo(15)), a_staff_id: id }))
    }
  }
  for (const kind of Object.keys(card_kinds) as CardKind[]) {
    for (const font of ['hei', 'song'] as const) {
      const paper = papers_of[kind][0] ?? 'A4'
      const design = { ...first_design, kind, paper, font, supervision_phone: words(40) }
      await app.call('cards.saveDesign', design)
      const place = await goTo(page, '统计上报')
      await place.waitFor()
      await openCards(page)
      await expect(page.getByRole('region', { name: '打印预览' }).getByRole('article').first()).toBeVisible()
      expect([kind, font, await overfull(page)]).toEqual([kind, font, []])
    }
  }
})

async function openCards(page: Page): Promise<void> {
  await goTo(page, '履职清单')
  await page.getByRole('navigation', { name: '履职清单的视图' }).getByRole('link', { name: '职责牌' }).click()
}

/** Boxes whose words are larger than they are; a line that was cut on purpose says so. */
function overfull(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('[data-fit]')]
    if (boxes.length === 0) return ['There is no box at all']
    const over = boxes.filter((box) => {
      const is_high = box.scrollHeight > box.clientHeight
      const is_wide = box.scrollWidth > box.clientWidth && !box.classList.contains('is-cut')
      return is_high || is_wide
    })
    const cards = [...document.querySelectorAll<HTMLElement>('.card, .card-body, .card-head, .card-rows')]
    const burst = cards.filter((part) => part.scrollHeight > part.clientHeight + 1)
    return [...over, ...burst].map(
      (box) => `${box.className} ${box.style.fontSize} ${box.textContent?.slice(0, 30)}`,
    )
  })
}

test('the PDF has the sheets that were shown, with every name, and the list goes to the sign maker', async () => {
  const { page, app } = office
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-cards-'))
  await app.saveInto(folder)
  await app.call('cards.saveDesign', { ...first_design, kind: 'desk', paper: 'A4' })
  await openCards(page)
  const preview = page.getByRole('region', { name: '打印预览' })
  const sheets = await preview.locator('.card-sheet').count()
  await page.getByRole('button', { name: '导出 PDF' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已导出' })).toContainText('8 块')
  await page.getByRole('button', { name: '导出制作清单…' }).click()
  await expect(page.getByRole('status').filter({ hasText: '制作清单' })).toContainText('8 块')
  const files = readdirSync(folder)
  const pdf = files.find((name) => name.endsWith('.pdf')) ?? ''
  expect(files.filter((name) => name.endsWith('.xlsx'))).toHaveLength(1)
  const info = execFileSync('pdfinfo', [join(folder, pdf)], { encoding: 'utf8' })
  expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBe(sheets)
  expect(info).toContain('(A4)')
  const text = execFileSync('pdftotext', [join(folder, pdf), '-'], { encoding: 'utf8' }).replace(/\s/g, '')
  expect(['王伟', ...names].filter((name) => !text.includes(name))).toEqual([])
  expect((await app.call('cards.show', everybody)).cards).toHaveLength(8)
  const windows = await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(windows).toBe(1)
})

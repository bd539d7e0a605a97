// Files of an archive entry: looked at page by page, opened as a copy, saved, set aside and put back.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dialog, expectSaid, goTo } from '../helpers/clerk.ts'
import { smallPdf } from '../helpers/pictures-to-draw.ts'
import { shareApp } from '../helpers/share-app.ts'

const office = shareApp({ today: '2026-11-20' })

test('a PDF that belongs to an entry is looked at, saved, set aside and put back', async () => {
  const { page, app } = office
  await app.call('book.enterSample', {})
  await page.reload()
  const pdf = smallPdf(3)
  const reply = await page.evaluate(
    (bytes) => window.bridge.take([new File([new Uint8Array(bytes)], '会议通知.pdf')]),
    [...pdf],
  )
  const taken = reply as { ok: true; value: { files: { token: string }[] } }
  const { rows } = await app.call('archive.list', {})
  const [entry] = rows
  await app.call('archive.addFiles', {
    id: entry?.id ?? 0,
    files: [{ token: taken.value.files[0]?.token ?? '', material: '' }],
  })
  await goTo(page, '办结归档')
  await page.evaluate((id) => {
    window.location.hash = `#/archive?open=${id}`
  }, entry?.id)
  const panel = page.getByRole('complementary', { name: '归档详情' })
  await panel.getByRole('button', { name: '会议通知.pdf', exact: true }).click()
  const viewer = dialog(page, '会议通知.pdf')
  const first = viewer.getByRole('img', { name: '会议通知.pdf 第 1 页' })
  await expect(first).toBeVisible()
  await expect(viewer.getByText('第 1 页 / 共 3 页')).toBeVisible()
  expect(await first.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200)
  await viewer.getByRole('button', { name: '下一页' }).click()
  await expect(viewer.getByRole('img', { name: '会议通知.pdf 第 2 页' })).toBeVisible()

  await app.saveInto(app.folder)
  await viewer.getByRole('button', { name: '另存…' }).click()
  await expectSaid(page, '已另存一份')
  expect(readFileSync(join(app.folder, '会议通知.pdf')).equals(pdf)).toBe(true)
  await page.keyboard.press('Escape')

  await panel.getByRole('button', { name: '移除 会议通知.pdf' }).click()
  const trash = dialog(page, '移除“会议通知.pdf”')
  await trash.getByRole('textbox', { name: '移除的原因' }).fill('放错了卷')
  await trash.getByRole('button', { name: '移入回收站' }).click()
  await panel.getByRole('button', { name: '放回 会议通知.pdf' }).click()
  await expect(panel.getByRole('button', { name: '移除 会议通知.pdf' })).toBeVisible()
})

test('the system is handed a read-only copy of a paper, and never a program', async () => {
  const { page, app } = office
  const opened = await app.app.evaluateHandle(({ shell }) => {
    const paths: string[] = []
    shell.openPath = async (path) => {
      paths.push(path)
      return ''
    }
    return paths
  })
  const bring = async (name: string, text: string) => {
    const reply = await page.evaluate(
      ([called, content]) => window.bridge.take([new File([content], called)]),
      [name, text] as const,
    )
    const { value } = reply as { ok: true; value: { files: { token: string }[] } }
    const { rows } = await app.call('archive.list', {})
    const id = rows[0]?.id ?? 0
    await app.call('archive.addFiles', { id, files: [{ token: value.files[0]?.token ?? '', material: '' }] })
    const { details } = await app.call('archive.get', { id })
    return details.files.find((file) => file.name === name)?.file_id ?? 0
  }
  await app.call('files.open', { file_id: await bring('说明.txt', '请各组周五报送') })
  const [path = ''] = await opened.jsonValue()
  expect([path.endsWith('说明.txt'), readFileSync(path, 'utf8')]).toEqual([true, '请各组周五报送'])
  expect(statSync(path).mode & 0o222).toBe(0)
  const refused = app.call('files.open', { file_id: await bring('说明.bat', 'del *.*') })
  await expect(refused).rejects.toThrow('不是可以直接打开的办公文件')
  expect([(await opened.jsonValue()).length, existsSync(path)]).toEqual([1, true])
})

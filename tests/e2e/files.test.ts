// Files on their way into the program: the page hands them over and learns a token, a name and a size.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { shareApp } from '../helpers/share-app.ts'

const office = shareApp({ today: '2026-11-20' })

test('a dropped file and a drawn picture are taken; the page never learns a path', async () => {
  const { page, app } = office
  const path = join(app.folder, '会议 纪要.txt')
  writeFileSync(path, '会议纪要')
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'from-disk'
    document.body.append(input)
  })
  await page.locator('#from-disk').setInputFiles(path)
  const reply = await page.evaluate(() => {
    const [from_disk] = (document.querySelector('#from-disk') as HTMLInputElement).files ?? []
    if (from_disk === undefined) throw new Error('The file did not arrive')
    return window.bridge.take([from_disk, new File(['画'], '画.png'), new File([], '空.png')])
  })
  expect(reply).toEqual({
    ok: true,
    value: {
      files: [
        { token: expect.any(String), name: '会议 纪要.txt', size: 12 },
        { token: expect.any(String), name: '画.png', size: 3 },
      ],
      refused: [{ name: '空.png', why: '这是一个空文件，里面没有内容。' }],
    },
  })
  expect(JSON.stringify(reply)).not.toContain(app.folder)
})

// Starting a second time, and where the program must not start.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { migrations } from '../../migrations/index.ts'
import { newestVersion } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'
import { launchOptions } from '../../tools/electron-runtime.ts'
import { goTo } from '../helpers/clerk.ts'
import { person } from '../helpers/department.ts'
import { launchApp, project } from '../helpers/launch-app.ts'
import { startProgram } from '../helpers/start-program.ts'

let folder: string

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duty-ledger-e2e-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a second start ends by itself and brings the first window to the front', async () => {
  const { app, page, call, close } = await launchApp({ folder, today: '2026-11-20' })
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const calls: string[] = []
    Object.assign(globalThis, { calls })
    if (window !== undefined) window.focus = () => void calls.push('focus')
  })
  expect(await startProgram(folder, project)).toEqual({ exit_code: 0, boxes: [] })
  expect(await app.evaluate(() => (globalThis as unknown as { calls: string[] }).calls)).toEqual(['focus'])
  await call('staff.add', person('张三'))
  await expect(await goTo(page, '人员名册')).toContainText('全处1人')
  await close()
})

test('a book of a newer program is refused with both versions, and not one byte of it changes', async () => {
  const book_path = join(folder, 'data', 'duty-ledger.db')
  await (await launchApp({ folder, today: '2026-11-20' })).close()
  const newest = newestVersion(migrations)
  const book = openDatabase(book_path)
  book.sqlite.pragma(`user_version = ${newest + 3}`)
  await book.close()
  const before = readFileSync(book_path)

  const { exit_code, boxes } = await startProgram(folder)
  expect(exit_code).toBe(1)
  expect(boxes).toHaveLength(1)
  expect(boxes[0]).toMatchObject({ title: '履职台账', buttons: ['退出'] })
  expect(boxes[0]?.message).toContain(`数据版本 ${newest + 3}`)
  expect(boxes[0]?.message).toContain(`数据版本 ${newest} `)
  expect(boxes[0]?.detail).toContain('请安装更新的程序后再打开')
  expect(readFileSync(book_path).equals(before)).toBe(true)
  expect(readdirSync(join(folder, 'data')).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
})

for (const [what, unwritable] of [
  ['the data folder', 'data'],
  ['the folder around it', ''],
] as const) {
  test(`${what} cannot be written to: the start is refused with its name and what to do`, async () => {
    const { args } = await launchOptions()
    test.skip(
      process.getuid?.() === 0 && args.includes('--no-sandbox'),
      'a root without a sandbox writes anywhere',
    )
    const data = join(folder, 'data')
    if (unwritable !== '') mkdirSync(data)
    chmodSync(join(folder, unwritable), 0o555)
    const { exit_code, boxes } = await startProgram(folder)
    chmodSync(join(folder, unwritable), 0o755)
    expect(exit_code).toBe(1)
    expect(boxes).toHaveLength(1)
    expect(boxes[0]?.message).toBe('数据文件夹不能写入。')
    expect(boxes[0]?.detail).toContain(folder)
    expect(boxes[0]?.detail).toContain('读写权限')
  })
}

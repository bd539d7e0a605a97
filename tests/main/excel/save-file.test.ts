import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { saveFile } from '../../../src-main/excel/save-file.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

function failing(code: string, times: number): { rename: typeof rename; calls: () => number } {
  let calls = 0
  return {
    calls: () => calls,
    async rename(from, to) {
      calls += 1
      if (calls <= times) throw Object.assign(new Error(code), { code, syscall: 'rename' })
      await rename(from, to)
    },
  }
}

it('replaces an older file whole', async () => {
  const path = join(tempFolder(), '台账.xlsx')
  await saveFile(path, Buffer.from('a longer old file'))
  expect(await saveFile(path, Buffer.from('new'))).toBe(3)
  expect(readFileSync(path, 'utf8')).toBe('new')
})

it('waits for a virus scanner to let go', async () => {
  const path = join(tempFolder(), '台账.xlsx')
  const busy = failing('EBUSY', 3)
  await saveFile(path, Buffer.from('new'), busy.rename)
  expect([busy.calls(), readFileSync(path, 'utf8')]).toEqual([4, 'new'])
})

it.each(['EPERM', 'EBUSY', 'EACCES'])(
  'asks to close a file that is open elsewhere (%s), and leaves it as it was',
  async (code) => {
    const folder = tempFolder()
    const path = join(folder, '台账.xlsx')
    await saveFile(path, Buffer.from('old'))
    expect(await problemOf(saveFile(path, Buffer.from('new'), failing(code, 99).rename))).toEqual({
      code: 'export_not_saved',
      message: '“台账.xlsx”正被其他程序占用，没有导出。',
      where: path,
      next: '请先在 Excel/WPS 中关闭它，再导出一次。',
    })
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['台账.xlsx']])
  },
)

it('says when the disk is full, the folder is gone or a folder is in the way', async () => {
  const folder = tempFolder()
  const path = join(folder, '台账.xlsx')
  expect((await problemOf(saveFile(path, Buffer.from('new'), failing('ENOSPC', 1).rename))).message).toMatch(
    /磁盘空间不足/,
  )
  mkdirSync(path)
  expect((await problemOf(saveFile(path, Buffer.from('new')))).message).toMatch(/同名的文件夹/)
  rmSync(folder, { recursive: true })
  expect((await problemOf(saveFile(path, Buffer.from('new')))).message).toMatch(/文件夹不存在/)
})

import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createIncoming } from '../../../src-main/files/incoming.ts'
import { largest_file_bytes } from '../../../src-shared/files.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

function file(name: string, bytes: number): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, '')
  truncateSync(path, bytes)
  return path
}

const asked = async (question: () => unknown) => question()

it('gives every file a token and keeps its path to itself', async () => {
  const incoming = createIncoming()
  const path = file('通知.docx', 12)
  const { files, refused } = await incoming.take([{ path }, { name: '', bytes: new Uint8Array(3) }])
  expect({ files, refused }).toEqual({
    files: [
      { token: expect.any(String), name: '通知.docx', size: 12 },
      { token: expect.any(String), name: '剪贴板图片', size: 3 },
    ],
    refused: [],
  })
  expect(incoming.pathOf(files[0]?.token ?? '')).toBe(path)
  expect(await problemOf(asked(() => incoming.pathOf(files[1]?.token ?? '')))).toMatchObject({
    code: 'file_without_path',
  })
  expect(await problemOf(asked(() => incoming.get('nothing')))).toMatchObject({ code: 'file_forgotten' })
})

it('names what it does not take: a folder, an empty file, one too large, one that is gone', async () => {
  const folder = join(tempFolder(), '材料')
  mkdirSync(folder)
  const paths = [
    folder,
    file('空.txt', 0),
    file('录像.mp4', largest_file_bytes + 1024 ** 2),
    join(folder, '没有.pdf'),
  ]
  const { files, refused } = await createIncoming().take(paths.map((path) => ({ path })))
  expect(files).toEqual([])
  expect(refused).toEqual([
    { name: '材料', why: '这是一个文件夹。请打开它，选中里面的文件再放入。' },
    { name: '空.txt', why: '这是一个空文件，里面没有内容。' },
    { name: '录像.mp4', why: '这个文件有 201 MB，超过了 200 MB 的上限。请压缩或拆分后再放入。' },
    { name: '没有.pdf', why: '读不到这个文件，可能已被移动、改名，或者移动盘已拔出。' },
  ])
})

it('refuses whatever is neither a path nor bytes', async () => {
  await expect(createIncoming().take([{ path: '' }])).rejects.toThrow()
  await expect(createIncoming().take('/etc/passwd')).rejects.toThrow()
})

it('forgets the oldest first', async () => {
  const incoming = createIncoming()
  const path = file('一.txt', 1)
  const first = await incoming.take([{ path }])
  for (let round = 0; round < 4; round += 1) await incoming.take(Array(500).fill({ path }))
  expect(await problemOf(asked(() => incoming.get(first.files[0]?.token ?? '')))).toMatchObject({
    code: 'file_forgotten',
    next: '请把文件重新拖入、粘贴或选择一次。',
  })
})

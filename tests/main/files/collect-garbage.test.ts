import { utimesSync } from 'node:fs'
import { expect, it } from 'vitest'
import { collectGarbage, takeFromTrash } from '../../../src-main/files/collect-garbage.ts'
import { createFileStore } from '../../../src-main/files/file-store.ts'
import { photoBytes } from '../../helpers/add-photo.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const later = (days: number) => new Date(Date.now() + days * 86_400_000)

it('moves into the trash what nothing needs and is not fresh, brings it back, and empties the trash in time', async () => {
  const store = createFileStore(tempFolder())
  const put = async (words: string) => {
    const bytes = photoBytes(words)
    return store.put({ name: words, size: bytes.length, source: { bytes } })
  }
  const needed = await put('需要')
  const orphan = await put('没有记录')
  const isNeeded = (digest: string) => digest === needed.digest
  expect(await collectGarbage(store, isNeeded, later(0.5))).toBe(0)
  expect(await collectGarbage(store, isNeeded, later(2))).toBe(1)
  expect(await store.list()).toEqual([needed.digest])
  expect(await takeFromTrash(store, orphan.digest)).toBe(true)
  expect(await store.examine(orphan)).toEqual({ state: 'sound' })
  expect(await takeFromTrash(store, orphan.digest)).toBe(false)

  utimesSync(store.pathOf(orphan.digest), later(0), later(0))
  await collectGarbage(store, isNeeded, later(2))
  await collectGarbage(store, isNeeded, later(20))
  expect(await takeFromTrash(store, orphan.digest)).toBe(true)
  await collectGarbage(store, isNeeded, later(2))
  await collectGarbage(store, isNeeded, later(40))
  expect(await takeFromTrash(store, orphan.digest)).toBe(false)
  expect(await store.examine(needed)).toEqual({ state: 'sound' })
})

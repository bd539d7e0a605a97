import { expect, it } from 'vitest'
import { checkSlice } from '../../../src-main/files/check-files.ts'
import { startReady } from '../../helpers/open-test-books.ts'
import { runChild } from '../../helpers/run-child.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

it('has every file that a row names, whole, whichever step of taking one in it is killed at', {
  timeout: 120_000,
}, async () => {
  const compile_cache = tempFolder()
  for (let nth = 1; nth <= 14; nth += 1) {
    const folder = tempFolder()
    const { signal, errors } = await runChild('store-child.ts', [folder, String(nth)], { compile_cache })
    expect([nth, signal, errors]).toEqual([nth, 'SIGKILL', ''])
    const { books } = await startReady(folder)
    const slice = await checkSlice(books.own(), books.ownFiles(), { after: '', bytes: 1_000_000 })
    const rows = books.own().sqlite.prepare('SELECT count(*) FROM files').pluck().get()
    expect([nth, slice.total, slice.troubles]).toEqual([nth, rows, []])
    for (const digest of await books.ownFiles().list()) {
      expect([nth, await books.ownFiles().examine({ digest, size: 400 })]).toEqual([nth, { state: 'sound' }])
    }
    await books.close()
  }
})

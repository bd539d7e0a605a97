import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkBook } from '../../helpers/check-book.ts'
import { dumpOf } from '../../helpers/dump.ts'
import { addPerson, clockOn, startReady } from '../../helpers/open-test-books.ts'
import { runChild } from '../../helpers/run-child.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const clock = clockOn('2026-11-18')

async function contentOf(folder: string): Promise<string> {
  const { books } = await startReady(folder)
  const content = JSON.stringify(dumpOf(books.own().sqlite))
  await books.close()
  return content
}

it('leaves the old book or the new one, whichever step of a restore it is killed after', {
  timeout: 120_000,
}, async () => {
  const prepared = tempFolder()
  const { books, backups } = await startReady(prepared)
  const backup = await backups.make('manual')
  await addPerson(books.own(), clock, '张三')
  const restored = JSON.stringify(dumpOf((await startReady(tempFolder())).books.own().sqlite))
  await books.close()
  const present = tempFolder()
  cpSync(prepared, present, { recursive: true })
  const opened = await startReady(present)
  await addPerson(opened.books.own(), clock, '李四')
  await opened.books.close()
  const old = await contentOf(present)

  const compile_cache = tempFolder()
  const seen: string[] = []
  for (let nth = 1; ; nth += 1) {
    const folder = tempFolder()
    cpSync(prepared, folder, { recursive: true })
    const ended = await runChild('restore-child.ts', [folder, backup.name, String(nth)], { compile_cache })
    expect([nth, ended.errors]).toEqual([nth, ''])
    expect([nth, await checkBook(folder, [], clock)]).toEqual([nth, []])
    const content = await contentOf(folder)
    seen.push(content === old ? 'old' : content === restored ? 'new' : 'neither')
    if (ended.signal === null) {
      expect(ended.lines).toEqual([String(nth - 1)])
      break
    }
    expect(readdirSync(join(folder, 'backups'))).toContain(backup.name)
  }
  const turn = seen.indexOf('new')
  expect(seen).toEqual([...Array(turn).fill('old'), ...Array(seen.length - turn).fill('new')])
  expect(turn).toBeGreaterThan(10)
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runAside, runInThread } from '../../../src-main/database/aside.ts'
import { isDamage } from '../../../src-main/database/inspect-file.ts'
import { openReadOnly } from '../../../src-main/database/open-database.ts'
import { countRows } from '../../../src-main/database/schema.ts'
import { fillDepartment } from '../../helpers/fill-department.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

it('finds a book sound, and copies it with the counts of the copy, in a thread as here', async () => {
  const folder = tempFolder()
  const path = join(folder, 'book.db')
  const book = await openTestBook({ path })
  await fillDepartment(book)
  for (const run of [runInThread, runAside]) {
    expect(await run({ kind: 'look_over', path, how: 'quick_check' })).toEqual({
      pages: ['ok'],
      references: [],
    })
    const to = join(folder, 'copy.db')
    const counts = await run({ kind: 'copy', path, to })
    const copy = openReadOnly(to)
    expect([counts, countRows(copy)]).toEqual([countRows(book.sqlite), counts])
    copy.close()
  }
  await book.close()
})

it('tells of damage by the code that SQLite gives it', async () => {
  const folder = tempFolder()
  const path = join(folder, 'book.db')
  const book = await openTestBook({ path })
  await book.close()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 0, 4096)
  writeFileSync(path, bytes)
  const work = runInThread({ kind: 'copy', path, to: join(folder, 'copy.db') })
  expect(await work.catch(isDamage)).toBe(true)
  expect(existsSync(join(folder, 'copy.db'))).toBe(false)
})

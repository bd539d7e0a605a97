import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { inspectFile } from '../../src-main/database/inspect-file.ts'
import { migrate, newestVersion } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'
import { schemaOf } from '../../src-main/database/schema.ts'
import { dumpOf } from '../helpers/dump.ts'
import { countStatements } from '../helpers/failing-database.ts'
import { runChild } from '../helpers/run-child.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const old_version = 2
const old_steps = migrations.slice(0, old_version)

function stateOf(path: string) {
  const { sqlite } = openDatabase(path)
  const state = { schema: schemaOf(sqlite), rows: dumpOf(sqlite) }
  sqlite.close()
  return state
}

it('leaves the old database when the process is killed after a statement', async () => {
  const folder = tempFolder()
  const old = join(folder, 'old.db')
  const book = openDatabase(old)
  migrate(book.sqlite, old_steps)
  await book.close()
  const before = stateOf(old)
  const statements = countStatements(old_steps, migrations.slice(old_version))
  const points = [1, 2, 9, Math.floor(statements / 2), statements - 1, statements]
  for (const nth of points) {
    const path = join(folder, `killed-${nth}.db`)
    copyFileSync(old, path)
    const { signal, errors } = await runChild('migration-child.ts', [path, String(nth)])
    expect([nth, signal, errors]).toEqual([nth, 'SIGKILL', ''])
    expect(inspectFile(path, newestVersion(migrations))).toEqual({ kind: 'ours', version: old_version })
    expect(stateOf(path)).toEqual(before)
  }
})

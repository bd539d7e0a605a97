// Adds a person, then restores a backup and kills itself after the nth step on the disk, if there are so many:
// `node restore-child.ts FOLDER BACKUP NTH`. Prints how many steps there were when it came to the end.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { addPerson, clockOn, startReady } from './open-test-books.ts'

const [folder = '', name = '', nth = ''] = process.argv.slice(2)
let count = 0

/** The calls with which our own code changes what lies on the disk; SQLite's own writes are its own affair. */
function countSteps(): void {
  const { copyFileSync, fsyncSync, renameSync, rmSync, writeFileSync } = fs
  const counted = { copyFileSync, fsyncSync, renameSync, rmSync, writeFileSync }
  for (const [step, original] of Object.entries(counted)) {
    const replaced = (...parameters: unknown[]) => {
      const value: unknown = Reflect.apply(original, fs, parameters)
      count += 1
      if (count === Number(nth)) process.kill(process.pid, 'SIGKILL')
      return value
    }
    Object.assign(fs, { [step]: replaced })
  }
  syncBuiltinESMExports()
}

const { books, backups } = await startReady(folder)
await addPerson(books.own(), clockOn('2026-11-18'), '李四')
countSteps()
await backups.restore(name)
await books.close()
console.log(count)

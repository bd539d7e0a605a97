// Adds people with photos until it is killed after the nth step on the disk: `node store-child.ts FOLDER NTH`.
import fs from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { addPersonWithPhoto } from './add-photo.ts'
import { clockOn, startReady } from './open-test-books.ts'

const [folder = '', nth = ''] = process.argv.slice(2)
let count = 0

/** The calls with which the store changes what lies on the disk. */
function countSteps(): void {
  const counted = [
    [promises, ['mkdir', 'open', 'chmod', 'rm']],
    [fs, ['renameSync', 'fsyncSync']],
  ] as const
  for (const [module, names] of counted) {
    for (const name of names) {
      const original = Reflect.get(module, name) as (...parameters: unknown[]) => unknown
      const replaced = (...parameters: unknown[]) => {
        count += 1
        if (count === Number(nth)) process.kill(process.pid, 'SIGKILL')
        return Reflect.apply(original, module, parameters)
      }
      Object.assign(module, { [name]: replaced })
    }
  }
  syncBuiltinESMExports()
}

const { books } = await startReady(folder)
countSteps()
for (let person = 1; ; person += 1) {
  await addPersonWithPhoto(books.own(), clockOn('2026-11-18'), books.ownFiles(), `人员${person}`)
}

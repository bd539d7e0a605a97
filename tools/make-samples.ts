// Writes samples/: the year of an invented department and the workbooks its office would hand in.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleFiles } from './samples/sample-files.ts'

const folder = join(import.meta.dirname, '../samples')
mkdirSync(folder, { recursive: true })
for (const [name, content] of await sampleFiles()) {
  writeFileSync(join(folder, name), content)
  console.log(`${name}  ${content.length}`)
}

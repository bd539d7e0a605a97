// Writes samples/: the year of an invented department and the workbooks its office would hand in.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSampleYear, writeSampleYear } from './samples/sample-year.ts'

const folder = join(import.meta.dirname, '../samples')
mkdirSync(folder, { recursive: true })
const year = makeSampleYear()
writeFileSync(join(folder, 'sample-year.json'), writeSampleYear(year))

// Merging what eight groups return, over merely reading the same files.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCollection } from '../../src-main/collection/collection.ts'
import { fillBigDepartment } from '../helpers/big-collection.ts'
import { fillDepartment } from '../helpers/fill-department.ts'
import { fillForm } from '../helpers/fill-form.ts'
import { importDesk } from '../helpers/import-desk.ts'
import { openTestBook } from '../helpers/open-test-book.ts'
import { type Figure, medianOf } from './figure.ts'

const today = '2026-11-20'
const week_monday = '2026-11-16'
const rounds = 5

/** Each round merges the same files into a book of its own: a book takes them only once. */
async function measureRound(): Promise<{ reading: number; planning: number; merging: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-bench-'))
  const book = await openTestBook({ today, path: join(folder, 'book.db') })
  const desk = importDesk(book)
  try {
    const department = await fillDepartment(book)
    const ids = await fillBigDepartment(book, department, 50)
    const collection = createCollection(desk)
    desk.save_into = folder
    const sent = await collection.send({ week_monday, by: 'group', ids })
    if (sent.state !== 'saved') throw new Error('nothing was sent')
    mkdirSync(join(folder, 'back'))
    const paths: string[] = []
    for (const name of sent.file_names) {
      const path = join(folder, 'back', name)
      await fillForm(join(folder, name), path, ({ this: { rows } }) => {
        for (const row of rows) Object.assign(row, { 完成情况: '本周已办', 状态: '已完成' })
      })
      paths.push(path)
    }
    const read_at = performance.now()
    for (const path of paths) await desk.excel.read(path)
    const reading = performance.now() - read_at
    const { files } = await desk.incoming.take(paths.map((path) => ({ path })))
    const tokens = files.map(({ token }) => token)
    const planned_at = performance.now()
    const preview = await collection.read({
      week_monday,
      tokens,
      group_id: null,
      category_id: null,
      as_this_week: [],
      left_out: [],
    })
    const planning = performance.now() - planned_at
    const merged_at = performance.now()
    const done = await collection.merge({ merge_id: preview?.merge_id ?? '', left_out: [], decisions: [] })
    if (done.taken !== 800) throw new Error(`${done.taken} cells were merged instead of 800`)
    return { reading, planning, merging: performance.now() - merged_at }
  } finally {
    await desk.excel.stop()
    await book.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const collection: readonly Figure[] = [
  {
    name: 'merge-forms',
    bound: 6,
    async measure() {
      const measured: Awaited<ReturnType<typeof measureRound>>[] = []
      for (let round = 0; round < rounds; round += 1) measured.push(await measureRound())
      const of = (what: 'reading' | 'planning' | 'merging') => medianOf(measured.map((round) => round[what]))
      const [reading, planning, merging] = [of('reading'), of('planning'), of('merging')]
      return {
        value: medianOf(measured.map((round) => (round.planning + round.merging) / round.reading)),
        information: [
          `8 files of 50 rows, 800 cells: read and held against what was sent ${planning.toFixed(0)} ms, merged ${merging.toFixed(0)} ms`,
          `merely reading the same files ${reading.toFixed(0)} ms`,
        ],
      }
    },
  },
]

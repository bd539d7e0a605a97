import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { createReports } from '../../../src-main/reports/save-report.ts'
import { fillSample } from '../../../src-main/sample/fill-sample.ts'
import { ReportExport, ReportRequest } from '../../../src-shared/reports.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let book: TestBook
let desk: ImportDesk
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  desk = importDesk(book)
  await fillSample(book, book.clock)
})
afterEach(async () => {
  await desk.excel.stop()
  book.close()
})

const first = (sql: string) => book.sqlite.prepare(sql).pluck().get()

it('shows in the preview what the file will hold, whatever the report is asked', async () => {
  const reports = createReports(desk)
  const publication_id = first('SELECT min(id) FROM post_publications')
  const asked = [
    { report: 'personal-duties', staff_id: first('SELECT max(id) FROM staff WHERE left_on IS NULL') },
    { report: 'duty-list', as_of: '2026-01-15', group_id: 1 },
    { report: 'post-publication', publication_id },
    { report: 'routine-year', as_of: '2025-01-01' },
    { report: 'weekly-report', week_monday: '2026-11-09' },
  ]
  const titles: string[] = []
  for (const question of asked) {
    const view = await reports.preview(ReportRequest.parse(question))
    desk.save_into = tempFolder()
    await reports.save(ReportExport.parse(question))
    const [name = ''] = readdirSync(desk.save_into)
    expect(name).toBe(view.file_name)
    const { sheets } = await readWorkbook(join(desk.save_into, name))
    const written = sheets[0]?.rows.flatMap(({ cells }) => cells.map(({ text }) => plain(text))) ?? []
    const shown = view.cells.map(({ text }) => plain(text)).filter((text) => text !== '')
    expect(new Set(shown)).toEqual(new Set(written))
    titles.push(view.title)
  }
  expect(new Set(titles).size).toBe(asked.length)
  expect(titles[0]).toContain(
    String(first('SELECT name FROM staff ORDER BY (left_on IS NULL) DESC, id DESC')),
  )
})

/** Dates and numbers are cells of their own kind in the file; spaces that lay a line out are none of the words. */
function plain(text: string): string {
  return text.replace(/\s+/g, '')
}

// What the program has written, it reads back as what it already knows.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createImports } from '../../../src-main/imports/run-import.ts'
import { createReports } from '../../../src-main/reports/save-report.ts'
import { ImportChoices, type ImportKind } from '../../../src-shared/imports.ts'
import { ReportExport, type ReportName } from '../../../src-shared/reports.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const samples = join(import.meta.dirname, '../../../samples')

let book: TestBook
let desk: ImportDesk
beforeAll(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  desk = importDesk(book)
  await importFile('staff', join(samples, '人员名册.xlsx'))
  await importFile('duties', join(samples, '岗位职责清单.xlsx'))
  for (const group of ['人事组', '党建组', '劳资组', '纪检监察组', '综合组']) {
    await importFile('weekly', join(samples, `周报-${group}.xlsx`))
  }
})
afterAll(async () => {
  await desk.excel.stop()
  await book.close()
})

async function importFile(kind: ImportKind, path: string) {
  desk.to_open = path
  const imports = createImports(desk)
  const answer = await imports.choose(kind, ImportChoices.parse({}))
  if (answer.state !== 'preview') throw new Error(`There is no preview: ${answer.state}`)
  await imports.save({ import_id: answer.preview.import_id, left_out: [] })
  return answer.preview
}

async function exportFile(report: ReportName) {
  desk.save_into = tempFolder()
  const answer = await createReports(desk).save(ReportExport.parse({ report }))
  if (answer.state === 'cancelled') throw new Error('The dialog was cancelled')
  return { ...answer, path: join(answer.folder, answer.file_name) }
}

const changesMade = () => book.sqlite.prepare('SELECT count(*) FROM changes').pluck().get()

describe('an exported workbook', () => {
  it.each([
    ['duty-list', 'duties', 150, 1],
    ['backup-posts', 'duties', 150, 1],
    // Its note below the signatures is a line more.
    ['post-publication', 'duties', 150, 2],
    ['weekly-report', 'weekly', 60, 1],
  ] as const)('%s comes back as %s with every row the same', async (report, kind, rows, skipped) => {
    const { path } = await exportFile(report)
    const before = changesMade()
    const { totals, issues } = await importFile(kind, path)
    expect({ ...totals, issues }).toEqual({
      ...{ read: rows + skipped, new: 0, changed: 0, same: rows, skipped, wrong: 0 },
      issues: [],
    })
    expect(changesMade()).toBe(before)
  })

  it('is put where the clerk says, under the name offices use, and can be shown there', async () => {
    const reports = createReports(desk)
    desk.save_into = tempFolder()
    desk.asked = []
    const answer = await reports.save(ReportExport.parse({ report: 'weekly-report' }))
    if (answer.state === 'cancelled') throw new Error('The dialog was cancelled')
    expect(desk.asked).toEqual(['导出本周工作完成情况及下周工作计划：组织人事处第47周工作情况.xlsx'])
    expect([answer.file_name, answer.folder, answer.rows]).toEqual([
      '组织人事处第47周工作情况.xlsx',
      desk.save_into,
      60,
    ])
    expect(existsSync(join(answer.folder, answer.file_name))).toBe(true)
    await reports.reveal(answer.saved_id)
    expect(desk.shown).toEqual([join(answer.folder, answer.file_name)])
    expect((await problemOf(reports.reveal('nothing'))).code).toBe('report_gone')
    desk.save_into = null
    expect(await reports.save(ReportExport.parse({ report: 'duty-list' }))).toEqual({ state: 'cancelled' })
  })
})

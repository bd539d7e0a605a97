import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { type Paper, paperOf, tableOf } from '../../../src-main/reports/report.ts'
import { createReports, type Reports } from '../../../src-main/reports/save-report.ts'
import { getSettings } from '../../../src-main/settings/settings.ts'
import { preflightPaper } from '../../../src-main/submissions/run-preflight.ts'
import { addDepartment } from '../../helpers/department.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let book: TestBook
let desk: ImportDesk
let reports: Reports
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  await addDepartment(book)
  desk = importDesk(book)
  desk.save_into = tempFolder()
  reports = createReports(desk, (paper) => preflightPaper(desk, paper))
})
afterEach(async () => {
  await desk.excel.stop()
  await book.close()
})

/** A list of who takes over what by when, such as a 工作交接单 has. */
async function handover(due: string, name = '张三'): Promise<Paper> {
  const rows = [
    { matter: '核对名册', name, due },
    { matter: '整理档案', name: '李四', due: '2026-11-27' },
  ]
  return paperOf(
    { settings: await getSettings(book.db), today: '2026-11-20' },
    {
      title: '工作交接单',
      file_name: '工作交接单',
      sheet_name: '交接单',
      widths: [40, 20, 20],
      tables: [
        tableOf(
          [
            { header: '事项', value: (row) => row.matter },
            { header: '责任人', value: (row) => row.name },
            { header: '完成时限', kind: 'date', value: (row) => row.due },
          ],
          rows,
        ),
      ],
    },
  )
}

const serious = (findings: readonly { grade: string; address: string; words: string }[]) =>
  findings.flatMap(({ grade, address, words }) => (grade === 'note' ? [] : [`${grade} ${address} ${words}`]))

it('a paper that is in order is saved at once, with what its 体检 came to', async () => {
  const answer = await reports.savePaper('导出交接单', await handover('2026-11-25', '王无名'))
  if (answer.state !== 'saved') throw new Error(answer.state)
  expect(serious(answer.check?.findings ?? [])).toEqual(['check B4 人员名册里没有“王无名”，请核对姓名。'])
  expect(existsSync(join(answer.folder, answer.file_name))).toBe(true)
})

it('one with something that must be mended is held back, shows the place, and goes when the clerk says so', async () => {
  const answer = await reports.savePaper('导出交接单', await handover('2026.2.30'))
  if (answer.state !== 'held') throw new Error(answer.state)
  expect(serious(answer.findings)).toEqual(['must C4 “2026.2.30”没有这一天，请改正。'])
  expect(desk.asked).toEqual([])
  const view = await reports.viewHeld(answer.held_id, '交接单')
  expect(view.cells.find(({ row, column }) => row === 3 && column === 2)?.text).toBe('2026.2.30')
  const saved = await reports.saveHeld(answer.held_id)
  if (saved.state !== 'saved') throw new Error(saved.state)
  const { sheets } = await readWorkbook(join(saved.folder, saved.file_name))
  expect(sheets[0]?.rows[3]?.cells.map(({ text }) => text)).toEqual(['核对名册', '张三', '2026.2.30'])
})

it('says so when a paper is not there any more', async () => {
  expect((await problemOf(reports.viewHeld('long-ago', ''))).message).toBe(
    '这张表体检之后已经放了很久，找不到了。',
  )
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { createReports, drawReport, type Reports } from '../../../src-main/reports/save-report.ts'
import { fillSample } from '../../../src-main/sample/fill-sample.ts'
import type { PaperLayout } from '../../../src-shared/paper.ts'
import { ReportExport, type ReportName, ReportRequest } from '../../../src-shared/reports.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let book: TestBook
let desk: ImportDesk
let reports: Reports
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  await fillSample(book, book.clock)
  desk = importDesk(book)
  desk.save_into = tempFolder()
  reports = createReports(desk)
})
afterEach(async () => {
  await desk.excel.stop()
  book.close()
})

const preview = (report: ReportName, layout: PaperLayout | null = null) =>
  reports.preview(ReportRequest.parse({ report, layout }))

async function exported(request: object): Promise<string> {
  const answer = await reports.save(ReportExport.parse(request))
  if (answer.state === 'cancelled') throw new Error('The dialog was cancelled')
  return join(answer.folder, answer.file_name)
}

const some: PaperLayout = {
  paper: 'A4',
  orientation: 'portrait',
  attachment: '附件2',
  hidden_columns: ['备注', '联系电话（2）'],
}

describe('the paper of a report', () => {
  it('is the one that its columns need until she chooses another; that one is remembered with the export', async () => {
    const before = (await preview('sign-off-ledger')).layout
    expect(before).toEqual({ paper: 'A3', orientation: 'landscape', attachment: '', hidden_columns: [] })
    await exported({ report: 'sign-off-ledger', layout: { ...some, hidden_columns: ['备注'] } })
    expect((await preview('sign-off-ledger')).layout).toEqual({ ...some, hidden_columns: ['备注'] })
    expect((await preview('archive-list')).layout.paper).toBe('A4')
    const titles = () => book.sqlite.prepare('SELECT title FROM changes ORDER BY id DESC').pluck().all()
    expect(titles()[0]).toBe('记住“每周销号台账”的纸张和列')
    const count = titles().length
    await exported({ report: 'sign-off-ledger' })
    await exported({ report: 'sign-off-ledger', layout: { ...some, hidden_columns: ['备注'] } })
    expect(titles().length).toBe(count)
  })

  it('has the columns that were kept, each as wide as before, the 附件 line on top', async () => {
    const { columns } = await preview('backup-posts')
    expect(columns.slice(5)).toEqual([
      '职务',
      '联系电话',
      'B岗责任人',
      '职务（2）',
      '联系电话（2）',
      '核对情况',
      '备注',
    ])
    const { sheet } = await drawReport(
      book.db,
      '2026-11-20',
      ReportRequest.parse({ report: 'backup-posts', layout: some }),
    )
    const [table] = sheet.tables
    expect(table?.columns.map(({ header }) => header)).toEqual([
      ...['序号', '组别', '职责编号', '主要职责', 'A岗责任人'],
      ...['职务', '联系电话', 'B岗责任人', '职务', '核对情况'],
    ])
    expect(sheet.widths).toEqual([5, 9, 11, 32, 10, 13, 13, 10, 13, 11])
    expect(table?.rows.every((row) => row.length === 10)).toBe(true)
    const path = await exported({ report: 'backup-posts', layout: some })
    const { sheets } = await readWorkbook(path)
    expect(sheets[0]?.rows.slice(0, 2).map(({ cells }) => cells[0]?.text)).toEqual([
      '附件2',
      '组织人事处（监察室）AB岗设置一览表',
    ])
  })

  it('keeps at least one column', async () => {
    const { columns } = await preview('duty-list')
    const none = preview('duty-list', { ...some, hidden_columns: columns })
    expect(await problemOf(none)).toMatchObject({ code: 'no_column_left' })
  })
})

describe('the preview', () => {
  it('is the layout of the workbook itself: the same rows and cells, pages that begin where groups are parted', async () => {
    const view = await preview('duty-list')
    const { sheets } = await readWorkbook(await exported({ report: 'duty-list' }))
    const cells = sheets[0]?.rows.flatMap((row) =>
      row.cells.map(({ column, text }) => `${row.number - 1} ${column - 1} ${text}`),
    )
    const drawn = view.cells
      .filter(({ text }) => text !== '')
      .map(({ row, column, text }) => `${row} ${column} ${text}`)
    expect(drawn.sort()).toEqual(cells?.sort())
    expect(view.rows).toBe(150)
    expect(view.pages[0]).toBe(0)
    expect(view.pages.length).toBeGreaterThan(5)
    const parted = view.cells.filter(({ column, rows }) => column === 0 && rows > 1).map(({ row }) => row)
    expect(parted).toEqual(expect.arrayContaining(view.pages.slice(1, 4)))
  })
})

describe('a CSV file', () => {
  it('holds the table alone, all fields in quotes, and comes back with the same texts', async () => {
    const path = await exported({ report: 'duty-list', format: 'csv' })
    const text = readFileSync(path, 'utf8')
    expect(path).toMatch(/岗位职责清单（2026\.11\.20）\.csv$/)
    expect(text.startsWith('\uFEFF"组别","序号","职责编号",')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(152)
    const { sheets } = await readWorkbook(path)
    const { sheet } = await drawReport(book.db, '2026-11-20', ReportRequest.parse({ report: 'duty-list' }))
    const filled = sheet.tables[0]?.rows.map((row) =>
      row.filter((value) => value !== '' && value !== null).map(String),
    )
    expect(sheets[0]?.rows.slice(1).map(({ cells }) => cells.map((cell) => cell.text))).toEqual(filled)
  })

  it('of a report in two tables holds both, each below its caption', async () => {
    const path = await exported({ report: 'weekly-report', format: 'csv' })
    const { sheets } = await readWorkbook(path)
    const captions = sheets[0]?.rows
      .filter(({ cells }) => cells.length === 1)
      .map(({ cells }) => cells[0]?.text)
    expect(captions).toEqual(['一、本周工作完成情况', '二、下周工作打算（第48周，11月23日—11月27日）'])
  })
})

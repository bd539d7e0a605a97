import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { drawImportReport } from '../../../src-main/imports/import-report-paper.ts'
import {
  getImportReport,
  importReportRows,
  listImportReports,
} from '../../../src-main/imports/import-reports.ts'
import { createImports, type Imports } from '../../../src-main/imports/run-import.ts'
import { createReports } from '../../../src-main/reports/save-report.ts'
import { editStaff } from '../../../src-main/staff/edit-staff.ts'
import { ImportChoices } from '../../../src-shared/imports.ts'
import { addDepartment, person } from '../../helpers/department.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { digestOfFile, tempFolder } from '../../helpers/temp-folder.ts'
import { type Line, writeSheet } from '../../helpers/write-sheet.ts'

let book: TestBook
let desk: ImportDesk
let imports: Imports
beforeEach(async () => {
  book = await openTestBook()
  await addDepartment(book)
  desk = importDesk(book)
  imports = createImports(desk)
})
afterEach(async () => {
  await desk.excel.stop()
  await book.close()
})

const header = ['姓名', '组别', '岗位']
const roster: Line[] = [
  header,
  ['张三', '组织组', '副组长'],
  ['李四', '组织组', null],
  ['沈怀远', '组织组', '干事'],
  ['不要的', '组织组', '干事'],
  ['赵一、赵二', '组织组', '干事'],
  ['合计', '5人', null],
]

async function importRoster(rows: readonly Line[] = roster, left_out: string[] = []): Promise<string> {
  const path = writeSheet('名册.xlsx', rows)
  desk.to_open = path
  const answer = await imports.choose('staff', ImportChoices.parse({}))
  if (answer.state !== 'preview') throw new Error('There is no preview')
  await imports.save({ import_id: answer.preview.import_id, left_out })
  return path
}

const lastReport = async () => (await listImportReports(book.db, null)).rows[0]

describe('a saved import', () => {
  it('leaves a report whose figures add up to the rows read, with every row', async () => {
    const path = await importRoster(roster, ['A5'])
    const line = await lastReport()
    expect(line).toEqual({
      id: 1,
      change_id: 3,
      made_at: book.clock.now().toISOString(),
      who: '经办人',
      kind: 'staff',
      file_name: '名册.xlsx',
      sheet: 'Sheet1',
      totals: { read: 6, new: 1, changed: 1, same: 1, skipped: 1, wrong: 1 },
      left_out: 1,
      is_undone: false,
    })
    const report = await getImportReport(book.db, 1)
    expect([report.digest, report.parts, report.details.header_row]).toEqual([digestOfFile(path), 1, 1])
    expect(report.details.columns.map(({ used_as }) => used_as)).toEqual(['姓名', '组别', '岗位'])
    const rows = await importReportRows(book.db, 1, 0)
    expect(
      rows.map(({ row, verdict, is_left_out, changes, reason, issues }) =>
        [
          ...[row, verdict, is_left_out ? '去掉' : '', reason],
          ...changes.map(({ label, old, new: now }) => `${label} ${old}→${now}`),
          ...issues.map(({ address, why }) => `${address} ${why}`),
        ].join('|'),
      ),
    ).toEqual([
      '2|changed|||岗位 组长→副组长',
      '3|same||',
      '4|new||',
      '5|new|去掉|',
      '6|wrong|||A6 一格里有几个姓名，每人要占一行。',
      '7|skipped||合计行',
    ])
  })

  it('keeps thousands of rows in parts, small and in their order', async () => {
    const many = Array.from({ length: 1200 }, (_, at): Line => [`职工${at + 1}`, '组织组', '干事'])
    await importRoster([header, ...many])
    const { parts } = await getImportReport(book.db, 1)
    const rows = [0, 1, 2].map((part) => importReportRows(book.db, 1, part))
    expect([parts, (await Promise.all(rows)).flat().map(({ row }) => row)]).toEqual([
      3,
      many.map((_, at) => at + 2),
    ])
    const bytes = book.sqlite
      .prepare('SELECT sum(length(packed_rows)) FROM import_report_parts')
      .pluck()
      .get()
    expect(Number(bytes)).toBeLessThan(1200 * 60)
  })

  it('that changes nothing leaves neither trail nor report', async () => {
    await importRoster()
    const before = await lastReport()
    await importRoster()
    expect(await lastReport()).toEqual(before)
  })

  it('keeps its report when it is taken back, marked so, and when it is done again', async () => {
    await importRoster()
    const { change_id = 0 } = (await lastReport()) ?? {}
    const rows = await importReportRows(book.db, 1, 0)
    await undoChange(book, book.clock, change_id)
    expect([(await lastReport())?.is_undone, await importReportRows(book.db, 1, 0)]).toEqual([true, rows])
    await undoChange(book, book.clock, change_id + 1)
    expect((await lastReport())?.is_undone).toBe(false)
  })

  it('is not taken back over later edits: they are listed', async () => {
    await importRoster()
    const { change_id = 0 } = (await lastReport()) ?? {}
    const { id } = book.sqlite.prepare("SELECT id FROM staff WHERE name = '沈怀远'").get() as { id: number }
    await book.change((change) => editStaff(change, id, person('沈怀远', { phone: '13800000000' })))
    const problem = await problemOf(undoChange(book, book.clock, change_id))
    expect([problem.code, problem.details]).toEqual(['stood_upon', ['2026-11-18 09:00 修改人员 沈怀远']])
    expect((await lastReport())?.is_undone).toBe(false)
  })

  it('has a report that nobody can change or delete', async () => {
    await importRoster()
    for (const statement of [
      "UPDATE import_reports SET file_name = '别的'",
      'DELETE FROM import_reports',
      'UPDATE import_report_parts SET part = 9',
      'DELETE FROM import_report_parts',
    ]) {
      expect(() => book.sqlite.exec(statement)).toThrow('an import report stays as it is')
    }
  })
})

describe('a report on paper', () => {
  it('has every row and says what adds up to what', async () => {
    await importRoster(roster, ['A5'])
    desk.save_into = tempFolder()
    const paper = await drawImportReport(book.db, book.clock.today(), 1)
    const answer = await createReports(desk).savePaper('导出导入报告', paper)
    expect(answer).toMatchObject({
      state: 'saved',
      file_name: '导入报告-人员名册-名册（2026.11.18）.xlsx',
      rows: 6,
    })
    const { sheets } = await readWorkbook(join(desk.save_into, '导入报告-人员名册-名册（2026.11.18）.xlsx'))
    const lines = sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text).join('|')) ?? []
    expect(lines.filter((line) => /^\d+\|/.test(line))).toEqual([
      '2|更新|姓名：张三；组别：组织组；岗位：副组长|岗位：组长 → 副组长',
      '3|相同|姓名：李四；组别：组织组',
      '4|新增|姓名：沈怀远；组别：组织组；岗位：干事',
      '5|未导入|姓名：不要的；组别：组织组；岗位：干事|经办人没有勾选，没有导入',
      '6|错误|内容：赵一、赵二|错误 A6：一格里有几个姓名，每人要占一行。请拆成几行后再导入。',
      '7|跳过|内容：合计|合计行',
    ])
    expect(lines.join('\n')).toContain('新增1行，更新1行，相同1行，跳过1行，错误1行，未导入1行，合计6行。')
  })

  it('says that its import was taken back', async () => {
    await importRoster()
    await undoChange(book, book.clock, 3)
    const { sheet } = await drawImportReport(book.db, book.clock.today(), 1)
    expect(sheet.title).toBe('人员名册导入报告（已撤销）')
  })
})

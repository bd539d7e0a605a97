import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { importReportRows } from '../../../src-main/imports/import-reports.ts'
import { createImports, type Imports } from '../../../src-main/imports/run-import.ts'
import { addStaff } from '../../../src-main/staff/edit-staff.ts'
import {
  type ImportAnswer,
  ImportChoices,
  type ImportKind,
  type ImportPreview,
} from '../../../src-shared/imports.ts'
import { person } from '../../helpers/department.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { writeSheet } from '../../helpers/write-sheet.ts'

const samples = join(import.meta.dirname, '../../../samples')
const roster = join(samples, '人员名册.xlsx')
const choices = ImportChoices.parse({})

let book: TestBook
let desk: ImportDesk
let imports: Imports
beforeEach(async () => {
  book = await openTestBook()
  desk = importDesk(book)
  imports = createImports(desk)
})
afterEach(async () => {
  await desk.excel.stop()
  await book.close()
})

async function preview(kind: ImportKind, path: string): Promise<ImportPreview> {
  desk.to_open = path
  return previewOf(await imports.choose(kind, choices))
}

function previewOf(answer: ImportAnswer): ImportPreview {
  if (answer.state !== 'preview') throw new Error(`There is no preview: ${answer.state}`)
  return answer.preview
}

const save = (import_id: string, left_out: string[] = []) => imports.save({ import_id, left_out })
const count = (table: string) => book.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
const titles = () => book.sqlite.prepare('SELECT title FROM changes ORDER BY id').pluck().all()

describe('an import', () => {
  it('reads the file that was chosen and keeps its path and its rows to itself', async () => {
    const { import_id, ...seen } = await preview('staff', roster)
    expect(desk.asked).toEqual(['导入人员名册'])
    expect(seen).toMatchObject({ file_name: '人员名册.xlsx', sheet: '人员名册', header_row: 3 })
    expect(JSON.stringify(seen)).not.toContain(samples)
    const total = { read: 17, new: 16, changed: 0, same: 0, skipped: 1, wrong: 0 }
    expect(seen.totals).toEqual(total)
    expect(await save(import_id)).toEqual({
      kind: 'staff',
      file_name: '人员名册.xlsx',
      totals: total,
      left_out: 0,
    })
    expect([count('staff'), titles().at(-1)]).toEqual([16, '导入人员名册：人员名册.xlsx（新增 16 人）'])
  })

  it('ends when the dialog is cancelled', async () => {
    expect(await imports.choose('staff', choices)).toEqual({ state: 'cancelled' })
  })

  it('ends when it is cancelled while the file is being read', async () => {
    desk.to_open = roster
    const answer = imports.choose('staff', choices)
    await Promise.resolve()
    await imports.cancel()
    expect(await answer).toEqual({ state: 'cancelled' })
  })

  it('of the same file a second time changes nothing and leaves no trace', async () => {
    await save((await preview('staff', roster)).import_id)
    const before = titles()
    const again = await preview('staff', roster)
    expect(again.totals).toMatchObject({ same: 16, new: 0 })
    await save(again.import_id)
    expect(titles()).toEqual(before)
  })

  it('leaves out the rows the clerk does not want, and the groups only they need', async () => {
    const { import_id, rows, new_groups } = await preview('staff', roster)
    const unwanted = rows.filter(({ values }) => values.some(({ value }) => value === '纪检监察组'))
    expect(new_groups.map(({ name }) => name)).toContain('纪检监察组')
    const result = await save(
      import_id,
      unwanted.map(({ address }) => address),
    )
    expect([result.left_out, result.totals.new, count('staff')]).toEqual([3, 13, 13])
    expect(book.sqlite.prepare("SELECT 1 FROM groups WHERE name = '纪检监察组'").all()).toEqual([])
  })

  it('leaves out one row of a table and keeps the row beside it', async () => {
    const path = writeSheet('两张.xlsx', [
      ['姓名', '组别', null, '姓名', '组别'],
      ['赵六', '组织组', null, '钱七', '人事组'],
      ['孙八', '组织组', null, '周九', '人事组'],
    ])
    const { import_id, rows } = await preview('staff', path)
    expect(rows.map(({ row, address }) => `${row} ${address}`)).toEqual(['2 A2', '3 A3', '2 D2', '3 D3'])
    expect((await save(import_id, ['D2'])).left_out).toBe(1)
    const names = book.sqlite.prepare('SELECT name FROM staff ORDER BY id').pluck().all()
    expect(names).toEqual(['赵六', '孙八', '周九'])
    const report = await importReportRows(book.db, 1, 0)
    expect(report.flatMap((row) => (row.is_left_out ? row.address : []))).toEqual(['D2'])
  })

  it('can be saved once, and not after it was cancelled', async () => {
    const first = await preview('staff', roster)
    await save(first.import_id)
    expect((await problemOf(save(first.import_id))).code).toBe('import_gone')
    const second = await preview('staff', roster)
    await imports.cancel()
    expect((await problemOf(save(second.import_id))).code).toBe('import_gone')
  })

  it('can be looked at as something else without choosing the file again', async () => {
    desk.to_open = join(samples, '岗位职责清单.xlsx')
    const asked = await imports.choose('staff', choices)
    if (asked.state !== 'mapping') throw new Error('A list without names is sure')
    expect(asked.question.doubts).toEqual(['没有找到有把握的表头：看不出哪一列是“姓名”。'])
    const { import_id } = asked.question
    const seen = previewOf(await imports.again(import_id, 'duties', choices))
    expect([seen.import_id, seen.totals.new]).toEqual([import_id, 150])
    await save(import_id)
    expect(count('duties')).toBe(150)
  })

  it('is refused when the book has changed since it was shown, and can be looked at again', async () => {
    const { import_id } = await preview('staff', roster)
    await book.change((change) => addStaff(change, person('沈怀远')))
    const problem = await problemOf(save(import_id))
    expect(problem).toEqual({
      code: 'import_outdated',
      message: '预览之后台账有了变动，预览已经不准，什么也没有保存。',
      next: '请重新预览一次，核对后再保存。',
    })
    expect(count('staff')).toBe(1)
    const seen = previewOf(await imports.again(import_id, 'staff', choices))
    expect(seen.totals).toMatchObject({ new: 15, changed: 1 })
    await save(import_id)
    expect([count('staff'), titles().at(-1)]).toEqual([
      16,
      '导入人员名册：人员名册.xlsx（新增 15 人，更新 1 人）',
    ])
  })

  it('is not saved into another book than the one it was shown for', async () => {
    const { import_id } = await preview('staff', roster)
    const other = await openTestBook()
    desk.book = other
    expect((await problemOf(save(import_id))).code).toBe('import_outdated')
    await other.close()
    expect(count('staff')).toBe(0)
  })

  it('of a file that is no workbook is refused with the name of the file', async () => {
    const path = join(tempFolder(), '名册.xlsx')
    writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const problem = await problemOf(preview('staff', path))
    expect(problem.message).toContain('名册.xlsx')
    expect(problem.next).toBeDefined()
  })

  it('can be taken back whole', async () => {
    await save((await preview('staff', roster)).import_id)
    await save((await preview('duties', join(samples, '岗位职责清单.xlsx'))).import_id)
    for (const title of ['岗位职责清单', '人员名册']) {
      const id = book.sqlite
        .prepare('SELECT id FROM changes WHERE title LIKE ?')
        .pluck()
        .get(`导入%${title}%`)
      await undoChange(book, book.clock, Number(id))
    }
    expect([count('staff'), count('duties'), count('duty_holders'), count('groups')]).toEqual([0, 0, 0, 0])
  })
})

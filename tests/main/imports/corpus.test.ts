// Real office files that nobody here wrote; they lie outside the project.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { openExcel } from '../../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import { imports } from '../../../src-main/imports/imports.ts'
import { in_one_go } from '../../../src-main/imports/pace.ts'
import { recogniseKind } from '../../../src-main/imports/recognise-kind.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { DutyFilter } from '../../../src-shared/duties.ts'
import { ImportChoices, type ImportKind } from '../../../src-shared/imports.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { addDepartment } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

const folder = process.env.CORPUS_DIR && join(process.env.CORPUS_DIR, 'dev')
const files = folder ? readdirSync(folder).sort() : []
const excel = openExcel(startNodeProcess)
afterAll(() => excel.stop())

const pathOf = (name: string) => join(folder ?? '', files.find((file) => file.startsWith(name)) ?? name)

async function planFile(
  book: TestBook,
  kind: ImportKind,
  name: string,
  choices: Partial<ImportChoices> = {},
) {
  const path = pathOf(name)
  const question = {
    workbook: await excel.read(path),
    file_name: basename(path),
    choices: ImportChoices.parse(choices),
  }
  const plan = await imports[kind](book.db, '2026-11-18', question, in_one_go)
  await book.change(async (change) => {
    await plan.save(change, new Set(), in_one_go)
    change.describe('导入')
  })
  return plan.preview
}

describe.skipIf(folder === undefined)('real office files (CORPUS_DIR is set)', () => {
  let book: TestBook
  beforeAll(async () => {
    book = await openTestBook()
  })
  afterAll(() => book.close())

  it('r037: two rosters side by side, numbers drawn down in advance', async () => {
    const { totals, header_row } = await planFile(book, 'staff', 'r037')
    expect({ header_row, ...totals }).toEqual({
      header_row: 2,
      ...{ read: 157, new: 97, changed: 0, same: 0, skipped: 60, wrong: 0 },
    })
    const people = await listStaff(book.db, '2026-11-18', true)
    expect(people.filter(({ name }) => name === '孙思文' || name === '乐英梅')).toMatchObject([
      { group_name: '财务中心', staff_code: '55', post: '财务专员' },
      { group_name: '销售七部', staff_code: '174', post: '销售顾问' },
    ])
  })

  it('r038: the same people later: what changed is an update, who is new has a date', async () => {
    const { totals, header_row } = await planFile(book, 'staff', 'r038')
    expect(header_row).toBe(2)
    expect(totals).toMatchObject({ read: 149, skipped: 60, wrong: 0 })
    expect(totals.new + totals.changed + totals.same).toBe(89)
    const people = await listStaff(book.db, '2026-11-18', true)
    expect(people.find(({ name }) => name === '许怡')).toMatchObject({
      group_name: '市场部',
      staff_code: '260',
      joined_on: '2019-06-17',
    })
  })

  it('r039: a template nobody has filled in', async () => {
    const { totals, issues } = await planFile(book, 'staff', 'r039')
    expect(totals.read).toBe(0)
    expect(issues).toMatchObject([{ address: 'A2', why: '只有表头，下面是空的。' }])
  })

  it('r026: duties under merged cells, several people, names with a note', async () => {
    const own = await openTestBook()
    const { personnel } = await addDepartment(own)
    const preview = await planFile(own, 'duties', 'r026', { group_id: personnel, category_id: 6 })
    expect(preview.totals).toMatchObject({ read: 17, new: 17, wrong: 0 })
    expect(preview.columns.map(({ header, used_as }) => [header, used_as]).slice(2, 6)).toEqual([
      ['项目名称', null],
      ['项目内容', '职责内容'],
      ['当前负责人', 'A岗'],
      ['建议后续负责人', null],
    ])
    const duties = await listDuties(own.db, '2026-11-18', DutyFilter.parse({ text: '款型匹配' }))
    expect(duties).toMatchObject([{ content: '车型管理,款型匹配等', remark: '协办：姜民、赵丰梅' }])
    await own.close()
  })

  it('r030: ten tasks, and a list of tools below them that is none', async () => {
    const own = await openTestBook()
    const { personnel } = await addDepartment(own)
    const preview = await planFile(own, 'duties', 'r030', { group_id: personnel, category_id: 6 })
    expect(preview.totals).toEqual({ read: 12, new: 10, changed: 0, same: 0, skipped: 2, wrong: 0 })
    expect(preview.columns.filter(({ used_as }) => used_as === null).map(({ address }) => address)).toEqual([
      'F1',
      'G1',
    ])
    await own.close()
  })

  it('every other file gets an honest answer as anything', async () => {
    const own = await openTestBook()
    await addDepartment(own)
    for (const file of files) {
      const workbook = await excel.read(pathOf(file)).catch((error: unknown) => {
        expect(error, file).toBeInstanceOf(UserProblem)
        return null
      })
      if (workbook === null) continue
      await recogniseKind(workbook, file)
      for (const kind of ['staff', 'duties', 'weekly'] as const) {
        const question = { workbook, file_name: file, choices: ImportChoices.parse({}) }
        const { preview } = await imports[kind](own.db, '2026-11-18', question, in_one_go)
        const { read, ...verdicts } = preview.totals
        expect(
          Object.values(verdicts).reduce((sum, count) => sum + count, 0),
          `${file} ${kind}`,
        ).toBe(read)
        expect(new Set(preview.rows.map(({ address }) => address)).size, `${file} ${kind}`).toBe(read)
      }
    }
    await own.close()
  })

  const kinds = {
    staff: ['r037', 'r038', 'r039'],
    duties: ['r026', 'r030'],
    weekly: ['r002', 'r003', 'r005', 'r007', 'r013', 'r014', 'r016', 'r017', 'r018', 'r023', 'r024'],
    table: ['r009', 'r059', 'r060', 'r064', 'r065', 'r066', 'r067', 'r068', 'r069', 'r071', 'r083', 'r091'],
  }
  it.each(Object.entries(kinds))('are recognised as %s by their columns', async (kind, names) => {
    const found: string[] = []
    for (const name of names)
      found.push(await recogniseKind(await excel.read(pathOf(name)), basename(pathOf(name))))
    expect(found).toEqual(names.map(() => kind))
  })
})

it.runIf(folder === undefined)('real office files were not read: CORPUS_DIR is not set', () => {
  expect(files).toEqual([])
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { import_columns } from '../../../src-main/imports/imports.ts'
import { forgetForm, listForms } from '../../../src-main/imports/remembered-forms.ts'
import { createImports, type Imports } from '../../../src-main/imports/run-import.ts'
import type { Mapping, MappingQuestion } from '../../../src-shared/import-forms.ts'
import {
  type ImportAnswer,
  ImportChoices,
  type ImportKind,
  type ImportPreview,
} from '../../../src-shared/imports.ts'
import { addDepartment, type Department } from '../../helpers/department.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { type Line, sheetOf, writeSheet, writeSheets } from '../../helpers/write-sheet.ts'

let book: TestBook
let desk: ImportDesk
let imports: Imports
let department: Department
beforeEach(async () => {
  book = await openTestBook()
  department = await addDepartment(book)
  desk = importDesk(book)
  imports = createImports(desk)
})
afterEach(async () => {
  await desk.excel.stop()
  await book.close()
})

const title = ['组织人事处分工（第47周）']
const odd_header = ['序号', '干什么', '谁来干', '多久一次', '啥时候']
const odd_rows: Line[] = [
  [1, '组织开展主题党日活动', '张三', '每月', '月底前'],
  [2, '承办党委会的会务工作', '李四', '每季度', '会前三天'],
  [3, '核定全处人员绩效工资', '王五', '每月', '5日前'],
]
const odd_form: Line[] = [title, odd_header, ...odd_rows]

const choices = () => ImportChoices.parse({ group_id: department.organisation, category_id: 1 })

async function open(path: string, kind: ImportKind = 'duties'): Promise<ImportAnswer> {
  desk.to_open = path
  return imports.choose(kind, choices())
}

function asked(answer: ImportAnswer): MappingQuestion {
  if (answer.state !== 'mapping') throw new Error(`Nothing was asked: ${answer.state}`)
  return answer.question
}

function shown(answer: ImportAnswer): ImportPreview {
  if (answer.state !== 'preview') throw new Error(`There is no preview: ${answer.state}`)
  return answer.preview
}

/** The guess as it stands, or with other fields for some columns. */
function answerTo(question: MappingQuestion, other: Record<number, string | null> = {}): Mapping {
  const { header_row, first_row, columns } = question
  return {
    header_row,
    first_row,
    columns: columns.map(({ column, field }) => ({
      column,
      field: column in other ? (other[column] ?? null) : field,
    })),
  }
}

async function map(question: MappingQuestion, other: Record<number, string | null> = {}) {
  const mapping = answerTo(question, other)
  const { import_id, kind, sheet } = question
  return shown(await imports.map(import_id, kind, { ...choices(), sheet, mapping }))
}

/** What was read of each row. */
function valuesOf({ rows }: ImportPreview): string[] {
  return rows.map(({ verdict, values }) => [verdict, ...values.map(({ value }) => value)].join('|'))
}

const forms = () => listForms(book.db, import_columns)

describe('a sheet that is not understood for sure', () => {
  it('is asked about: its head as it is, the best guess, and why', async () => {
    const question = asked(await open(writeSheet('分工.xlsx', odd_form)))
    expect(question).toMatchObject({
      ...{ file_name: '分工.xlsx', kind: 'duties', sheet: 'Sheet1', header_row: 2, first_row: 3 },
      doubts: ['没有找到有把握的表头：看不出哪一列是“职责内容”。'],
    })
    expect(
      question.columns.map(({ letter, header, field, guess }) => [letter, header, field, guess]),
    ).toEqual([
      ['A', '序号', 'serial', 'header'],
      ['B', '干什么', 'content', 'content'],
      ['C', '谁来干', 'a_holder', 'content'],
      ['D', '多久一次', null, 'none'],
      ['E', '啥时候', null, 'none'],
    ])
    expect(question.rows[1]?.cells.map(({ text }) => text)).toEqual(odd_header)
  })

  it('is read as the clerk says', async () => {
    const question = asked(await open(writeSheet('分工.xlsx', odd_form)))
    const preview = await map(question, { 4: 'frequency', 5: 'due_rule' })
    expect([preview.understood_by, valuesOf(preview)]).toEqual([
      'clerk',
      [
        'new|组织组|党建|组织开展主题党日活动|每月|月底前|张三',
        'new|组织组|党建|承办党委会的会务工作|每季度|会前三天|李四',
        'new|组织组|党建|核定全处人员绩效工资|每月|5日前|王五',
      ],
    ])
  })

  it('may have its header elsewhere, and rows before its data', async () => {
    const example = ['例', '示例：不要删除', '某人', '每年', null]
    const path = writeSheet('分工.xlsx', [title, odd_header, example, ...odd_rows])
    const { import_id } = asked(await open(path))
    const question = await imports.mapping({ import_id, kind: 'duties', sheet: null, header_row: 1 })
    expect([question?.header_row, question?.first_row]).toEqual([1, 2])
    const right = await imports.mapping({ import_id, kind: 'duties', sheet: null, header_row: 2 })
    if (right === null) throw new Error('Nothing was asked')
    const preview = await map({ ...right, first_row: 4 })
    expect(preview.rows.map(({ row, verdict, reason }) => `${row} ${verdict} ${reason}`)).toEqual([
      '3 skipped 在数据的第一行上面',
      '4 new ',
      '5 new ',
      '6 new ',
    ])
  })

  it.each<[string, Line, string]>([
    ['a weak word', ['序号', '模块', '责任人'], 'B 列“模块”不太确定是不是“职责内容”。'],
    ['two of one kind', ['职责内容', '责任人', '承办人'], 'B 列“责任人”和 C 列“承办人”都像“A岗”。'],
    ['content alone', ['序号', '职责内容', '谁来干'], 'C 列“谁来干”，从内容看像“A岗”。'],
  ])('is asked about for %s', async (_, header, doubt) => {
    const rows = ['张三', '李四', '王五'].map((name, at) =>
      header.map((text) => (/人|谁/.test(String(text)) ? name : `第${at + 1}项工作的内容`)),
    )
    const { doubts } = asked(await open(writeSheet('职责.xlsx', [header, ...rows])))
    expect(doubts).toEqual([doubt])
  })

  it('is asked about where several sheets read equally well', async () => {
    const rows: Line[] = [
      ['职责内容', 'A岗'],
      ['组织主题党日', '张三'],
    ]
    const path = writeSheets('职责.xlsx', [sheetOf(rows, { name: '一组' }), sheetOf(rows, { name: '二组' })])
    expect(asked(await open(path)).doubts).toEqual(['还有 1 张工作表同样读得通：二组。'])
  })

  it('is not asked about when it is sure', async () => {
    const path = writeSheet('职责.xlsx', [
      ['组别', '职责内容', 'A岗'],
      ['组织组', '组织主题党日', '张三'],
    ])
    expect(shown(await open(path)).understood_by).toBe('words')
  })
})

describe('the answer', () => {
  async function answerOnce(): Promise<void> {
    const question = asked(await open(writeSheet('分工.xlsx', odd_form)))
    await map(question, { 4: 'frequency', 5: 'due_rule' })
  }

  it('is remembered: the same form with other data, title and sheet name is not asked about again', async () => {
    await answerOnce()
    const other: Line[] = [
      ['第48周分工'],
      ['填报单位：组织组'],
      odd_header,
      [1, '别的职责', '李四', '每年', '年底'],
    ]
    const preview = shown(await open(writeSheet('别的.xlsx', other, { name: '第48周' })))
    expect([preview.understood_by, preview.warnings, valuesOf(preview)]).toEqual([
      'memory',
      [],
      ['new|组织组|党建|别的职责|每年|年底|李四'],
    ])
  })

  it('is applied to a form that has changed, and what moved is told', async () => {
    await answerOnce()
    const changed = ['序号', '干什么', '配合部门', '谁来干', '几天一次', '啥时候']
    const rows: Line[] = [title, changed, [1, '别的职责', '工会', '李四', '每年', '年底']]
    const preview = shown(await open(writeSheet('分工.xlsx', rows)))
    expect(preview.warnings).toEqual([
      '“谁来干”上次在 C 列，这次在 D 列。',
      '“啥时候”上次在 E 列，这次在 F 列。',
      '上次有“多久一次”一列（D 列），这次没有。',
      '“配合部门”一列（C 列）是上次没有的。',
      '“几天一次”一列（E 列）是上次没有的。',
    ])
    expect(valuesOf(preview)).toEqual(['new|组织组|党建|别的职责|年底|李四'])
    await imports.save({ import_id: preview.import_id, left_out: [] })
    // Accepted as it was understood, it is known from now on.
    const again = shown(await open(writeSheet('分工.xlsx', [...rows, [2, '又一项', '李四', '每年', '年底']])))
    expect([again.understood_by, again.warnings]).toEqual(['memory', []])
  })

  it('keeps a renamed column by its place', async () => {
    await answerOnce()
    const renamed = ['序号', '干什么', '谁负责干', '多久一次', '啥时候']
    const preview = shown(await open(writeSheet('分工.xlsx', [renamed, ...odd_rows])))
    expect(preview.warnings).toEqual(['C 列上次叫“谁来干”，这次叫“谁负责干”，仍按上次的对应关系读。'])
    expect(valuesOf(preview)[0]).toBe('new|组织组|党建|组织开展主题党日活动|每月|月底前|张三')
  })

  it('is listed with when it was last used, can be forgotten, and then it is asked about again', async () => {
    await answerOnce()
    const path = writeSheet('分工.xlsx', odd_form)
    expect(await forms()).toMatchObject([
      {
        ...{ kind: 'duties', name: '分工.xlsx', remembered_on: '2026-11-18', last_used_at: null },
        columns: [
          { letter: 'A', header: '序号', label: '序号' },
          { letter: 'B', header: '干什么', label: '职责内容' },
          { letter: 'C', header: '谁来干', label: 'A岗' },
          { letter: 'D', header: '多久一次', label: '频次' },
          { letter: 'E', header: '啥时候', label: '办理时限' },
        ],
      },
    ])
    const { import_id } = shown(await open(path))
    await imports.save({ import_id, left_out: [] })
    const [form] = await forms()
    expect(form?.last_used_at).toBe(book.clock.now().toISOString())
    await book.change((change) => forgetForm(change, form?.id ?? 0))
    expect([await forms(), (await open(path)).state]).toEqual([[], 'mapping'])
  })

  it('can be changed from the preview, and the last one counts', async () => {
    await answerOnce()
    const { import_id } = shown(await open(writeSheet('分工.xlsx', odd_form)))
    const question = await imports.mapping({ import_id, kind: 'duties', sheet: null, header_row: null })
    if (question === null) throw new Error('Nothing was asked')
    expect(question.columns.map(({ field, guess }) => `${field} ${guess}`)).toEqual([
      'serial memory',
      'content memory',
      'a_holder memory',
      'frequency memory',
      'due_rule memory',
    ])
    const preview = await map(question, { 5: 'remark' })
    expect(valuesOf(preview)[0]).toBe('new|组织组|党建|组织开展主题党日活动|每月|张三|月底前')
    expect((await forms()).length).toBe(1)
    expect(
      shown(await open(writeSheet('分工.xlsx', odd_form))).columns.map(({ used_as }) => used_as),
    ).toEqual(['序号', '职责内容', 'A岗', '频次', '备注'])
  })

  it('is not remembered where no table came of it', async () => {
    const question = asked(await open(writeSheet('分工.xlsx', odd_form)))
    const preview = await map(question, { 2: null })
    expect([preview.totals.read, preview.issues.length, await forms()]).toEqual([0, 1, []])
  })
})

// The workbook of a form: a sheet for each part, how to fill it in, and the hidden lists of its drop-downs.

import { type FormField, type FormPart, form_field_words, part_words } from '../../src-shared/collection.ts'
import { longDate } from '../../src-shared/dates.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { week_state_words } from '../../src-shared/weekly.ts'
import type { SheetFonts, SheetTable, SheetToWrite, TableColumn, WorkbookToWrite } from '../excel/workbook.ts'
import { keyOf } from './form-key.ts'
import type { SentRow } from './sent-rows.ts'

export interface FormToWrite {
  code: string
  /** 党建组, or a person's name. */
  whose: string
  rows: readonly FormRow[]
  people: readonly string[]
  categories: readonly string[]
  settings: Settings
  today: string
  week_title: string
  next_title: string
  /** `11月20日` */
  hand_in_words: string
  fonts: SheetFonts
}

/** A sent row with what is shown besides its cells. */
export interface FormRow extends SentRow {
  category_name: string
}

export const guide_sheet = '填表说明'
const code_list = '表单编号'

export function formWorkbook(form: FormToWrite): WorkbookToWrite {
  return {
    sheets: [partSheet(form, 'this'), partSheet(form, 'next'), guideSheet(form)],
    lists: [
      { name: code_list, values: [form.code] },
      { name: '状态', values: Object.values(week_state_words) },
      { name: '责任人', values: [...form.people] },
      { name: '类别', values: [...form.categories] },
    ],
  }
}

interface FormColumn extends TableColumn {
  width: number
  value: (row: FormRow, at: number) => string | number
}

const due_hint = '填日期，例如 2026-11-27。确实没有具体日期的，可以写“11月底”“长期坚持”。'

function cell(field: FormField, width: number, more: Partial<TableColumn> = {}): FormColumn {
  return { header: form_field_words[field], width, value: ({ cells }) => cells[field] ?? '', ...more }
}

const first_columns: readonly FormColumn[] = [
  { header: '序号', width: 6, align: 'center', kind: 'number', value: (_, at) => at + 1 },
  // Between columns that are seen, so that it goes along when somebody sorts or copies what is seen.
  { header: '行标识', width: 14, is_hidden: true, value: () => '' },
  { header: '事项编号', width: 14, align: 'center', value: ({ number }) => number },
  {
    header: '类别',
    width: 11,
    align: 'center',
    takes: { kind: 'list', list: '类别', is_strict: true },
    value: ({ category_name }) => category_name,
  },
]

const person = cell('person', 10, {
  align: 'center',
  takes: { kind: 'list', list: '责任人', is_strict: false },
})
const due = cell('due', 12, { kind: 'date', align: 'center', takes: { kind: 'date', hint: due_hint } })

const columns: Readonly<Record<FormPart, readonly FormColumn[]>> = {
  this: [
    ...first_columns,
    cell('title', 26),
    person,
    cell('helpers', 12, { align: 'center' }),
    due,
    cell('progress', 30),
    cell('state', 10, { align: 'center', takes: { kind: 'list', list: '状态', is_strict: true } }),
    cell('reason', 20),
    cell('evidence', 16),
    cell('remark', 12),
  ],
  next: [
    ...first_columns,
    cell('title', 26),
    cell('detail', 26),
    person,
    cell('helpers', 12, { align: 'center' }),
    { ...due, header: '完成时间节点' },
    cell('leader', 10, { align: 'center' }),
    cell('source', 12),
    { header: '需协调解决的问题', width: 18, value: () => '' },
    cell('remark', 12),
  ],
}

const blank_rows = 8

function partSheet(form: FormToWrite, part: FormPart): SheetToWrite {
  const { settings, whose, today } = form
  const rows = form.rows.filter((row) => row.part === part)
  const table: SheetTable = {
    columns: columns[part].map(({ width: _, value: __, ...column }) => column),
    rows: rows.map((row, at) =>
      columns[part].map((column) => (column.is_hidden ? keyOf(form.code, row.place) : column.value(row, at))),
    ),
    blank_rows,
    has_filter: true,
  }
  return {
    name: part_words[part],
    title: `${settings.department_name}${whose}${part_words[part]}`,
    head: {
      left: `填报单位：${settings.department_name}${whose}`,
      middle: part === 'this' ? form.week_title : form.next_title,
      right: `制表时间：${longDate(today)}`,
    },
    widths: columns[part].map(({ width }) => width),
    tables: [table],
    foot: '填报人：　　　　组长审核：　　　　处领导审签：　　　　填报日期：',
    orientation: 'landscape',
    fonts: form.fonts,
  }
}

function guideSheet({ fonts, hand_in_words, settings }: FormToWrite): SheetToWrite {
  const rows = [
    ['何时交', `${hand_in_words}前交${settings.department_name}。文件名可以改。`],
    ['已有的行', '逐行填“完成情况”，在“状态”下拉列表中选择；没有完成的写明原因和下步措施。'],
    ['增加的行', '在表中空行处填写，也可以插入行。写清什么事、谁负责、何时完成；“类别”在下拉列表中选择。'],
    ['顺序', '行可以排序、移动。请整行操作，不要只移动其中几格。'],
    ['不再做的', '请在“状态”中选“取消”并写明原因。删去的行，收表时会逐行问明。'],
    ['时间', due_hint],
    ['人员', '一行只写一位责任人，其他人写在“协办人（B岗）”，用“、”隔开。'],
    ['无事项', '没有工作事项的，表原样交回即可。'],
  ]
  return {
    name: guide_sheet,
    title: guide_sheet,
    head: { left: '' },
    widths: [14, 90],
    tables: [{ columns: [{ header: '栏目', align: 'center' }, { header: '要求' }], rows }],
    foot: '',
    orientation: 'landscape',
    fonts,
  }
}

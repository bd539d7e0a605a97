// What a form to be filled in lets one type: drop-downs and dates. Sorting and inserting rows stays free.
import type { DataValidation, Workbook, Worksheet } from 'exceljs'
import { columnName } from './cell-address.ts'
import { layOutSheet } from './sheet-layout.ts'
import { placeColumns } from './table-layout.ts'
import type { CellRule, SheetToWrite, WorkbookList, WorkbookToWrite } from './workbook.ts'

const list_sheet = '选项'
/** Rows that are inserted take the rule along; this many further ones have it from the start. */
const further_rows = 300

/** Rules hold from the first row below the heads; a sheet with several tables has none. */
export function addCellRules(
  sheet: Worksheet,
  plan: SheetToWrite,
  { lists = [] }: Pick<WorkbookToWrite, 'lists'>,
): void {
  const [table, other] = plan.tables
  if (table === undefined || other !== undefined) return
  const columns = placeColumns(table.columns)
  if (columns.every(({ takes }) => takes === undefined) && !table.has_filter) return
  const { header_row = 0, heights } = layOutSheet(plan)
  if (table.has_filter) {
    const last = header_row + 1 + table.rows.length + (table.blank_rows ?? 0)
    sheet.autoFilter = `A${header_row + 1}:${columnName(columns.length)}${last}`
  }
  const rules = (sheet as unknown as { dataValidations: { add(area: string, rule: DataValidation): void } })
    .dataValidations
  for (const { takes, column } of columns) {
    if (takes === undefined) continue
    const letter = columnName(column + 1)
    const area = `${letter}${header_row + 2}:${letter}${heights.length + further_rows}`
    rules.add(area, ruleOf(takes, lists))
  }
}

function ruleOf(takes: CellRule, lists: readonly WorkbookList[]): DataValidation {
  const base = { allowBlank: true, showErrorMessage: true, showInputMessage: true }
  if (takes.kind === 'date') {
    return {
      ...base,
      type: 'date',
      operator: 'between',
      formulae: [new Date('2000-01-01T00:00:00Z'), new Date('2099-12-31T00:00:00Z')],
      errorStyle: 'warning',
      errorTitle: '这里填日期',
      error: takes.hint,
      promptTitle: '日期',
      prompt: takes.hint,
    }
  }
  const at = lists.findIndex(({ name }) => name === takes.list)
  const letter = columnName(at + 1)
  const last = Math.max(2, (lists[at]?.values.length ?? 0) + 1)
  return {
    ...base,
    type: 'list',
    formulae: [`'${list_sheet}'!$${letter}$2:$${letter}$${last}`],
    errorStyle: takes.is_strict ? 'stop' : 'warning',
    errorTitle: takes.list,
    error: takes.is_strict
      ? `请从下拉列表中选择${takes.list}。`
      : `“${takes.list}”不在下拉列表中，确定这样填吗？`,
  }
}

export function addLists(book: Workbook, { lists = [] }: Pick<WorkbookToWrite, 'lists'>): void {
  if (lists.length === 0) return
  const sheet = book.addWorksheet(list_sheet, { state: 'hidden' })
  for (const [at, { name, values }] of lists.entries()) {
    for (const [row, text] of [name, ...values].entries()) sheet.getCell(row + 1, at + 1).value = text
  }
}

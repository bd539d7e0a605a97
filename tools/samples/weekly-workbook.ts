import type ExcelJS from 'exceljs'
import type { SampleYear } from '../../src-main/sample/sample-year.ts'
import type { FormColumn } from './form-columns.ts'
import {
  acrossRow,
  bodyRow,
  headerCell,
  mergeRuns,
  newWorkbook,
  officeSheet,
  usual_fonts,
} from './office-sheet.ts'
import { type FormRow, rowsOfNextWeek, rowsOfThisWeek } from './week-rows.ts'
import type { WeeklyForm } from './weekly-forms.ts'

/** 本周履职情况 and 下周工作打算 below each other on one sheet. */
export function weeklyWorkbook(year: SampleYear, form: WeeklyForm): ExcelJS.Workbook {
  return weeklyWorkbookOf(form, [rowsOfThisWeek(year, form.group), rowsOfNextWeek(year, form.group)])
}

export function weeklyWorkbookOf(form: WeeklyForm, rows: readonly FormRow[][]): ExcelJS.Workbook {
  const workbook = newWorkbook()
  const sheet = officeSheet(workbook, form.sheet, form.widths)
  sheet.pageSetup.fitToHeight = 1
  const { title, header, body } = usual_fonts
  acrossRow(sheet, 1, form.title, { font: title, size: 18, height: 40, align: 'center' })
  acrossRow(sheet, 2, form.head, { font: body, size: 11, height: 24 })
  let row = 3
  for (const [at, [caption, columns]] of form.parts.entries()) {
    acrossRow(sheet, row, caption, { font: header, size: 12, height: 26 })
    row = writeTable(sheet, row + 1, columns, rows[at] ?? [])
    row += at === 0 ? 1 : 0
  }
  acrossRow(sheet, row, form.foot, { font: body, size: 11, height: 28 })
  return workbook
}

/** Answers the row below the table. */
function writeTable(
  sheet: ExcelJS.Worksheet,
  top: number,
  columns: readonly FormColumn[],
  rows: readonly FormRow[],
): number {
  const first = writeHeader(sheet, top, columns)
  const centred = new Set(columns.flatMap((column, at) => (column.is_centred ? [at] : [])))
  for (const [at, row] of rows.entries()) {
    const values = columns.map((column) => column.value(row, at))
    bodyRow(sheet, first + at, values, centred)
  }
  for (const [at, column] of columns.entries()) {
    if (!column.is_merged) continue
    mergeRuns(
      sheet,
      at + 1,
      first,
      rows.map((row, place) => String(column.value(row, place))),
    )
  }
  return first + rows.length
}

/** One row, or two where some columns share a header above them. Answers the first row below it. */
function writeHeader(sheet: ExcelJS.Worksheet, top: number, columns: readonly FormColumn[]): number {
  const has_two_levels = columns.some(({ parent }) => parent !== undefined)
  const bottom = has_two_levels ? top + 1 : top
  for (const [at, { header, parent }] of columns.entries()) {
    headerCell(sheet, top, at + 1, parent ?? header)
    if (has_two_levels) headerCell(sheet, bottom, at + 1, parent === undefined ? '' : header)
    if (has_two_levels && parent === undefined) sheet.mergeCells(top, at + 1, bottom, at + 1)
  }
  if (has_two_levels) mergeParents(sheet, top, columns)
  for (let row = top; row <= bottom; row++) sheet.getRow(row).height = has_two_levels ? 20 : 30
  return bottom + 1
}

function mergeParents(sheet: ExcelJS.Worksheet, row: number, columns: readonly FormColumn[]): void {
  for (const parent of new Set(columns.flatMap((column) => column.parent ?? []))) {
    const places = columns.flatMap((column, at) => (column.parent === parent ? [at + 1] : []))
    sheet.mergeCells(row, Math.min(...places), row, Math.max(...places))
  }
}

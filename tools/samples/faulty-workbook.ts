import type ExcelJS from 'exceljs'
import type { SampleYear } from '../../src-main/sample/sample-year.ts'
import type { FormColumn } from './form-columns.ts'
import { type FormRow, rowsOfNextWeek, rowsOfThisWeek } from './week-rows.ts'
import type { WeeklyForm } from './weekly-forms.ts'
import { weeklyWorkbookOf } from './weekly-workbook.ts'

/** The form of 人事组 with what goes wrong on a Friday: a stranger, an impossible date, no title, a row twice. */
export function faultyWorkbook(year: SampleYear, form: WeeklyForm): ExcelJS.Workbook {
  const [first, second, third, fourth, ...others] = rowsOfThisWeek(year, form.group)
  if (!first || !second || !third || !fourth) throw new Error('too few rows to make mistakes in')
  const rows: FormRow[] = [
    first,
    { ...second, staff: '王小虎', helpers: '' },
    { ...third, due_on: impossible_date },
    { ...fourth, title: '' },
    ...others,
    first,
  ]
  const parts = form.parts.map(([caption, columns]): [string, FormColumn[]] => [
    caption,
    columns.map(writeDateAsText),
  ])
  return weeklyWorkbookOf({ ...form, parts }, [rows, rowsOfNextWeek(year, form.group)])
}

const impossible_date = '2026-02-30'

/** What no calendar has can only be typed. */
function writeDateAsText(column: FormColumn): FormColumn {
  const value: FormColumn['value'] = (row, at) => {
    const written = column.value(row, at)
    return row.due_on === impossible_date && /时间/.test(column.header) ? '2026.2.30' : written
  }
  return { ...column, value }
}

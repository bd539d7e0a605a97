// 导出: a report is a value, its question and its columns; the Excel room draws it.
import { longDate } from '../../src-shared/dates.ts'
import type { ReportRequest } from '../../src-shared/reports.ts'
import type { Settings } from '../../src-shared/settings.ts'
import type { Db } from '../database/tables.ts'
import type { NextPage } from '../excel/excel.ts'
import type { PaperSize, SheetTable, SheetToWrite, TableColumn, TableValue } from '../excel/workbook.ts'

export interface ReportQuestion extends Omit<ReportRequest, 'report' | 'week_monday' | 'layout'> {
  db: Db
  today: string
  settings: Settings
  /** The name of the group asked for; empty for the whole department. */
  group_name: string
  /** Of the person asked for; empty for everyone. */
  staff_name: string
  /** The week of weekly reports; the current one unless it was chosen. */
  week_monday: string
}

/** What a report answers: the paper, and what its file is called. */
export interface Paper {
  /** Without a folder; ends in `.xlsx`. */
  file_name: string
  sheet: SheetToWrite
  /** Sheets behind it in the same workbook. */
  further?: SheetToWrite[]
  /** Rows of all tables. */
  rows: number
  /** The rows of the last table, when they are too many for `sheet` to hold at once. */
  pages?: NextPage
}

/** What the layout of a paper asks: whose it is, and of which day. */
export type PaperQuestion = Pick<ReportQuestion, 'settings' | 'today' | 'group_name'> & {
  staff_name?: string
}

export type Report = (question: ReportQuestion) => Promise<Paper>

export interface ReportColumn<Row> extends TableColumn {
  /** `at` counts from 0. */
  value(row: Row, at: number): TableValue
}

export function tableOf<Row>(
  columns: readonly ReportColumn<Row>[],
  rows: readonly Row[],
  around: Pick<SheetTable, 'caption' | 'empty_text'> = {},
): SheetTable {
  return {
    ...around,
    columns: columns.map(({ value: _, ...column }) => column),
    rows: rowsOf(columns, rows, 0),
  }
}

/** `from`: the rows before these. */
function rowsOf<Row>(
  columns: readonly ReportColumn<Row>[],
  rows: readonly Row[],
  from: number,
): TableValue[][] {
  return rows.map((row, at) => columns.map(({ value }) => value(row, from + at)))
}

/** Pages for a table with these columns; `next` answers the rows after the one given, none at the end. */
export function pagesOf<Row>(
  columns: readonly ReportColumn<Row>[],
  next: (after: Row | undefined) => Promise<Row[]>,
): NextPage {
  let last: Row | undefined
  let from = 0
  return async () => {
    const rows = await next(last)
    const page = rowsOf(columns, rows, from)
    last = rows.at(-1)
    from += rows.length
    return page.length > 0 ? page : null
  }
}

export interface PaperPlan {
  title: string
  /** Between 填报单位 and 填报时间: counts. */
  middle?: string
  file_name: string
  sheet_name: string
  widths: number[]
  tables: SheetTable[]
  notes?: string[]
  /** A4 landscape unless the columns ask for more; the clerk may choose another. */
  paper?: PaperSize
  /** Landscape if left out. */
  orientation?: 'landscape' | 'portrait'
}

/** The official layout (domain.md §f): title, 填报单位 and 填报时间, tables, signatures. */
export function paperOf(
  { settings, today }: Pick<ReportQuestion, 'settings' | 'today'>,
  plan: PaperPlan,
): Paper {
  const { title, middle, tables, widths, notes, paper, orientation = 'landscape' } = plan
  const unit = `${settings.unit_name}${settings.department_name}`
  return {
    file_name: `${plan.file_name.replace(/[\\/:*?"<>|\r\n\t]/g, '')}.xlsx`,
    rows: tables.reduce((sum, table) => sum + table.rows.length, 0),
    sheet: {
      name: plan.sheet_name,
      title,
      head: {
        left: `填报单位（盖章）：${unit}`,
        ...(middle === undefined ? {} : { middle }),
        right: `填报时间：${longDate(today)}`,
      },
      widths,
      tables,
      foot: `填报人：${settings.clerk_name}　　　　审核人：　　　　单位负责人：`,
      ...(notes === undefined ? {} : { notes }),
      orientation,
      ...(paper === undefined ? {} : { paper }),
    },
  }
}

/** 组织人事处, 组织人事处党建组 for one group, 组织人事处张三 for one person. */
export function whoseReport({ settings, group_name, staff_name = '' }: PaperQuestion): string {
  return `${settings.department_name}${staff_name === '' ? group_name : staff_name}`
}

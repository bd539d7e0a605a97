// 上报导出: a report is a value: its name, and what it makes of the book. Workbooks are written by the Excel room.
import { longDate } from '../../src-shared/dates.ts'
import type { Settings } from '../../src-shared/settings.ts'
import type { Db } from '../database/tables.ts'
import type { SheetToWrite } from '../excel/workbook.ts'

export interface ReportQuestion {
  db: Db
  today: string
  settings: Settings
  week_monday: string
  /** Only this group; null for the whole department. */
  group_id: number | null
  /** Its name; empty for the whole department. */
  group_name: string
}

export interface ReportSheet {
  /** Without a folder and without `.xlsx`. */
  file_name: string
  sheet: SheetToWrite
  /** Rows of the book in it. */
  rows: number
}

export type Report = (question: ReportQuestion) => Promise<ReportSheet>

/** `云泽中心组织人事处`, with the group behind it when only one is asked for. */
export function unitOf({ settings, group_name }: ReportQuestion): string {
  return `${settings.unit_name}${settings.department_name}${group_name}`
}

/** 填报单位 left, 填报时间 right: the second row of every report (domain.md §f). */
export function headOf(question: ReportQuestion): SheetToWrite['head'] {
  return {
    left: `填报单位（盖章）：${unitOf(question)}`,
    right: `填报时间：${longDate(question.today)}`,
  }
}

/** The signatures below every report; who fills it in is known, the rest is signed on paper. */
export function footOf({ settings }: ReportQuestion): string {
  return `填报人：${settings.clerk_name}　　　　审核人：　　　　　　单位负责人：　　　　　　联系电话：`
}

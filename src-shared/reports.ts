import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id } from './fields.ts'
import { PaperLayout } from './paper.ts'
import { PeriodQuestion } from './periods.ts'
import type { Finding } from './preflight.ts'
import { SearchFilter } from './search.ts'
import { CountedBy } from './statistics.ts'
import { Monday } from './week.ts'

export const report_titles = {
  'duty-list': '岗位职责清单',
  'work-list': '工作清单',
  'personal-duties': '个人岗位职责清单',
  'duty-register': '履职清单全表',
  'duty-changes': '职责调整对照表',
  'routine-year': '年度周期事项安排表',
  roster: '人员名册',
  'backup-posts': 'AB岗设置一览表',
  'post-publication': 'AB岗公布表',
  'post-adjustments': 'AB岗设置调整备案表',
  'training-plan': 'B岗培训计划表',
  'weekly-report': '本周工作完成情况及下周工作计划',
  'sign-off-ledger': '每周销号台账',
  'meeting-page': '会前一页',
  completion: '完成率统计表',
  'overdue-list': '逾期与延期表',
  'supervision-ledger': '督办台账',
  'rectification-ledger': '整改台账',
  'number-gaps': '编号使用情况说明表',
  'week-closing': '关账情况表',
  'archive-list': '办结归档清单',
  'search-results': '查找结果清单',
} as const
export type ReportName = keyof typeof report_titles
export const ReportName = z.enum(Object.keys(report_titles) as [ReportName, ...ReportName[]])

export const ReportRequest = z.object({
  report: ReportName,
  /** The week of weekly reports; ignored by the others. */
  week_monday: Monday.nullable().default(null),
  group_id: Id.nullable().default(null),
  /** Which AB岗公布表; as it would be today when none is named. */
  publication_id: Id.nullable().default(null),
  /** As it was exported last, or as the report itself asks, unless it was chosen. */
  layout: PaperLayout.nullable().default(null),
  /** 截至日期 of lists of duties and people; today when null. */
  as_of: CalendarDate.nullable().default(null),
  /** Of personal lists: one person; everyone when null. */
  staff_id: Id.nullable().default(null),
  /** Of what is counted or listed over a time; the quarter of today when null. */
  period: PeriodQuestion.nullable().default(null),
  /** Of what is counted: by person when null. */
  by: CountedBy.nullable().default(null),
  /** Of comparisons: the version before and the one after; the newest version and today when null. */
  from_id: Id.nullable().default(null),
  to_id: Id.nullable().default(null),
  /** Of 查找结果清单. */
  search: SearchFilter.nullable().default(null),
  /** Of weekly reports: as the week stood at that closing; as it is now when null. */
  lock_id: Id.nullable().default(null),
})
export type ReportRequest = z.infer<typeof ReportRequest>

/** A CSV file holds the tables alone: for other programs, not for paper. A PDF is the preview on paper. */
export const ReportFormat = z.enum(['xlsx', 'csv', 'pdf'])
export type ReportFormat = z.infer<typeof ReportFormat>

export const ReportExport = ReportRequest.extend({ format: ReportFormat.default('xlsx') })
export type ReportExport = z.infer<typeof ReportExport>

export type ReportAnswer =
  | { state: 'cancelled' }
  | {
      state: 'saved'
      file_name: string
      folder: string
      rows: number
      saved_id: string
      /** By which the file can be recorded as handed in. */
      token?: string
      /** Of papers that were checked on their way out. */
      check?: CheckedPaper
    }

/** 上报前体检 of a paper that is no report of the list, which can be looked at by `held_id` for a while. */
export interface CheckedPaper {
  held_id: string
  findings: Finding[]
}

/** `held`: nothing is saved yet; something must be mended, or the clerk says that it may go as it is. */
export type PaperAnswer = ReportAnswer | ({ state: 'held' } & CheckedPaper)

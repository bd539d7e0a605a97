import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { type PaperRequest, paper_words } from '../../src-shared/absences.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { type ReportAnswer, type ReportRequest, report_titles } from '../../src-shared/reports.ts'
import { workWeekOf } from '../../src-shared/working-days.ts'
import type { Now } from '../absences/absence-rules.ts'
import type { Db } from '../database/tables.ts'
import type { Desk } from '../desk.ts'
import type { Excel } from '../excel/excel.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { listGroups } from '../settings/groups.ts'
import { getSettings } from '../settings/settings.ts'
import { drawAbsencePaper } from './absence-papers.ts'
import type { Paper } from './report.ts'
import { reports } from './reports.ts'

export interface Reports {
  /** Asks where to, writes the workbook and answers what it is called. */
  save(request: ReportRequest): Promise<ReportAnswer>
  /** The same for a paper of 离岗顶岗. */
  print(now: Now, request: PaperRequest): Promise<ReportAnswer>
  /** The same for a paper that is no report of the list. */
  savePaper(title: string, paper: Paper): Promise<ReportAnswer>
  /** Shows a saved report in its folder. */
  reveal(saved_id: string): Promise<void>
}

export function createReports({ books, clock, dialogs, excel }: Desk): Reports {
  /** The page knows a saved file by its id and never sees its path. */
  const saved = new Map<string, string>()

  async function savePaper(title: string, paper: Paper): Promise<ReportAnswer> {
    const chosen = await dialogs.chooseWhereToSave(title, paper.file_name)
    if (chosen === null) return { state: 'cancelled' }
    const path = /\.xlsx$/i.test(chosen) ? chosen : `${chosen}.xlsx`
    await write(excel, path, paper)
    const saved_id = randomUUID()
    saved.set(saved_id, path)
    return { state: 'saved', file_name: basename(path), folder: dirname(path), rows: paper.rows, saved_id }
  }
  return {
    async save(request) {
      const paper = await drawReport(books.current().db, clock.today(), request)
      return savePaper(`导出${report_titles[request.report]}`, paper)
    },
    async print(now, request) {
      const paper = await drawAbsencePaper(books.current().db, now, request)
      return savePaper(`导出${paper_words[request.paper]}`, paper)
    },
    savePaper,
    async reveal(saved_id) {
      const path = saved.get(saved_id)
      if (path === undefined) {
        throw new UserProblem({
          code: 'report_gone',
          message: '找不到刚才导出的文件。',
          next: '请在保存时选的文件夹里查看，或重新导出。',
        })
      }
      dialogs.showInFolder(path)
    },
  }
}

async function write(excel: Excel, path: string, { sheet, rows, pages }: Paper): Promise<void> {
  if (pages) await excel.writePaged(path, { ...sheet, row_count: rows }, pages)
  else await excel.write(path, { sheets: [sheet] })
}

/** The report as it would be printed today. */
export async function drawReport(db: Db, today: string, request: ReportRequest): Promise<Paper> {
  const groups = await listGroups(db)
  return reports[request.report]({
    db,
    today,
    settings: await getSettings(db),
    group_id: request.group_id,
    publication_id: request.publication_id,
    group_name: groups.find(({ id }) => id === request.group_id)?.name ?? '',
    week_monday: request.week_monday ?? workWeekOf(today, await holidayTable(db)),
  })
}

import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { UserProblem } from '../../src-shared/problem.ts'
import { type ReportAnswer, type ReportRequest, report_titles } from '../../src-shared/reports.ts'
import { mondayOf } from '../../src-shared/week.ts'
import type { Db } from '../database/tables.ts'
import type { Desk } from '../desk.ts'
import { getSettings } from '../settings/settings.ts'
import type { ReportQuestion } from './report.ts'
import { reports } from './reports.ts'

export interface Reports {
  /** Asks where to, and writes the workbook there. */
  save(request: ReportRequest): Promise<ReportAnswer>
  /** Shows a saved workbook in its folder; the page knows it only by the id it was given. */
  reveal(saved_id: string): Promise<void>
}

export function createReports(desk: Desk): Reports {
  const saved = new Map<string, string>()
  return {
    async save(request) {
      const { db } = desk.books.current()
      const { file_name, sheet, rows } = await reports[request.report](await questionOf(db, desk, request))
      const path = await desk.dialogs.chooseWhereToSave(
        `导出${report_titles[request.report]}`,
        `${safeName(file_name)}.xlsx`,
      )
      if (path === null) return { state: 'cancelled' }
      await desk.excel.write(path, { sheets: [sheet] })
      const saved_id = randomUUID()
      saved.set(saved_id, path)
      return { state: 'saved', file_name: basename(path), folder: dirname(path), rows, saved_id }
    },
    async reveal(saved_id) {
      const path = saved.get(saved_id)
      if (path === undefined) {
        throw new UserProblem({
          code: 'not_saved_here',
          message: '这次启动后还没有导出过这份表。',
          next: '请重新导出，或直接到保存的文件夹里打开。',
        })
      }
      desk.dialogs.showInFolder(path)
    },
  }
}

async function questionOf(db: Db, desk: Desk, request: ReportRequest): Promise<ReportQuestion> {
  const { group_id } = request
  const today = desk.clock.today()
  const group =
    group_id === null
      ? undefined
      : await db.selectFrom('groups').select('name').where('id', '=', group_id).executeTakeFirst()
  return {
    db,
    today,
    settings: await getSettings(db),
    week_monday: request.week_monday ?? mondayOf(today),
    group_id,
    group_name: group?.name ?? '',
  }
}

/** Names of units may hold what Windows does not take in a file name. */
function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, '_')
}

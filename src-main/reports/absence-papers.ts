// The papers of 离岗顶岗: lists in the layout of every report, and the sheets that three people sign.
import type { PaperRequest } from '../../src-shared/absences.ts'
import type { Now } from '../absences/absence-rules.ts'
import { dutyBoard } from '../absences/duty-board.ts'
import { getHandover } from '../absences/get-handover.ts'
import { monthRisk } from '../absences/month-risk.ts'
import { standInYear } from '../absences/stand-in-year.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'
import { boardPaper } from './duty-board.ts'
import { handBackPaper, handoverPaper } from './handover-sheets.ts'
import { riskPaper } from './month-risk.ts'
import type { Paper, ReportQuestion } from './report.ts'
import { standInPaper } from './stand-in-year.ts'

/** What a paper of the whole department needs besides its rows. */
export type PaperHead = Pick<ReportQuestion, 'settings' | 'today'>

export async function drawAbsencePaper(db: Db, now: Now, request: PaperRequest): Promise<Paper> {
  const head: PaperHead = { settings: await getSettings(db), today: now.day }
  switch (request.paper) {
    case 'board':
      return boardPaper(head, await dutyBoard(db, now, { at: request.at }))
    case 'risk':
      return riskPaper(head, await monthRisk(db, request))
    case 'handover':
      return handoverPaper(head, await getHandover(db, now, request.absence_id))
    case 'hand_back':
      return handBackPaper(head, await getHandover(db, now, request.absence_id))
    case 'stand_ins':
      return standInPaper(head, request.year, await standInYear(db, now, request))
  }
}

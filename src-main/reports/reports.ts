import type { ReportName } from '../../src-shared/reports.ts'
import { archiveList } from './archive-list.ts'
import { backupPosts } from './backup-posts.ts'
import { completion } from './completion.ts'
import { dutyChanges } from './duty-changes.ts'
import { dutyList } from './duty-list.ts'
import { dutyRegister } from './duty-register.ts'
import { meetingPage } from './meeting-page.ts'
import { numberGaps } from './number-gaps.ts'
import { overdueList } from './overdue-list.ts'
import { personalDuties } from './personal-duties.ts'
import { postAdjustments } from './post-adjustments.ts'
import { postPublication } from './post-publication.ts'
import type { Report } from './report.ts'
import { roster } from './roster.ts'
import { routineYearPlan } from './routine-year.ts'
import { searchResults } from './search-results.ts'
import { signOffLedger } from './sign-off-ledger.ts'
import { rectificationLedger, supervisionLedger } from './tracked-ledgers.ts'
import { trainingPlan } from './training-plan.ts'
import { weekClosing } from './week-closing.ts'
import { weeklyReport } from './weekly-report.ts'
import { workList } from './work-list.ts'

/** The list: every report that can be exported. */
export const reports: Record<ReportName, Report> = {
  'duty-list': dutyList,
  'work-list': workList,
  'personal-duties': personalDuties,
  'duty-register': dutyRegister,
  'duty-changes': dutyChanges,
  'routine-year': routineYearPlan,
  roster,
  'backup-posts': backupPosts,
  'post-publication': postPublication,
  'post-adjustments': postAdjustments,
  'training-plan': trainingPlan,
  'weekly-report': weeklyReport,
  'sign-off-ledger': signOffLedger,
  'meeting-page': meetingPage,
  completion,
  'overdue-list': overdueList,
  'supervision-ledger': supervisionLedger,
  'rectification-ledger': rectificationLedger,
  'number-gaps': numberGaps,
  'week-closing': weekClosing,
  'archive-list': archiveList,
  'search-results': searchResults,
}

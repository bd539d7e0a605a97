// The contract's part on who holds a duty, who is away, who stands in.
import { z } from 'zod'
import {
  AbsenceDraft,
  type AbsencePreview,
  type AbsenceRecord,
  type AbsenceRow,
  Appointment,
  BoardQuestion,
  type Deputed,
  DeputedQuestion,
  type DutyBoard,
  Month,
  type MonthRisk,
  NewAbsence,
  NewEnd,
  PaperRequest,
  PreviewQuestion,
  type StandInYear,
  type StandingIn,
} from '../absences.ts'
import {
  type Adjustment,
  AdjustmentDraft,
  AdjustmentWords,
  type Coverage,
  ExceptionDraft,
  HolderAssignment,
  type PostMatrix,
  type PostRules,
  type Publication,
  PublicationDraft,
  type PublicationPreview,
  type Readiness,
  TrainingEdit,
  TrainingPlan,
} from '../backup-posts.ts'
import { CalendarDate } from '../dates.ts'
import { Id, required } from '../fields.ts'
import { HandBack, HandOver, type Handover, HandoverEdit, StandInAction } from '../handovers.ts'
import type { PaperAnswer } from '../reports.ts'
import { type Done, method, nothing } from './method.ts'

const Year = z.int().min(1900).max(2199)

export const posts_methods = {
  'backupPosts.coverage': method('ask', nothing).returns<Coverage>(),
  'backupPosts.assign': method('change', HolderAssignment).returns<Done>(),
  'backupPosts.rules': method('ask', nothing).returns<PostRules>(),
  'backupPosts.matrix': method('ask', nothing).returns<PostMatrix>(),
  'backupPosts.adjust': method('change', AdjustmentDraft).returns<{ adjusted: number }>(),
  'backupPosts.adjustments': method('ask', nothing).returns<Adjustment[]>(),
  'backupPosts.completeAdjustment': method('change', AdjustmentWords).returns<Done>(),
  'backupPosts.except': method('change', ExceptionDraft).returns<Done>(),
  'backupPosts.endException': method('change', z.object({ duty_id: Id })).returns<Done>(),
  'backupPosts.publications': method('ask', nothing).returns<Publication[]>(),
  'backupPosts.previewPublication': method(
    'ask',
    z.object({ as_of: CalendarDate }),
  ).returns<PublicationPreview>(),
  'backupPosts.publish': method('change', PublicationDraft).returns<{ id: number }>(),
  'backupPosts.readiness': method('ask', nothing).returns<Readiness[]>(),
  'backupPosts.planTrainings': method('change', TrainingPlan).returns<{ planned: number }>(),
  'backupPosts.editTraining': method('change', TrainingEdit).returns<Done>(),
  'backupPosts.removeTraining': method('change', z.object({ id: Id })).returns<Done>(),

  'absences.list': method('ask', z.object({ year: Year, staff_id: Id.nullable() })).returns<AbsenceRow[]>(),
  'absences.get': method('ask', z.object({ id: Id })).returns<AbsenceRecord>(),
  'absences.preview': method('ask', PreviewQuestion).returns<AbsencePreview>(),
  'absences.add': method('change', NewAbsence).returns<{ id: number }>(),
  'absences.edit': method('change', z.object({ id: Id, draft: AbsenceDraft })).returns<Done>(),
  'absences.moveEnd': method('change', NewEnd).returns<Done>(),
  'absences.cancel': method(
    'change',
    z.object({ id: Id, reason: required('取消原因', 200) }),
  ).returns<Done>(),
  'absences.appoint': method('change', Appointment).returns<Done>(),
  'absences.dismiss': method('change', z.object({ id: Id })).returns<Done>(),
  'absences.board': method('ask', BoardQuestion).returns<DutyBoard>(),
  'absences.deputed': method('ask', DeputedQuestion).returns<Deputed[]>(),
  'absences.standingIn': method('ask', nothing).returns<StandingIn>(),
  'absences.risk': method('ask', z.object({ month: Month })).returns<MonthRisk>(),
  'absences.year': method('ask', z.object({ year: Year })).returns<StandInYear[]>(),
  'absences.print': method('ask', PaperRequest).returns<PaperAnswer>(),

  'handovers.get': method('ask', z.object({ absence_id: Id })).returns<Handover>(),
  'handovers.open': method('change', z.object({ absence_id: Id })).returns<{ number: string }>(),
  'handovers.save': method('change', HandoverEdit).returns<Done>(),
  'handovers.handOver': method('change', HandOver).returns<Done>(),
  'handovers.handBack': method('change', HandBack).returns<Done>(),
  'handovers.addAction': method('change', StandInAction).returns<{ id: number }>(),
  'handovers.removeAction': method('change', z.object({ id: Id })).returns<Done>(),
}

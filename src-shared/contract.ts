// Everything a screen may ask of the main process, or change through it. An answer's type is named beside its schema.
import { z } from 'zod'
import {
  AbsenceDraft,
  type AbsencePreview,
  type AbsenceRecord,
  type AbsenceRow,
  Appointment,
  BoardQuestion,
  type DutyBoard,
  Month,
  type MonthRisk,
  NewAbsence,
  NewEnd,
  PaperRequest,
  PreviewQuestion,
  type StandInYear,
  type StandingIn,
} from './absences.ts'
import { type ArchiveEntry, ArchiveFilter, type ArchivePage, ArchiveRequest } from './archive.ts'
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
} from './backup-posts.ts'
import { type Backup, BackupName, type Restored } from './backups.ts'
import { Basis, BasisEdit, type BasisInUse, BasisMerge } from './bases.ts'
import type { BookState } from './book.ts'
import { type ChangeLine, ChangePage } from './changes.ts'
import { CalendarDate } from './dates.ts'
import { type Duty, DutyDraft, DutyEdit, DutyFilter, type PastText } from './duties.ts'
import { CardChoice, CardDesign, CardImage, type CardSet } from './duty-cards.ts'
import type { DutyCoverage } from './duty-coverage.ts'
import { type DutyVersion, FreezeVersion, type VersionComparison, VersionPair } from './duty-versions.ts'
import { Id, required } from './fields.ts'
import {
  FileChoice,
  FileDigest,
  type FilesSlice,
  FilesSliceWish,
  FileToken,
  most_files,
  type Taken,
} from './files.ts'
import type { FontsState } from './fonts.ts'
import {
  type FormAnswer,
  type FormBlock,
  FormBlockWish,
  FormFilling,
  FormOpening,
  type FormPreview,
  type FormSaveAnswer,
  FormToKeep,
  type StoredForm,
} from './forms.ts'
import { HandBack, HandOver, type Handover, HandoverEdit, StandInAction } from './handovers.ts'
import type { MappingQuestion, RememberedForm } from './import-forms.ts'
import {
  type ImportReport,
  type ImportReportLine,
  ImportReportPage,
  ImportReportPart,
  type ReportedRow,
} from './import-reports.ts'
import {
  type ImportAnswer,
  ImportChoices,
  ImportKind,
  type ImportProgress,
  type ImportResult,
  ImportRows,
  ImportSave,
  MappingWish,
  type PlannedRow,
  type ReturnAnswer,
} from './imports.ts'
import type { PaperView } from './paper.ts'
import { type Photo, type PhotoMatch, PhotoSet } from './photos.ts'
import { type Finding, type Preflight, PreflightRequest } from './preflight.ts'
import { type ReportAnswer, ReportExport, ReportRequest } from './reports.ts'
import {
  DateOfDuty,
  type GuessedSchedule,
  RoutineAdoption,
  RoutineGeneration,
  RoutineHabit,
  RoutineQuestion,
  RoutineSkip,
  RoutineStart,
  type RoutineYear,
  RoutineYearQuestion,
  type WaitingRoutine,
} from './routines.ts'
import { type Hit, SearchQuestion } from './search.ts'
import {
  type Category,
  CategoryDraft,
  CategoryEdit,
  HolidayDay,
  HolidayYear,
  type NamedCode,
  NamedCodeDraft,
  NamedCodeEdit,
  Settings,
} from './settings.ts'
import { StaffDraft, StaffLeave, type StaffMember } from './staff.ts'
import {
  type MergePreview,
  type StaffEvent,
  StaffMerge,
  StaffMove,
  StaffRename,
  type StaffTies,
} from './staff-moves.ts'
import { NewSubmission, type Submission, type SubmissionComparison, SubmissionVoid } from './submissions.ts'
import { GridName, type RowDraft, RowDrafts, TypedRows, type TypedRowsAnswer } from './typed-rows.ts'
import {
  CarryOver,
  HandIn,
  MatterEdit,
  type MatterHistory,
  NewMatter,
  Return,
  SignOff,
  WeekQuestion,
  type WeekRow,
  type WeekSheet,
  Withdrawal,
} from './weekly.ts'
import type { Workbench } from './workbench.ts'

const method = <K extends 'ask' | 'change', I extends z.ZodType>(kind: K, input: I) => ({
  returns: <O>() => ({ kind, input }) as { kind: K; input: I; output?: O },
})
const nothing = z.object({})
const Year = z.int().min(1900).max(2199)
/** A change whose answer is only that it was made. */
export type Done = { done: true }

export const contract = {
  'book.state': method('ask', nothing).returns<BookState>(),
  'book.enterSample': method('change', nothing).returns<Done>(),
  'book.leaveSample': method('change', nothing).returns<Done>(),

  'workbench.show': method('ask', nothing).returns<Workbench>(),

  'staff.list': method('ask', z.object({ include_left: z.boolean() })).returns<StaffMember[]>(),
  'staff.add': method('change', StaffDraft).returns<{ id: number }>(),
  'staff.edit': method('change', z.object({ id: Id, draft: StaffDraft })).returns<Done>(),
  'staff.leave': method('change', StaffLeave).returns<Done>(),
  'staff.ties': method('ask', z.object({ staff_id: Id, last_day: CalendarDate })).returns<StaffTies>(),
  'staff.move': method('change', StaffMove).returns<{ posts: number; matters: number }>(),
  'staff.rename': method('change', StaffRename).returns<Done>(),
  'staff.previewMerge': method('ask', StaffMerge).returns<MergePreview>(),
  'staff.merge': method('change', StaffMerge).returns<Done>(),
  'staff.events': method('ask', z.object({ staff_id: Id })).returns<StaffEvent[]>(),
  'staff.rejoin': method('change', z.object({ id: Id })).returns<Done>(),
  'staff.sort': method('change', z.object({ ids: z.array(Id).max(2000) })).returns<Done>(),

  'photos.list': method('ask', nothing).returns<Photo[]>(),
  'photos.match': method('ask', z.object({ tokens: z.array(FileToken).max(most_files) })).returns<
    PhotoMatch[]
  >(),
  'photos.set': method('change', PhotoSet).returns<{ set: number }>(),
  'photos.remove': method('change', z.object({ staff_id: Id })).returns<Done>(),

  'duties.list': method('ask', DutyFilter).returns<Duty[]>(),
  'duties.add': method('change', DutyDraft).returns<{ id: number; number: string }>(),
  'duties.edit': method('change', DutyEdit).returns<Done>(),
  /** Good rows are saved, wrong ones answered with what is wrong in each cell. */
  'duties.saveRows': method('change', TypedRows).returns<TypedRowsAnswer>(),
  'duties.void': method(
    'change',
    z.object({
      ids: z.array(Id).min(1, '请先选中要作废的职责。').max(500, '一次最多作废 500 项，请分几次来做。'),
      reason: required('作废原因', 200),
    }),
  ).returns<Done>(),
  'duties.listOn': method('ask', z.object({ day: CalendarDate })).returns<Duty[]>(),
  'duties.pastTexts': method('ask', z.object({ id: Id })).returns<PastText[]>(),
  'duties.coverage': method('ask', nothing).returns<DutyCoverage>(),
  'duties.versions': method('ask', nothing).returns<DutyVersion[]>(),
  'duties.freeze': method('change', FreezeVersion).returns<{ id: number }>(),
  'duties.compare': method('ask', VersionPair).returns<VersionComparison>(),
  'bases.list': method('ask', nothing).returns<BasisInUse[]>(),
  'bases.add': method('change', Basis).returns<Done>(),
  'bases.edit': method('change', BasisEdit).returns<Done>(),
  'bases.merge': method('change', BasisMerge).returns<Done>(),
  'bases.remove': method('change', Basis).returns<Done>(),
  'duties.restore': method('change', z.object({ id: Id })).returns<Done>(),

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
  'absences.standingIn': method('ask', nothing).returns<StandingIn>(),
  'absences.risk': method('ask', z.object({ month: Month })).returns<MonthRisk>(),
  'absences.year': method('ask', z.object({ year: Year })).returns<StandInYear[]>(),
  'absences.print': method('ask', PaperRequest).returns<ReportAnswer>(),
  'handovers.get': method('ask', z.object({ absence_id: Id })).returns<Handover>(),
  'handovers.open': method('change', z.object({ absence_id: Id })).returns<{ number: string }>(),
  'handovers.save': method('change', HandoverEdit).returns<Done>(),
  'handovers.handOver': method('change', HandOver).returns<Done>(),
  'handovers.handBack': method('change', HandBack).returns<Done>(),
  'handovers.addAction': method('change', StandInAction).returns<{ id: number }>(),
  'handovers.removeAction': method('change', z.object({ id: Id })).returns<Done>(),
  'routines.year': method('ask', RoutineYearQuestion).returns<RoutineYear>(),
  'routines.waiting': method('ask', RoutineQuestion).returns<WaitingRoutine[]>(),
  'routines.guesses': method('ask', nothing).returns<GuessedSchedule[]>(),
  'routines.adopt': method('change', RoutineAdoption).returns<Done>(),
  'routines.list': method('change', RoutineGeneration).returns<{ listed: number; numbers: string[] }>(),
  'routines.start': method('change', RoutineStart).returns<{ number: string }>(),
  'routines.skip': method('change', RoutineSkip).returns<{ skipped: number }>(),
  'routines.takeBack': method('change', DateOfDuty).returns<Done>(),
  'routines.saveHabit': method('change', RoutineHabit).returns<Done>(),

  'weekly.show': method('ask', WeekQuestion).returns<WeekSheet>(),
  'weekly.history': method('ask', z.object({ matter_id: Id })).returns<MatterHistory>(),
  'weekly.toCarry': method('ask', WeekQuestion).returns<WeekRow[]>(),
  'weekly.add': method('change', NewMatter).returns<{ number: string }>(),
  'weekly.edit': method('change', MatterEdit).returns<Done>(),
  'weekly.signOff': method('change', SignOff).returns<{ signed_off: number; archived: number }>(),
  'weekly.return': method('change', Return).returns<{ returned: number }>(),
  'weekly.withdraw': method('change', Withdrawal).returns<{ withdrawn: number }>(),
  'weekly.carryOver': method('change', CarryOver).returns<{ carried: number }>(),
  'weekly.handIn': method('change', HandIn).returns<Done>(),

  'archive.list': method('ask', ArchiveFilter).returns<ArchivePage>(),
  'archive.get': method('ask', z.object({ id: Id })).returns<{
    entry: ArchiveEntry
    history: MatterHistory
  }>(),
  'archive.add': method('change', ArchiveRequest).returns<{ archived: number }>(),

  'imports.choose': method(
    'ask',
    z.object({ kind: ImportKind, choices: ImportChoices }),
  ).returns<ImportAnswer>(),
  'imports.again': method(
    'ask',
    z.object({ import_id: z.string().max(60), kind: ImportKind, choices: ImportChoices }),
  ).returns<ImportAnswer>(),
  'imports.mapping': method('ask', MappingWish).returns<MappingQuestion | { state: 'cancelled' }>(),
  'imports.map': method(
    'change',
    z.object({ import_id: z.string().max(60), kind: ImportKind, choices: ImportChoices }),
  ).returns<ImportAnswer>(),
  'imports.forms': method('ask', nothing).returns<RememberedForm[]>(),
  'imports.forget': method('change', z.object({ id: Id })).returns<Done>(),
  'imports.rows': method('ask', ImportRows).returns<PlannedRow[]>(),
  'imports.save': method('change', ImportSave).returns<ImportResult>(),
  'imports.returnSheet': method('ask', z.object({ import_id: z.string().max(60) })).returns<ReturnAnswer>(),
  'imports.revealReturn': method('ask', z.object({ import_id: z.string().max(60) })).returns<Done>(),
  'imports.reports': method('ask', ImportReportPage).returns<{
    rows: ImportReportLine[]
    has_more: boolean
  }>(),
  'imports.report': method('ask', z.object({ id: Id })).returns<ImportReport>(),
  'imports.reportRows': method('ask', ImportReportPart).returns<ReportedRow[]>(),
  'imports.exportReport': method('ask', z.object({ id: Id })).returns<ReportAnswer>(),
  'imports.progress': method('ask', nothing).returns<ImportProgress>(),
  'imports.stop': method('ask', nothing).returns<Done>(),
  'imports.cancel': method('ask', nothing).returns<Done>(),

  'reports.preview': method('ask', ReportRequest).returns<PaperView>(),
  'reports.save': method('change', ReportExport).returns<ReportAnswer>(),
  'submissions.check': method('ask', PreflightRequest).returns<Preflight>(),
  'reports.check': method('ask', ReportRequest).returns<Finding[]>(),
  'submissions.list': method('ask', nothing).returns<Submission[]>(),
  'submissions.add': method('change', NewSubmission).returns<{ id: number }>(),
  'submissions.void': method('change', SubmissionVoid).returns<Done>(),
  'submissions.saveOriginal': method('ask', z.object({ id: Id })).returns<{ saved: boolean }>(),
  'submissions.compare': method('ask', z.object({ id: Id })).returns<SubmissionComparison>(),
  'submissions.saveComparison': method('ask', z.object({ id: Id })).returns<ReportAnswer>(),
  'reports.fonts': method('ask', nothing).returns<FontsState>(),
  'reports.reveal': method('ask', z.object({ saved_id: z.string().max(60) })).returns<Done>(),

  'files.choose': method('ask', FileChoice).returns<Taken>(),
  'files.check': method('ask', FilesSliceWish).returns<FilesSlice>(),
  'files.mend': method('ask', z.object({ digests: z.array(FileDigest).max(5000) })).returns<{
    mended: number
  }>(),

  'drafts.get': method('ask', z.object({ grid: GridName })).returns<RowDraft[]>(),
  /** Nobody else's answer changes by it, so it is no change. */
  'drafts.keep': method('ask', RowDrafts).returns<Done>(),

  'forms.list': method('ask', nothing).returns<StoredForm[]>(),
  'forms.open': method('ask', FormOpening).returns<FormAnswer>(),
  'forms.use': method('ask', z.object({ form_id: Id })).returns<FormAnswer>(),
  'forms.block': method('ask', FormBlockWish).returns<FormBlock>(),
  'forms.preview': method('ask', FormFilling).returns<FormPreview>(),
  'forms.keep': method('change', FormToKeep).returns<{ form_id: number }>(),
  'forms.save': method('change', FormFilling).returns<FormSaveAnswer>(),
  'forms.reveal': method('ask', z.object({ saved_id: z.string().max(60) })).returns<Done>(),
  'forms.forget': method('change', z.object({ form_id: Id })).returns<Done>(),
  'cards.show': method('ask', CardChoice).returns<CardSet>(),
  'cards.toPrint': method('ask', z.object({ ticket: z.string().max(60) })).returns<CardSet>(),
  'cards.savePdf': method('ask', CardChoice).returns<ReportAnswer>(),
  'cards.saveList': method('ask', CardChoice).returns<ReportAnswer>(),
  'cards.saveDesign': method('change', CardDesign).returns<Done>(),
  'cards.setImage': method('change', CardImage).returns<Done>(),

  'search.find': method('ask', SearchQuestion).returns<Hit[]>(),

  'changes.list': method('ask', ChangePage).returns<{ rows: ChangeLine[]; has_more: boolean }>(),
  'changes.undo': method('change', z.object({ id: Id })).returns<{ title: string }>(),

  'settings.get': method('ask', nothing).returns<Settings>(),
  'settings.save': method('change', Settings).returns<Done>(),
  'groups.list': method('ask', nothing).returns<NamedCode[]>(),
  'groups.add': method('change', NamedCodeDraft).returns<{ id: number }>(),
  'groups.edit': method('change', NamedCodeEdit).returns<Done>(),
  'groups.remove': method('change', z.object({ id: Id })).returns<Done>(),
  'categories.list': method('ask', nothing).returns<Category[]>(),
  'categories.add': method('change', CategoryDraft).returns<{ id: number }>(),
  'categories.edit': method('change', CategoryEdit).returns<Done>(),
  'categories.remove': method('change', z.object({ id: Id })).returns<Done>(),
  'holidays.list': method('ask', z.object({ year: HolidayYear })).returns<HolidayDay[]>(),
  'holidays.save': method(
    'change',
    z.object({ year: HolidayYear, days: z.array(HolidayDay).max(366) }),
  ).returns<Done>(),

  'backups.list': method('ask', nothing).returns<Backup[]>(),
  'backups.make': method('change', nothing).returns<Backup>(),
  'backups.restore': method('change', z.object({ name: BackupName })).returns<Restored>(),
}

export type Method = keyof typeof contract
export type Input<M extends Method> = z.input<(typeof contract)[M]['input']>
export type Parsed<M extends Method> = z.output<(typeof contract)[M]['input']>
export type Output<M extends Method> = NonNullable<(typeof contract)[M]['output']>
export type Handlers = { [M in Method]: (input: Parsed<M>) => Promise<Output<M>> }

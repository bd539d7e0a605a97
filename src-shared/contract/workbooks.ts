// The contract's part on what comes in and goes out as a workbook.
import { z } from 'zod'
import { Id } from '../fields.ts'
import type { FontsState } from '../fonts.ts'
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
} from '../forms.ts'
import type { MappingQuestion, RememberedForm } from '../import-forms.ts'
import {
  type ImportReport,
  type ImportReportLine,
  ImportReportPage,
  ImportReportPart,
  type ReportedRow,
} from '../import-reports.ts'
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
} from '../imports.ts'
import type { PaperView } from '../paper.ts'
import { type CleanAnswer, type Finding, type Preflight, PreflightRequest } from '../preflight.ts'
import { type PaperAnswer, type ReportAnswer, ReportExport, ReportRequest } from '../reports.ts'
import { NewSubmission, type Submission, type SubmissionComparison, SubmissionVoid } from '../submissions.ts'
import { type Done, method, nothing } from './method.ts'

const HeldPaper = z.object({ held_id: z.string().max(60) })

export const workbooks_methods = {
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
  'imports.exportReport': method('ask', z.object({ id: Id })).returns<PaperAnswer>(),
  'imports.progress': method('ask', nothing).returns<ImportProgress>(),
  'imports.stop': method('ask', nothing).returns<Done>(),
  'imports.cancel': method('ask', nothing).returns<Done>(),

  'reports.preview': method('ask', ReportRequest).returns<PaperView>(),
  'reports.toPrint': method('ask', z.object({ ticket: z.string().max(60) })).returns<PaperView>(),
  'reports.save': method('change', ReportExport).returns<ReportAnswer>(),

  'submissions.check': method('ask', PreflightRequest).returns<Preflight>(),
  'submissions.saveClean': method('ask', PreflightRequest).returns<CleanAnswer>(),

  'reports.check': method('ask', ReportRequest).returns<Finding[]>(),

  'papers.saveHeld': method('ask', HeldPaper).returns<ReportAnswer>(),
  'papers.viewHeld': method('ask', HeldPaper.extend({ sheet: z.string().max(100) })).returns<PaperView>(),

  'submissions.list': method('ask', nothing).returns<Submission[]>(),
  'submissions.add': method('change', NewSubmission).returns<{ id: number }>(),
  'submissions.void': method('change', SubmissionVoid).returns<Done>(),
  'submissions.saveOriginal': method('ask', z.object({ id: Id })).returns<{ saved: boolean }>(),
  'submissions.compare': method('ask', z.object({ id: Id })).returns<SubmissionComparison>(),
  'submissions.saveComparison': method('ask', z.object({ id: Id })).returns<PaperAnswer>(),

  'reports.fonts': method('ask', nothing).returns<FontsState>(),
  'reports.reveal': method('ask', z.object({ saved_id: z.string().max(60) })).returns<Done>(),

  'forms.list': method('ask', nothing).returns<StoredForm[]>(),
  'forms.open': method('ask', FormOpening).returns<FormAnswer>(),
  'forms.use': method('ask', z.object({ form_id: Id })).returns<FormAnswer>(),
  'forms.block': method('ask', FormBlockWish).returns<FormBlock>(),
  'forms.preview': method('ask', FormFilling).returns<FormPreview>(),
  'forms.check': method('ask', FormFilling).returns<Finding[]>(),
  'forms.keep': method('change', FormToKeep).returns<{ form_id: number }>(),
  'forms.save': method('change', FormFilling).returns<FormSaveAnswer>(),
  'forms.reveal': method('ask', z.object({ saved_id: z.string().max(60) })).returns<Done>(),
  'forms.forget': method('change', z.object({ form_id: Id })).returns<Done>(),
}

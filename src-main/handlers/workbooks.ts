// Who answers the contract's part on what comes in and goes out as a workbook.
import type { workbooks_methods } from '../../src-shared/contract/workbooks.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { recordSubmission } from '../actions/record-submission.ts'
import { createForms } from '../forms/run-forms.ts'
import { drawImportReport } from '../imports/import-report-paper.ts'
import { getImportReport, importReportRows, listImportReports } from '../imports/import-reports.ts'
import { import_columns } from '../imports/imports.ts'
import { forgetForm, listForms } from '../imports/remembered-forms.ts'
import { createImports } from '../imports/run-import.ts'
import { fontsState } from '../reports/choose-fonts.ts'
import { getSettings } from '../settings/settings.ts'
import { compareWithFile, drawComparison, saveOriginal } from '../submissions/hold-against-file.ts'
import { preflightFile, preflightPath, preflightReport } from '../submissions/run-preflight.ts'
import { saveCleanCopy } from '../submissions/save-clean-copy.ts'
import { listSubmissions, voidSubmission } from '../submissions/submissions.ts'
import type { Kit } from './kit.ts'

export function workbooksHandlers({
  desk,
  db,
  today,
  change,
  done,
  reports,
}: Kit): Pick<Handlers, keyof typeof workbooks_methods> {
  const imports = createImports(desk)
  const forms = createForms(desk, (path) => preflightPath(desk, path))
  return {
    'imports.choose': (input) => imports.choose(input.kind, input.choices),
    'imports.again': (input) => imports.again(input.import_id, input.kind, input.choices),
    'imports.mapping': async (input) => (await imports.mapping(input)) ?? { state: 'cancelled' },
    'imports.map': (input) => imports.map(input.import_id, input.kind, input.choices),
    'imports.forms': () => listForms(db(), import_columns),
    'imports.forget': (input) => done(change('imports.forget', (c) => forgetForm(c, input.id))),
    'imports.rows': (input) => imports.rows(input),
    'imports.save': (input) => imports.save(input),
    'imports.returnSheet': (input) => imports.returnSheet(input.import_id),
    'imports.revealReturn': (input) => done(imports.revealReturn(input.import_id)),
    'imports.reports': (input) => listImportReports(db(), input.before_id),
    'imports.report': (input) => getImportReport(db(), input.id),
    'imports.reportRows': (input) => importReportRows(db(), input.id, input.part),
    'imports.exportReport': async (input) =>
      reports.savePaper('导出导入报告', await drawImportReport(db(), today(), input.id)),
    'imports.progress': () => imports.progress(),
    'imports.stop': () => done(imports.stop()),
    'imports.cancel': () => done(imports.cancel()),

    'reports.preview': (request) => reports.preview(request),
    'reports.toPrint': async (input) => reports.toPrint(input.ticket),
    'reports.save': (request) => reports.save(request),

    'submissions.check': (input) => preflightFile(desk, input.file),
    'submissions.saveClean': (input) => saveCleanCopy(desk, input.file),

    'reports.check': (request) => preflightReport(desk, request),

    'papers.saveHeld': (input) => reports.saveHeld(input.held_id),
    'papers.viewHeld': (input) => reports.viewHeld(input.held_id, input.sheet),

    'submissions.list': () => listSubmissions(db()),
    'submissions.add': (input) => recordSubmission(desk, input),
    'submissions.void': (input) =>
      done(change('submissions.void', (c) => voidSubmission(c, input.id, input.reason))),
    'submissions.saveOriginal': async (input) => ({ saved: (await saveOriginal(desk, input.id)) !== null }),
    'submissions.compare': (input) => compareWithFile(desk, input.id),
    'submissions.saveComparison': async (input) =>
      reports.savePaper('导出对比结果', await drawComparison(desk, input.id)),

    'reports.fonts': async () => fontsState(await getSettings(db())),
    'reports.reveal': (input) => done(reports.reveal(input.saved_id)),

    'forms.list': () => forms.list(),
    'forms.open': (input) => forms.open(input),
    'forms.use': (input) => forms.use(input),
    'forms.block': (input) => forms.block(input),
    'forms.preview': (input) => forms.preview(input),
    'forms.check': (input) => forms.check(input),
    'forms.keep': (input) => forms.keep(input),
    'forms.save': (input) => forms.save(input),
    'forms.reveal': (input) => done(forms.reveal(input.saved_id)),
    'forms.forget': (input) => done(forms.forget(input.form_id)),
  }
}

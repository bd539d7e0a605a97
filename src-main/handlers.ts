// The list: every method of the contract and the function that answers it.
import type { Handlers, Method } from '../src-shared/contract.ts'
import { DutyFilter } from '../src-shared/duties.ts'
import { halfOf } from '../src-shared/half-days.ts'
import { appointStandIn, dismissStandIn } from './absences/appoint.ts'
import { dutyBoard, standingIn } from './absences/duty-board.ts'
import { addAbsence, cancelAbsence, editAbsence, moveEnd } from './absences/edit-absence.ts'
import {
  addStandInAction,
  handBack,
  handOver,
  openHandover,
  removeStandInAction,
  saveHandover,
} from './absences/edit-handover.ts'
import { getHandover } from './absences/get-handover.ts'
import { getAbsence, listAbsences } from './absences/list-absences.ts'
import { monthRisk } from './absences/month-risk.ts'
import { previewAbsence } from './absences/preview-absence.ts'
import { standInYear } from './absences/stand-in-year.ts'
import { addDutyWithHolders } from './actions/add-duty-with-holders.ts'
import { archiveMatters } from './actions/archive-matters.ts'
import { editDutyWithHolders } from './actions/edit-duty-with-holders.ts'
import { freezeDuties } from './actions/freeze-duties.ts'
import { listRoutines, startRoutine } from './actions/list-routines.ts'
import { mergeStaff, previewMerge } from './actions/merge-staff.ts'
import { moveStaff } from './actions/move-staff.ts'
import { recordSubmission } from './actions/record-submission.ts'
import { saveTypedDuties } from './actions/save-typed-duties.ts'
import { bringCardImageIn } from './actions/set-card-image.ts'
import { bringPhotosIn } from './actions/set-photos.ts'
import { signOffAndArchive } from './actions/sign-off-and-archive.ts'
import { staffTies } from './actions/staff-ties.ts'
import { getArchiveEntry } from './archive/get-archive-entry.ts'
import { listArchive } from './archive/list-archive.ts'
import { adjustPosts, assignHolders } from './backup-posts/assign-holders.ts'
import { coverageOfPosts } from './backup-posts/coverage.ts'
import { endException, exceptPosts } from './backup-posts/exceptions.ts'
import { completeAdjustment, listAdjustments } from './backup-posts/list-adjustments.ts'
import { postMatrix } from './backup-posts/post-matrix.ts'
import { postRules } from './backup-posts/post-rules.ts'
import { listPublications, previewPublication, publishPosts } from './backup-posts/publications.ts'
import { listReadiness } from './backup-posts/readiness.ts'
import { editTraining, planTrainings, removeTraining } from './backup-posts/trainings.ts'
import { bookState } from './book-state.ts'
import { listChanges } from './changes/list-changes.ts'
import { undoChange } from './changes/undo-change.ts'
import { type Change, makeChange } from './database/change.ts'
import type { Desk } from './desk.ts'
import { keepRowDrafts, rowDrafts } from './drafts/row-drafts.ts'
import { addBasis, editBasis, listBases, mergeBases, removeBasis } from './duties/bases.ts'
import { checkCoverage } from './duties/check-coverage.ts'
import { dutiesOn } from './duties/duties-on.ts'
import { compareVersions, listVersions } from './duties/duty-versions.ts'
import { listDuties } from './duties/list-duties.ts'
import { pastTexts } from './duties/past-texts.ts'
import { setSchedules } from './duties/set-schedules.ts'
import { restoreDuty, voidDuties } from './duties/void-duties.ts'
import { saveDesign } from './duty-cards/card-design.ts'
import { checkSlice } from './files/check-files.ts'
import { createForms } from './forms/run-forms.ts'
import { listHolidays, saveHolidays } from './holidays/edit-holidays.ts'
import { drawImportReport } from './imports/import-report-paper.ts'
import { getImportReport, importReportRows, listImportReports } from './imports/import-reports.ts'
import { import_columns } from './imports/imports.ts'
import { forgetForm, listForms } from './imports/remembered-forms.ts'
import { createImports } from './imports/run-import.ts'
import { fontsState } from './reports/choose-fonts.ts'
import { createDutyCards } from './reports/duty-cards.ts'
import { createReports } from './reports/save-report.ts'
import { guessedSchedules } from './routines/guessed-schedules.ts'
import { saveHabit, skipDates, takeDateBack } from './routines/record-dates.ts'
import { routineYear } from './routines/routine-year.ts'
import { waitingRoutines } from './routines/waiting-routines.ts'
import { findEverywhere } from './search/find.ts'
import { addCategory, editCategory, listCategories, removeCategory } from './settings/categories.ts'
import { addGroup, editGroup, listGroups, removeGroup } from './settings/groups.ts'
import { getSettings, saveSettings } from './settings/settings.ts'
import { addStaff, editStaff, leaveStaff, rejoinStaff, sortStaff } from './staff/edit-staff.ts'
import { listStaff, listStaffInOrder } from './staff/list-staff.ts'
import { matchPhotos } from './staff/match-photos.ts'
import { listPhotos, removePhoto } from './staff/photos.ts'
import { renameStaff } from './staff/rename-staff.ts'
import { listStaffEvents } from './staff/staff-events.ts'
import { compareWithFile, drawComparison, saveOriginal } from './submissions/hold-against-file.ts'
import { preflightFile, preflightReport } from './submissions/run-preflight.ts'
import { listSubmissions, voidSubmission } from './submissions/submissions.ts'
import { carryOver, mattersToCarry } from './weekly/carry-over.ts'
import { addMatter, editMatter } from './weekly/edit-matter.ts'
import { handIn } from './weekly/hand-in.ts'
import { matterHistory } from './weekly/matter-history.ts'
import { returnMatters } from './weekly/return-matters.ts'
import { weekSheet } from './weekly/week-sheet.ts'
import { withdrawMatters } from './weekly/withdraw-matters.ts'
import { showWorkbench } from './workbench/show-workbench.ts'

export function createHandlers(desk: Desk): Handlers {
  const db = () => desk.books.current().db
  const today = () => desk.clock.today()
  const now = () => ({ day: today(), half: halfOf(desk.clock.now()) })
  const change = <T>(method: Method, work: (change: Change) => Promise<T>) =>
    makeChange(desk.books.current(), desk.clock, { method }, work)
  const done = async (work: Promise<unknown>) => {
    await work
    return { done: true } as const
  }
  const imports = createImports(desk)
  const reports = createReports(desk)
  const forms = createForms(desk)
  const cards = createDutyCards(desk, reports)

  return {
    'book.state': () => bookState(desk),
    'book.enterSample': () => done(desk.books.enterSample()),
    'book.leaveSample': () => done(desk.books.leaveSample()),

    'workbench.show': () => showWorkbench(db(), today()),

    'staff.list': (input) => listStaffInOrder(db(), today(), input.include_left),
    'staff.add': (draft) => change('staff.add', (c) => addStaff(c, draft)),
    'staff.edit': (input) => done(change('staff.edit', (c) => editStaff(c, input.id, input.draft))),
    'staff.leave': (input) => done(change('staff.leave', (c) => leaveStaff(c, input))),
    'staff.ties': (input) => staffTies(db(), input.staff_id, input.last_day),
    'staff.move': (move) => change('staff.move', (c) => moveStaff(c, move)),
    'staff.rename': (rename) => done(change('staff.rename', (c) => renameStaff(c, rename))),
    'staff.previewMerge': (merge) => previewMerge(db(), merge),
    'staff.merge': (merge) => done(change('staff.merge', (c) => mergeStaff(c, merge))),
    'staff.events': (input) => listStaffEvents(db(), input.staff_id),
    'staff.rejoin': (input) => done(change('staff.rejoin', (c) => rejoinStaff(c, input.id))),
    'staff.sort': (input) => done(change('staff.sort', (c) => sortStaff(c, input.ids))),

    'photos.list': () => listPhotos(db()),
    'photos.match': (input) =>
      matchPhotos(
        db(),
        today(),
        input.tokens.map((token) => desk.incoming.get(token)),
      ),
    'photos.set': (input) => bringPhotosIn(desk, input),
    'photos.remove': (input) => done(change('photos.remove', (c) => removePhoto(c, input.staff_id))),

    'duties.list': (filter) => listDuties(db(), today(), filter),
    'duties.add': (draft) => change('duties.add', (c) => addDutyWithHolders(c, draft)),
    'duties.edit': (input) =>
      done(change('duties.edit', (c) => editDutyWithHolders(c, input.id, input.draft, input.is_correction))),
    'duties.saveRows': (input) => change('duties.saveRows', (c) => saveTypedDuties(c, input.rows)),
    'duties.void': (input) => done(change('duties.void', (c) => voidDuties(c, input.ids, input.reason))),
    'duties.listOn': (input) => dutiesOn(db(), today(), input.day),
    'duties.pastTexts': (input) => pastTexts(db(), input.id),
    'duties.coverage': () => checkCoverage(db(), today()),
    'duties.versions': () => listVersions(db()),
    'duties.freeze': (input) => change('duties.freeze', (c) => freezeDuties(c, input)),
    'duties.compare': async (input) => {
      const people = await listStaff(db(), today(), false)
      return compareVersions(db(), today(), input, people.length)
    },
    'bases.list': () => listBases(db()),
    'bases.add': (input) => done(change('bases.add', (c) => addBasis(c, input))),
    'bases.edit': (input) => done(change('bases.edit', (c) => editBasis(c, input.old, input.next))),
    'bases.merge': (input) => done(change('bases.merge', (c) => mergeBases(c, input.from, input.into))),
    'bases.remove': (input) => done(change('bases.remove', (c) => removeBasis(c, input))),
    'duties.restore': (input) => done(change('duties.restore', (c) => restoreDuty(c, input.id))),

    'backupPosts.coverage': async () =>
      coverageOfPosts(
        await listDuties(db(), today(), DutyFilter.parse({})),
        await listStaffInOrder(db(), today(), false),
      ),
    'backupPosts.assign': (input) => done(change('backupPosts.assign', (c) => assignHolders(c, input))),
    'backupPosts.rules': () => postRules(db()),
    'backupPosts.matrix': () => postMatrix(db(), today()),
    'backupPosts.adjust': (draft) => change('backupPosts.adjust', (c) => adjustPosts(c, draft)),
    'backupPosts.adjustments': () => listAdjustments(db()),
    'backupPosts.completeAdjustment': (words) =>
      done(change('backupPosts.completeAdjustment', (c) => completeAdjustment(c, words))),
    'backupPosts.except': (draft) => done(change('backupPosts.except', (c) => exceptPosts(c, draft))),
    'backupPosts.endException': (input) =>
      done(change('backupPosts.endException', (c) => endException(c, input.duty_id))),
    'backupPosts.publications': () => listPublications(db()),
    'backupPosts.previewPublication': (input) => previewPublication(db(), input.as_of),
    'backupPosts.publish': (draft) => change('backupPosts.publish', (c) => publishPosts(c, draft)),
    'backupPosts.readiness': () => listReadiness(db(), today()),
    'backupPosts.planTrainings': (plan) => change('backupPosts.planTrainings', (c) => planTrainings(c, plan)),
    'backupPosts.editTraining': (edit) =>
      done(change('backupPosts.editTraining', (c) => editTraining(c, edit))),
    'backupPosts.removeTraining': (input) =>
      done(change('backupPosts.removeTraining', (c) => removeTraining(c, input.id))),

    'absences.list': (input) => listAbsences(db(), now(), input),
    'absences.get': (input) => getAbsence(db(), now(), input.id),
    'absences.preview': (question) => previewAbsence(db(), now(), question),
    'absences.add': (input) => change('absences.add', (c) => addAbsence(c, input)),
    'absences.edit': (input) => done(change('absences.edit', (c) => editAbsence(c, input.id, input.draft))),
    'absences.moveEnd': (input) => done(change('absences.moveEnd', (c) => moveEnd(c, input))),
    'absences.cancel': (input) =>
      done(change('absences.cancel', (c) => cancelAbsence(c, input.id, input.reason))),
    'absences.appoint': (input) => done(change('absences.appoint', (c) => appointStandIn(c, input))),
    'absences.dismiss': (input) => done(change('absences.dismiss', (c) => dismissStandIn(c, input.id))),
    'absences.board': (question) => dutyBoard(db(), now(), question),
    'absences.standingIn': () => standingIn(db(), now()),
    'absences.risk': (input) => monthRisk(db(), input),
    'absences.year': (input) => standInYear(db(), now(), input),
    'absences.print': (request) => reports.print(now(), request),
    'handovers.get': (input) => getHandover(db(), now(), input.absence_id),
    'handovers.open': (input) => change('handovers.open', (c) => openHandover(c, now(), input.absence_id)),
    'handovers.save': (input) => done(change('handovers.save', (c) => saveHandover(c, input))),
    'handovers.handOver': (input) => done(change('handovers.handOver', (c) => handOver(c, input))),
    'handovers.handBack': (input) => done(change('handovers.handBack', (c) => handBack(c, input))),
    'handovers.addAction': (input) => change('handovers.addAction', (c) => addStandInAction(c, input)),
    'handovers.removeAction': (input) =>
      done(change('handovers.removeAction', (c) => removeStandInAction(c, input.id))),
    'routines.year': (input) => routineYear(db(), input.year),
    'routines.waiting': (input) => waitingRoutines(db(), today(), input.to_monday),
    'routines.guesses': () => guessedSchedules(db()),
    'routines.adopt': (input) => done(change('routines.adopt', (c) => setSchedules(c, input.rows))),
    'routines.list': (input) => change('routines.list', (c) => listRoutines(c, input)),
    'routines.start': (input) => change('routines.start', (c) => startRoutine(c, input)),
    'routines.skip': (input) => change('routines.skip', (c) => skipDates(c, input)),
    'routines.takeBack': (input) => done(change('routines.takeBack', (c) => takeDateBack(c, input))),
    'routines.saveHabit': (input) => done(change('routines.saveHabit', (c) => saveHabit(c, input))),

    'weekly.show': (question) => weekSheet(db(), today(), question),
    'weekly.history': (input) => matterHistory(db(), today(), input.matter_id),
    'weekly.toCarry': (question) => mattersToCarry(db(), today(), question),
    'weekly.add': (input) => change('weekly.add', (c) => addMatter(c, input)),
    'weekly.edit': (input) => done(change('weekly.edit', (c) => editMatter(c, input))),
    'weekly.signOff': (input) => change('weekly.signOff', (c) => signOffAndArchive(c, input)),
    'weekly.return': (input) => change('weekly.return', (c) => returnMatters(c, input)),
    'weekly.withdraw': (input) => change('weekly.withdraw', (c) => withdrawMatters(c, input)),
    'weekly.carryOver': (input) => change('weekly.carryOver', (c) => carryOver(c, input)),
    'weekly.handIn': (input) => done(change('weekly.handIn', (c) => handIn(c, input))),

    'archive.list': (filter) => listArchive(db(), filter),
    'archive.get': async (input) => {
      const entry = await getArchiveEntry(db(), input.id)
      return { entry, history: await matterHistory(db(), today(), entry.matter_id) }
    },
    'archive.add': (input) => change('archive.add', (c) => archiveMatters(c, input)),

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
    'reports.save': (request) => reports.save(request),
    'submissions.check': (input) => preflightFile(desk, input.file),
    'reports.check': (request) => preflightReport(desk, request),
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

    'files.choose': async ({ title, kind, many }) =>
      desk.incoming.take((await desk.dialogs.chooseFiles(title, kind, many)).map((path) => ({ path }))),

    'drafts.get': (input) => rowDrafts(db(), input.grid),
    'drafts.keep': (input) => done(keepRowDrafts(db(), input.grid, input.rows)),
    'files.check': (input) => checkSlice(desk.books.current(), desk.books.files(), input),
    'files.mend': (input) => desk.backups.mendFiles(input.digests),
    'forms.list': () => forms.list(),
    'forms.open': (input) => forms.open(input),
    'forms.use': (input) => forms.use(input),
    'forms.block': (input) => forms.block(input),
    'forms.preview': (input) => forms.preview(input),
    'forms.keep': (input) => forms.keep(input),
    'forms.save': (input) => forms.save(input),
    'forms.reveal': (input) => done(forms.reveal(input.saved_id)),
    'forms.forget': (input) => done(forms.forget(input.form_id)),

    'cards.show': (choice) => cards.show(choice),
    'cards.toPrint': (input) => cards.toPrint(input.ticket),
    'cards.savePdf': (choice) => cards.savePdf(choice),
    'cards.saveList': (choice) => cards.saveList(choice),
    'cards.saveDesign': (design) => done(change('cards.saveDesign', (c) => saveDesign(c, design))),
    'cards.setImage': (input) => done(bringCardImageIn(desk, input.token)),

    'search.find': (input) => findEverywhere(db(), today(), input.text),

    'changes.list': (input) => listChanges(db(), input.before_id),
    'changes.undo': (input) => undoChange(desk.books.current(), desk.clock, input.id),

    'settings.get': () => getSettings(db()),
    'settings.save': (settings) => done(change('settings.save', (c) => saveSettings(c, settings))),
    'groups.list': () => listGroups(db()),
    'groups.add': (draft) => change('groups.add', (c) => addGroup(c, draft)),
    'groups.edit': (input) => done(change('groups.edit', (c) => editGroup(c, input.id, input.draft))),
    'groups.remove': (input) => done(change('groups.remove', (c) => removeGroup(c, input.id))),
    'categories.list': () => listCategories(db()),
    'categories.add': (draft) => change('categories.add', (c) => addCategory(c, draft)),
    'categories.edit': (input) =>
      done(change('categories.edit', (c) => editCategory(c, input.id, input.draft))),
    'categories.remove': (input) => done(change('categories.remove', (c) => removeCategory(c, input.id))),
    'holidays.list': (input) => listHolidays(db(), input.year),
    'holidays.save': (input) => done(change('holidays.save', (c) => saveHolidays(c, input.year, input.days))),

    'backups.list': () => desk.backups.list(),
    'backups.make': () => desk.backups.make('manual'),
    'backups.restore': (input) => desk.backups.restore(input.name),
  }
}

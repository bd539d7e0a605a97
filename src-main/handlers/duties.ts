// Who answers the contract's part on people, duties, what recurs, duty cards.
import type { duties_methods } from '../../src-shared/contract/duties.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { addDutyWithHolders } from '../actions/add-duty-with-holders.ts'
import { editDutyWithHolders } from '../actions/edit-duty-with-holders.ts'
import { freezeDuties } from '../actions/freeze-duties.ts'
import { leaveUnit } from '../actions/leave-unit.ts'
import { listRoutines, startRoutine } from '../actions/list-routines.ts'
import { mergeStaff, previewMerge } from '../actions/merge-staff.ts'
import { moveStaff } from '../actions/move-staff.ts'
import { saveTypedDuties } from '../actions/save-typed-duties.ts'
import { bringCardImageIn } from '../actions/set-card-image.ts'
import { bringPhotosIn } from '../actions/set-photos.ts'
import { staffTies } from '../actions/staff-ties.ts'
import { addBasis, editBasis, listBases, mergeBases, removeBasis } from '../duties/bases.ts'
import { checkCoverage } from '../duties/check-coverage.ts'
import { dutiesOn } from '../duties/duties-on.ts'
import { compareVersions, listVersions } from '../duties/duty-versions.ts'
import { listDuties } from '../duties/list-duties.ts'
import { pastTexts } from '../duties/past-texts.ts'
import { setSchedules } from '../duties/set-schedules.ts'
import { restoreDuty, voidDuties } from '../duties/void-duties.ts'
import { saveDesign } from '../duty-cards/card-design.ts'
import { createDutyCards } from '../reports/duty-cards.ts'
import { guessedSchedules } from '../routines/guessed-schedules.ts'
import { saveHabit, skipDates, takeDateBack } from '../routines/record-dates.ts'
import { routineYear } from '../routines/routine-year.ts'
import { waitingRoutines } from '../routines/waiting-routines.ts'
import { addStaff, editStaff, rejoinStaff, sortStaff } from '../staff/edit-staff.ts'
import { listStaff, listStaffInOrder } from '../staff/list-staff.ts'
import { matchPhotos } from '../staff/match-photos.ts'
import { listPhotos, removePhoto } from '../staff/photos.ts'
import { renameStaff } from '../staff/rename-staff.ts'
import { listStaffEvents } from '../staff/staff-events.ts'
import type { Kit } from './kit.ts'

export function dutiesHandlers({
  desk,
  db,
  today,
  change,
  done,
  reports,
}: Kit): Pick<Handlers, keyof typeof duties_methods> {
  const cards = createDutyCards(desk, reports)
  return {
    'staff.list': (input) => listStaffInOrder(db(), today(), input.include_left),
    'staff.add': (draft) => change('staff.add', (c) => addStaff(c, draft)),
    'staff.edit': (input) => done(change('staff.edit', (c) => editStaff(c, input.id, input.draft))),
    'staff.leave': (input) => done(change('staff.leave', (c) => leaveUnit(c, input))),
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

    'routines.year': (input) => routineYear(db(), input.year),
    'routines.waiting': (input) => waitingRoutines(db(), today(), input.to_monday),
    'routines.guesses': () => guessedSchedules(db()),
    'routines.adopt': (input) => done(change('routines.adopt', (c) => setSchedules(c, input.rows))),
    'routines.list': (input) => change('routines.list', (c) => listRoutines(c, input)),
    'routines.start': (input) => change('routines.start', (c) => startRoutine(c, input)),
    'routines.skip': (input) => change('routines.skip', (c) => skipDates(c, input)),
    'routines.takeBack': (input) => done(change('routines.takeBack', (c) => takeDateBack(c, input))),
    'routines.saveHabit': (input) => done(change('routines.saveHabit', (c) => saveHabit(c, input))),

    'cards.show': (choice) => cards.show(choice),
    'cards.toPrint': (input) => cards.toPrint(input.ticket),
    'cards.savePdf': (choice) => cards.savePdf(choice),
    'cards.saveList': (choice) => cards.saveList(choice),
    'cards.saveDesign': (design) => done(change('cards.saveDesign', (c) => saveDesign(c, design))),
    'cards.setImage': (input) => done(bringCardImageIn(desk, input.token)),
  }
}

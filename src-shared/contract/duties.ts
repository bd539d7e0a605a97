// The contract's part on people, duties, what recurs, duty cards.
import { z } from 'zod'
import { Basis, BasisEdit, type BasisInUse, BasisMerge } from '../bases.ts'
import { CalendarDate } from '../dates.ts'
import { type Duty, DutyDraft, DutyEdit, DutyFilter, type PastText } from '../duties.ts'
import { CardChoice, CardDesign, CardImage, type CardSet } from '../duty-cards.ts'
import type { DutyCoverage } from '../duty-coverage.ts'
import { type DutyVersion, FreezeVersion, type VersionComparison, VersionPair } from '../duty-versions.ts'
import { Id, required } from '../fields.ts'
import { FileToken, most_files } from '../files.ts'
import { type Photo, type PhotoMatch, PhotoSet } from '../photos.ts'
import type { PaperAnswer, ReportAnswer } from '../reports.ts'
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
} from '../routines.ts'
import { StaffDraft, StaffLeave, type StaffMember } from '../staff.ts'
import {
  type MergePreview,
  type StaffEvent,
  StaffMerge,
  StaffMove,
  StaffRename,
  type StaffTies,
} from '../staff-moves.ts'
import { TypedRows, type TypedRowsAnswer } from '../typed-rows.ts'
import { type Done, method, nothing } from './method.ts'

export const duties_methods = {
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

  'routines.year': method('ask', RoutineYearQuestion).returns<RoutineYear>(),
  'routines.waiting': method('ask', RoutineQuestion).returns<WaitingRoutine[]>(),
  'routines.guesses': method('ask', nothing).returns<GuessedSchedule[]>(),
  'routines.adopt': method('change', RoutineAdoption).returns<Done>(),
  'routines.list': method('change', RoutineGeneration).returns<{ listed: number; numbers: string[] }>(),
  'routines.start': method('change', RoutineStart).returns<{ number: string }>(),
  'routines.skip': method('change', RoutineSkip).returns<{ skipped: number }>(),
  'routines.takeBack': method('change', DateOfDuty).returns<Done>(),
  'routines.saveHabit': method('change', RoutineHabit).returns<Done>(),

  'cards.show': method('ask', CardChoice).returns<CardSet>(),
  'cards.toPrint': method('ask', z.object({ ticket: z.string().max(60) })).returns<CardSet>(),
  'cards.savePdf': method('ask', CardChoice).returns<ReportAnswer>(),
  'cards.saveList': method('ask', CardChoice).returns<PaperAnswer>(),
  'cards.saveDesign': method('change', CardDesign).returns<Done>(),
  'cards.setImage': method('change', CardImage).returns<Done>(),
}

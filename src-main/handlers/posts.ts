// Who answers the contract's part on who holds a duty, who is away, who stands in.
import type { posts_methods } from '../../src-shared/contract/posts.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { DutyFilter } from '../../src-shared/duties.ts'
import { appointStandIn, dismissStandIn } from '../absences/appoint.ts'
import { deputed } from '../absences/deputed.ts'
import { dutyBoard, standingIn } from '../absences/duty-board.ts'
import { addAbsence, cancelAbsence, editAbsence, moveEnd } from '../absences/edit-absence.ts'
import {
  addStandInAction,
  handBack,
  handOver,
  openHandover,
  removeStandInAction,
  saveHandover,
} from '../absences/edit-handover.ts'
import { getHandover } from '../absences/get-handover.ts'
import { getAbsence, listAbsences } from '../absences/list-absences.ts'
import { monthRisk } from '../absences/month-risk.ts'
import { previewAbsence } from '../absences/preview-absence.ts'
import { standInYear } from '../absences/stand-in-year.ts'
import { adjustPosts, assignHolders } from '../backup-posts/assign-holders.ts'
import { coverageOfPosts } from '../backup-posts/coverage.ts'
import { endException, exceptPosts } from '../backup-posts/exceptions.ts'
import { completeAdjustment, listAdjustments } from '../backup-posts/list-adjustments.ts'
import { postMatrix } from '../backup-posts/post-matrix.ts'
import { postRules } from '../backup-posts/post-rules.ts'
import { listPublications, previewPublication, publishPosts } from '../backup-posts/publications.ts'
import { listReadiness } from '../backup-posts/readiness.ts'
import { editTraining, planTrainings, removeTraining } from '../backup-posts/trainings.ts'
import { listDuties } from '../duties/list-duties.ts'
import { listStaffInOrder } from '../staff/list-staff.ts'
import type { Kit } from './kit.ts'

export function postsHandlers({
  db,
  today,
  now,
  change,
  done,
  reports,
}: Kit): Pick<Handlers, keyof typeof posts_methods> {
  return {
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
    'absences.deputed': (question) => deputed(db(), today(), question),
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
  }
}

// Who answers the contract's part on matters and their weeks.
import type { weekly_methods } from '../../src-shared/contract/weekly.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { saveTypedWeek } from '../actions/save-typed-week.ts'
import { signOffAndArchive } from '../actions/sign-off-and-archive.ts'
import { askSignOff } from '../weekly/ask-sign-off.ts'
import { carryOver, mattersToCarry } from '../weekly/carry-over.ts'
import { cureDefects, listDefects } from '../weekly/defects.ts'
import { addMatter, editMatter } from '../weekly/edit-matter.ts'
import { extendMatters } from '../weekly/extend-matters.ts'
import { handIn } from '../weekly/hand-in.ts'
import { matterHistory } from '../weekly/matter-history.ts'
import { returnMatters } from '../weekly/return-matters.ts'
import { weekSheet } from '../weekly/week-sheet.ts'
import { withdrawMatters } from '../weekly/withdraw-matters.ts'
import type { Kit } from './kit.ts'

export function weeklyHandlers({
  db,
  today,
  change,
  done,
}: Kit): Pick<Handlers, keyof typeof weekly_methods> {
  return {
    'weekly.show': (question) => weekSheet(db(), today(), question),
    'weekly.history': (input) => matterHistory(db(), today(), input.matter_id),
    'weekly.toCarry': (question) => mattersToCarry(db(), today(), question),
    'weekly.add': (input) => change('weekly.add', (c) => addMatter(c, input)),
    'weekly.edit': (input) => done(change('weekly.edit', (c) => editMatter(c, input))),
    'weekly.saveRows': (input) => change('weekly.saveRows', (c) => saveTypedWeek(c, input)),
    'weekly.signOff': (input) => change('weekly.signOff', (c) => signOffAndArchive(c, input)),
    'weekly.askSignOff': (input) => change('weekly.askSignOff', (c) => askSignOff(c, input)),
    'weekly.extend': (input) => change('weekly.extend', (c) => extendMatters(c, input)),
    'weekly.defects': (question) => listDefects(db(), question),
    'weekly.cure': (input) => change('weekly.cure', (c) => cureDefects(c, input)),
    'weekly.return': (input) => change('weekly.return', (c) => returnMatters(c, input)),
    'weekly.withdraw': (input) => change('weekly.withdraw', (c) => withdrawMatters(c, input)),
    'weekly.carryOver': (input) => change('weekly.carryOver', (c) => carryOver(c, input)),
    'weekly.handIn': (input) => done(change('weekly.handIn', (c) => handIn(c, input))),
  }
}

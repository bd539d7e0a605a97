// Who answers the contract's part on closing a week, its snapshots and its name.
import type { closing_methods } from '../../src-shared/contract/closing.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { checkWeek } from '../weekly/check-week.ts'
import { closeWeek } from '../weekly/close-week.ts'
import { compareWeeks } from '../weekly/compare-weeks.ts'
import { listLocks, unlockWeek } from '../weekly/locks.ts'
import { nameWeeks } from '../weekly/week-names.ts'
import { readSnapshot } from '../weekly/week-snapshot.ts'
import type { Kit } from './kit.ts'

export function closingHandlers({
  db,
  today,
  change,
  done,
}: Kit): Pick<Handlers, keyof typeof closing_methods> {
  return {
    'weekly.check': (input) => checkWeek(db(), today(), input.week_monday),
    'weekly.close': (input) => change('weekly.close', (c) => closeWeek(c, input)),
    'weekly.unlock': (input) => done(change('weekly.unlock', (c) => unlockWeek(c, input))),
    'weekly.locks': () => listLocks(db()),
    'weekly.snapshot': (input) => readSnapshot(db(), input.lock_id),
    'weekly.compare': (input) => compareWeeks(db(), today(), input),
    'weekly.name': (input) => change('weekly.name', (c) => nameWeeks(c, input)),
  }
}

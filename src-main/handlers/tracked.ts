// Who answers the contract's part on matters that somebody above follows.
import type { tracked_methods } from '../../src-shared/contract/tracked.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { addTracked, editTracked, removeTracked } from '../weekly/edit-tracked.ts'
import { listTracked, untrackedMatters } from '../weekly/list-tracked.ts'
import type { Kit } from './kit.ts'

export function trackedHandlers({
  db,
  today,
  change,
  done,
}: Kit): Pick<Handlers, keyof typeof tracked_methods> {
  return {
    'tracked.list': (question) => listTracked(db(), today(), question),
    'tracked.untracked': () => untrackedMatters(db()),
    'tracked.add': (input) => change('tracked.add', (c) => addTracked(c, input)),
    'tracked.edit': (input) => done(change('tracked.edit', (c) => editTracked(c, input))),
    'tracked.remove': (input) => done(change('tracked.remove', (c) => removeTracked(c, input.id))),
  }
}

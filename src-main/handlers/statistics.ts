// Who answers the contract's part on what is counted.
import type { statistics_methods } from '../../src-shared/contract/statistics.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { countMatters } from '../statistics/count-matters.ts'
import { listCounted } from '../statistics/list-counted.ts'
import type { Kit } from './kit.ts'

export function statisticsHandlers({ db, today }: Kit): Pick<Handlers, keyof typeof statistics_methods> {
  return {
    'statistics.count': (question) => countMatters(db(), today(), question),
    'statistics.list': (question) => listCounted(db(), today(), question),
  }
}

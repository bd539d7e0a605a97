// Who answers the contract's part on forms that go out and come back.
import type { collection_methods } from '../../src-shared/contract/collection.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { collectionBoard } from '../collection/board.ts'
import { createCollection } from '../collection/collection.ts'
import { handInRecords } from '../collection/hand-in-record.ts'
import { getMergeReport } from '../collection/merge-reports.ts'
import { returnReports } from '../collection/return-reports.ts'
import { drawHandInRecord } from '../reports/hand-in-record.ts'
import type { Kit } from './kit.ts'

export function collectionHandlers({
  desk,
  db,
  today,
  change,
  done,
  reports,
}: Kit): Pick<Handlers, keyof typeof collection_methods> {
  const collection = createCollection(desk)
  return {
    'collection.board': (input) => collectionBoard(db(), desk.clock, input.week_monday),
    'collection.send': (input) => collection.send(input),
    'collection.reveal': (input) => done(collection.reveal(input.saved_id)),
    'collection.read': async (input) => (await collection.read(input)) ?? { state: 'cancelled' },
    'collection.merge': (input) => collection.merge(input),
    'collection.report': (input) => getMergeReport(db(), input.id),
    'collection.return': (input) => done(change('collection.return', (c) => returnReports(c, input))),
    'collection.record': (input) => handInRecords(db(), today(), input),
    'collection.saveRecord': async (input) =>
      reports.savePaper('导出周报报送情况', await drawHandInRecord(db(), today(), input)),
    'collection.progress': async () => collection.progress(),
    'collection.stop': async () => {
      collection.stop()
      return { done: true }
    },
  }
}

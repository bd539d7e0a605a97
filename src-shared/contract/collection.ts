// The contract's part on forms that go out to be filled in and come back as files.
import { z } from 'zod'
import {
  type CollectionBoard,
  FormsToSend,
  type HandInRecords,
  type MergePreview,
  type MergeReport,
  type MergeTotals,
  MergeWish,
  ReadWish,
  RecordQuestion,
  ReportReturn,
  type SendAnswer,
} from '../collection.ts'
import { Id } from '../fields.ts'
import type { ImportProgress } from '../imports.ts'
import type { PaperAnswer } from '../reports.ts'
import { Monday } from '../week.ts'
import { type Done, method, nothing } from './method.ts'

export const collection_methods = {
  'collection.board': method('ask', z.object({ week_monday: Monday })).returns<CollectionBoard>(),
  'collection.send': method('change', FormsToSend).returns<SendAnswer>(),
  'collection.reveal': method('ask', z.object({ saved_id: z.string().max(60) })).returns<Done>(),
  'collection.read': method('ask', ReadWish).returns<MergePreview | { state: 'cancelled' }>(),
  'collection.merge': method('change', MergeWish).returns<MergeTotals>(),
  'collection.report': method('ask', z.object({ id: Id })).returns<MergeReport>(),
  'collection.return': method('change', ReportReturn).returns<Done>(),
  'collection.record': method('ask', RecordQuestion).returns<HandInRecords>(),
  'collection.saveRecord': method('ask', RecordQuestion).returns<PaperAnswer>(),
  'collection.progress': method('ask', nothing).returns<ImportProgress>(),
  'collection.stop': method('ask', nothing).returns<Done>(),
}

// The contract's part on matters that somebody above follows.
import { z } from 'zod'
import { Id } from '../fields.ts'
import { NewTracked, TrackedEdit, TrackedQuestion, type TrackedRow, type Untracked } from '../tracked.ts'
import { type Done, method, nothing } from './method.ts'

export const tracked_methods = {
  'tracked.list': method('ask', TrackedQuestion).returns<TrackedRow[]>(),
  'tracked.untracked': method('ask', nothing).returns<Untracked[]>(),
  'tracked.add': method('change', NewTracked).returns<{ added: number }>(),
  'tracked.edit': method('change', TrackedEdit).returns<Done>(),
  'tracked.remove': method('change', z.object({ id: Id })).returns<Done>(),
}

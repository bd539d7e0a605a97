// The contract's part on closing a week, its snapshots and its name.
import { z } from 'zod'
import {
  type ComparedWeeks,
  SnapshotQuestion,
  type WeekCheck,
  WeekComparison,
  type WeekLock,
  WeekNaming,
  WeekOf,
  type WeekSnapshot,
  WeekUnlock,
} from '../closing.ts'
import { type Done, method } from './method.ts'

export const closing_methods = {
  'weekly.check': method('ask', WeekOf).returns<WeekCheck>(),
  'weekly.close': method('change', WeekOf).returns<{ left_open: string }>(),
  'weekly.unlock': method('change', WeekUnlock).returns<Done>(),
  'weekly.locks': method('ask', z.object({})).returns<WeekLock[]>(),
  'weekly.snapshot': method('ask', SnapshotQuestion).returns<WeekSnapshot>(),
  'weekly.compare': method('ask', WeekComparison).returns<ComparedWeeks>(),
  'weekly.name': method('change', WeekNaming).returns<{ named: number }>(),
}

// The contract's part on matters and their weeks.
import { z } from 'zod'
import { Id } from '../fields.ts'
import { Cure, type Defect, DefectQuestion, Extension, SignOffRequest } from '../sign-offs.ts'
import { TypedWeek, type TypedWeekAnswer } from '../typed-week.ts'
import {
  CarryOver,
  HandIn,
  MatterEdit,
  type MatterHistory,
  NewMatter,
  Return,
  SignOff,
  WeekQuestion,
  type WeekRow,
  type WeekSheet,
  Withdrawal,
} from '../weekly.ts'
import { type Done, method } from './method.ts'

export const weekly_methods = {
  'weekly.show': method('ask', WeekQuestion).returns<WeekSheet>(),
  'weekly.history': method('ask', z.object({ matter_id: Id })).returns<MatterHistory>(),
  'weekly.toCarry': method('ask', WeekQuestion).returns<WeekRow[]>(),
  'weekly.add': method('change', NewMatter).returns<{ number: string }>(),
  'weekly.edit': method('change', MatterEdit).returns<Done>(),
  'weekly.saveRows': method('change', TypedWeek).returns<TypedWeekAnswer>(),
  'weekly.signOff': method('change', SignOff).returns<{ signed_off: number; archived: number }>(),
  'weekly.askSignOff': method('change', SignOffRequest).returns<{ asked: number }>(),
  'weekly.extend': method('change', Extension).returns<{ extended: number }>(),
  'weekly.defects': method('ask', DefectQuestion).returns<Defect[]>(),
  'weekly.cure': method('change', Cure).returns<{ cured: number }>(),
  'weekly.return': method('change', Return).returns<{ returned: number }>(),
  'weekly.withdraw': method('change', Withdrawal).returns<{ withdrawn: number }>(),
  'weekly.carryOver': method('change', CarryOver).returns<{ carried: number }>(),
  'weekly.handIn': method('change', HandIn).returns<Done>(),
}

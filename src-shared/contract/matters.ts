// The contract's part on what belongs to single matters: measures, evidence, what is written down of them, and their numbers.
import { z } from 'zod'
import { Id } from '../fields.ts'
import { type MatterEvidence, MatterNote, MatterPaper, NewMatterFiles } from '../matter-evidence.ts'
import { type AskedMeasure, MatterMeasures, type Measure, MeasureDraft } from '../measures.ts'
import { NumberQuestion, type NumberReport } from '../numbers.ts'
import { type Done, method, nothing } from './method.ts'

export const matters_methods = {
  'measures.list': method('ask', nothing).returns<Measure[]>(),
  'measures.add': method('change', MeasureDraft).returns<{ id: number }>(),
  'measures.edit': method('change', z.object({ id: Id, draft: MeasureDraft })).returns<Done>(),
  'measures.remove': method('change', z.object({ id: Id })).returns<{ is_voided: boolean }>(),
  'measures.restore': method('change', z.object({ id: Id })).returns<Done>(),

  'matters.measures': method('ask', z.object({ matter_ids: z.array(Id).max(500) })).returns<
    { matter_id: number; measures: AskedMeasure[] }[]
  >(),
  'matters.setMeasures': method('change', MatterMeasures).returns<Done>(),

  'matters.evidence': method('ask', z.object({ matter_id: Id })).returns<MatterEvidence>(),
  'matters.addFiles': method('change', NewMatterFiles).returns<{ added: number; known: number }>(),
  'matters.removeFile': method('change', z.object({ id: Id })).returns<Done>(),
  'matters.saveFile': method('ask', z.object({ id: Id })).returns<{ saved: boolean }>(),
  'matters.setPaper': method('change', MatterPaper).returns<Done>(),

  'numbers.report': method('ask', NumberQuestion).returns<NumberReport>(),

  'matters.note': method('change', MatterNote).returns<{ noted: number }>(),
}

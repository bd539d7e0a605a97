import type { FormSource } from '../../src-shared/form-fields.ts'
import type { Source } from './form-source.ts'
import { archive } from './source-archive.ts'
import { duties } from './source-duties.ts'
import { plannedMatters, weekMatters } from './source-matters.ts'
import { staff } from './source-staff.ts'

/** The list: everything that can stand in the rows of a form. */
export const sources: Record<FormSource, Source> = {
  week: weekMatters,
  plan: plannedMatters,
  duties,
  staff,
  archive,
}

import { activeCases } from './active-content.ts'
import { containerCases } from './container.ts'
import { contentCases } from './content.ts'
import type { HostileCase } from './hostile-case.ts'
import { sizeCases } from './sizes.ts'
import { formatCases } from './wrong-format.ts'
import { xmlCases } from './xml.ts'

/** A file or several for each of the 88 families of bad workbooks, the same on every run. */
export const hostileCases: readonly HostileCase[] = [
  ...containerCases,
  ...xmlCases,
  ...sizeCases,
  ...activeCases,
  ...formatCases,
  ...contentCases,
]

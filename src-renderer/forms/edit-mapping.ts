// What a click on the form changes in the mapping; every change answers a new mapping.
import { factOf } from '../../src-shared/form-fields.ts'
import type { FormBlock, FormColumnUse, FormFactUse, FormMapping } from '../../src-shared/forms.ts'
import type { Place } from './sheet-picture.tsx'

/** The table that a cell belongs to, its header included; -1 when it stands outside of all. */
export function blockAtPlace({ blocks }: FormMapping, sheet: string, { row }: Place): number {
  return blocks.findIndex(
    (block) => block.sheet === sheet && row >= block.header_row && row <= block.last_row,
  )
}

export function changeBlock(mapping: FormMapping, at: number, change: Partial<FormBlock>): FormMapping {
  const blocks = mapping.blocks.map((block, index) => (index === at ? { ...block, ...change } : block))
  return { ...mapping, blocks }
}

export function removeBlock(mapping: FormMapping, at: number): FormMapping {
  return { ...mapping, blocks: mapping.blocks.filter((_, index) => index !== at) }
}

export function changeColumn(
  mapping: FormMapping,
  at: number,
  column: number,
  change: Partial<FormColumnUse>,
): FormMapping {
  const block = mapping.blocks[at]
  if (!block) return mapping
  const there = block.columns.some((one) => one.column === column)
  const plain: FormColumnUse = {
    column,
    header: '',
    field: '',
    text: '',
    date_as: 'own',
    repeat: 'each',
    words: {},
  }
  const columns = there
    ? block.columns.map((one) => (one.column === column ? { ...one, ...change } : one))
    : [...block.columns, { ...plain, ...change }].sort((one, other) => one.column - other.column)
  return changeBlock(mapping, at, { columns })
}

/** A field chosen for a column says nothing of the words and the dates that the one before it had. */
export function chooseField(mapping: FormMapping, at: number, column: number, field: string): FormMapping {
  return changeColumn(mapping, at, column, { field, words: {}, date_as: 'own', repeat: 'each', text: '' })
}

export function factAt({ facts }: FormMapping, sheet: string, { row, column }: Place, slot: string) {
  return facts.find(
    (fact) => fact.sheet === sheet && fact.row === row && fact.column === column && fact.slot === slot,
  )
}

/** Null takes the fact away. */
export function setFact(
  mapping: FormMapping,
  place: Pick<FormFactUse, 'sheet' | 'row' | 'column' | 'slot' | 'label'>,
  change: Partial<FormFactUse> | null,
): FormMapping {
  const others = mapping.facts.filter(
    (fact) =>
      fact.sheet !== place.sheet ||
      fact.row !== place.row ||
      fact.column !== place.column ||
      fact.slot !== place.slot,
  )
  if (change === null) return { ...mapping, facts: others }
  const before = mapping.facts.find((fact) => !others.includes(fact))
  const plain: FormFactUse = { ...place, fact: null, text: '', date_as: 'own' }
  return { ...mapping, facts: [...others, { ...plain, ...before, ...change }] }
}

/** A new table, or the one at its place anew; tables do not overlap. */
export function putBlock(mapping: FormMapping, block: FormBlock): FormMapping {
  const others = mapping.blocks.filter(
    (other) =>
      other.sheet !== block.sheet || other.last_row < block.header_row || other.header_row > block.last_row,
  )
  const blocks = [...others, block].sort((one, other) => one.first_row - other.first_row)
  const facts = mapping.facts.filter(
    (fact) => fact.sheet !== block.sheet || fact.row < block.first_row || fact.row > block.last_row,
  )
  return { blocks, facts }
}

export function isDayField(field: string, days: readonly string[]): boolean {
  return days.includes(field) || factOf(field) === 'today'
}

import type { FormSource } from '../../src-shared/form-fields.ts'
import { type FormGrid, rootOf } from '../../src-shared/form-grid.ts'
import { headerStrength, isSerialHeader } from './header-strength.ts'
import { sources } from './sources.ts'

/** A column under its header. */
export interface HeaderName {
  column: number
  text: string
  /** The header above it in a form of two levels. */
  parent: string
}

export interface FoundHeader {
  /** The lowest row of the header. */
  row: number
  source: FormSource
  names: HeaderName[]
  /** Field by column; columns that say nothing to us have none. */
  fields: ReadonlyMap<number, string>
  strength: number
}

const longest_header = 24
const longest_parent = 16
const least_strength = 25
const least_alone = 90

/** The table headers of a sheet from the top down, each with the source that it fits best. */
export function findHeaders(grid: FormGrid, around: string): FoundHeader[] {
  const rows = Array.from({ length: grid.last_row }, (_, at) => bestHeader(grid, at + 1, around))
  const found: FoundHeader[] = []
  for (const header of rows) {
    if (header === null) continue
    const before = found.at(-1)
    // The levels of one header follow each other: the fuller one is meant, the lower of two equals.
    if (before && header.row - before.row <= 2) {
      if (header.strength >= before.strength) found.splice(-1, 1, header)
    } else found.push(header)
  }
  const best = Math.max(0, ...found.map(({ strength }) => strength))
  return found.filter(({ strength }) => strength >= best / 3)
}

function bestHeader(grid: FormGrid, row: number, around: string): FoundHeader | null {
  const names = headerNames(grid, row)
  if (names.length < 2 || names.some(({ text }) => text.length > longest_header)) return null
  // A line of labels: 填表人：　　联系电话：
  if (names.some(({ text }) => /[:：]$/.test(text))) return null
  const near = textsAbove(grid, row)
  let best: FoundHeader | null = null
  for (const [source, { title, fields: words }] of Object.entries(sources)) {
    const { fields, strength } = assignFields(names, words)
    const known = [...fields.values()].filter((field) => field !== 'serial').length
    // One word among many others, or one that only sounds like ours, is chance.
    if (known === 0 || (known < 2 && (names.length > 4 || strength < least_alone))) continue
    // What is planned looks like what was done; only the words right above tell them apart.
    const hint = title.test(near) ? 120 : title.test(around) && source !== 'plan' ? 60 : 0
    const whole = strength + hint - (source === 'plan' && hint === 0 ? 90 : 0)
    if (best === null || whole > best.strength)
      best = { row, source: source as FormSource, names, fields, strength: whole }
  }
  return best
}

/** This row as a header, whatever it says: she has pointed at it. */
export function headerAt(
  grid: FormGrid,
  row: number,
  source: FormSource | null,
  around: string,
): FoundHeader {
  const names = headerNames(grid, row)
  const best = source === null ? bestHeader(grid, row, around) : null
  if (best !== null) return best
  const chosen = source ?? 'week'
  return { row, source: chosen, names, ...assignFields(names, sources[chosen].fields) }
}

/** What this row names, together with merged cells that end in it. */
export function headerNames(grid: FormGrid, row: number): HeaderName[] {
  const names: HeaderName[] = []
  for (let column = 1; column <= grid.last_column; column += 1) {
    const area = grid.merge(row, column)
    if (area && (area.last_row !== row || area.first_column !== column)) continue
    const root = rootOf(grid, row, column)
    const text = grid.text(root.row, root.column).trim()
    if (text !== '' && !grid.hasFormula(root.row, root.column))
      names.push({ column, text, parent: parentOf(grid, root.row, column) })
  }
  return names
}

/** A merged cell above it over several columns, but not over nearly all: that would be a title. */
function parentOf(grid: FormGrid, row: number, column: number): string {
  const area = row > 1 ? grid.merge(row - 1, column) : undefined
  if (!area || area.last_column === area.first_column) return ''
  const text = grid.text(area.first_row, area.first_column).trim()
  const isTitle = (area.last_column - area.first_column + 1) * 10 > grid.last_column * 6
  return isTitle || text.length > longest_parent || /[:：]/.test(text) ? '' : text
}

/** Each field takes its surest column and each column one field. */
export function assignFields(
  names: readonly HeaderName[],
  words: (typeof sources)[FormSource]['fields'],
): { fields: Map<number, string>; strength: number } {
  const pairs = names.flatMap(({ column, text, parent }) =>
    Object.entries(words).flatMap(([field, known]) => {
      const strength = headerStrength(text, parent, known)
      return strength >= least_strength ? [{ column, field, strength }] : []
    }),
  )
  const fields = new Map<number, string>()
  const taken = new Set<string>()
  let sum = 0
  for (const { column, field, strength } of pairs.sort((one, other) => other.strength - one.strength)) {
    if (fields.has(column) || taken.has(field)) continue
    fields.set(column, field)
    taken.add(field)
    sum += strength
  }
  const serial = names.find(({ column, text }) => !fields.has(column) && isSerialHeader(text))
  if (serial) fields.set(serial.column, 'serial')
  return { fields, strength: sum + (serial ? 30 : 0) }
}

/** The caption right above a header. */
function textsAbove(grid: FormGrid, row: number): string {
  const texts: string[] = []
  for (let at = Math.max(1, row - 2); at < row; at += 1) {
    for (let column = 1; column <= grid.last_column; column += 1) {
      const area = grid.merge(at, column)
      const isWide = area !== undefined && area.last_column - area.first_column >= 2
      if (isWide || column === 1) texts.push(grid.text(at, column))
    }
  }
  return texts.join('\n')
}

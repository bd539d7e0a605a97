import { comparable } from './cell-text.ts'
import type { HeaderReader } from './header-words.ts'
import type { SheetColumn } from './import-sheet.ts'
import type { Pace } from './pace.ts'
import { areaOf, type Grid } from './sheet-grid.ts'

export interface HeaderColumn {
  column: number
  last_column: number
  address: string
  text: string
  /** The header above it in a form of two levels, else empty. */
  parent: string
  field: string | null
}

/** Columns that stand together as one table; side by side there may be several. */
export interface Block {
  columns: HeaderColumn[]
  has_anchor: boolean
}

export interface Header {
  /** The first row that names a column, and the last. */
  top: number
  bottom: number
  blocks: Block[]
  /** Different fields understood in all blocks, serial numbers not counted. */
  understood: number
  /** Where its data begins, when that was said. */
  first_row?: number
}

/** Longer texts are content, not the name of a column. */
const longest_header = 40

/** Every row that reads as a header of these columns, from the top. */
export async function findHeaders(
  grid: Grid,
  reader: HeaderReader,
  pace: Pace,
  fixed: Header | null,
): Promise<Header[]> {
  const headers: Header[] = fixed ? [fixed] : []
  let anchor_row = Number.NEGATIVE_INFINITY
  for (const row of grid.rows) {
    if (fixed && row <= Math.max(fixed.bottom, fixed.first_row ?? 0)) continue
    if (pace.isDue()) await pace.rest(`正在找“${grid.name}”的表头`)
    if (hasAnchor(grid, row, reader)) anchor_row = row
    // The name of an anchor column may stand two levels above the last row of a header.
    if (row - anchor_row > 2) continue
    const header = readHeader(grid, row, reader)
    if (header === null) continue
    const before = headers.at(-1)
    // Two levels are found twice, once by their upper row alone, and a caption can sound like a column: of two that
    // nothing stands between the fuller reading stays.
    if (before && header.top <= before.bottom + 1) {
      if (header.understood >= before.understood) headers[headers.length - 1] = header
    } else {
      headers.push(header)
    }
  }
  return headers
}

function hasAnchor(grid: Grid, row: number, reader: HeaderReader): boolean {
  return grid
    .cells(row)
    .some(
      ({ kind, text }) => kind === 'text' && text.length <= longest_header && reader.anchorStrength(text) > 0,
    )
}

function readHeader(grid: Grid, row: number, reader: HeaderReader): Header | null {
  const names = headerColumns(grid, row)
  if (names.length === 0 || names.some((name) => name.text.length > longest_header)) return null
  if (names.length === 1 && names[0] && names[0].last_column - names[0].column >= 2) return null
  const blocks = splitBlocks(grid, row, names, reader).map((block) => assignFields(block, reader))
  if (!blocks.some((block) => block.has_anchor)) return null
  const serials = reader.columns.filter((column) => column.is_serial).map(({ field }) => field)
  const fields = blocks.flatMap((block) => block.columns.flatMap(({ field }) => field ?? []))
  const understood = new Set(fields.filter((field) => !serials.includes(field))).size
  // One known word among many others is chance; in a narrow table the very word of an anchor is enough.
  if (understood < 2 && !(names.length <= 3 && hasList(grid, row, names, reader))) return null
  const tops = names.map((name) => name.top)
  return { top: Math.min(...tops), bottom: row, blocks, understood }
}

export interface Name extends Omit<HeaderColumn, 'field'> {
  top: number
}

/** The columns that this row names; with a level above it, also those that only that level names. */
export function headerColumns(grid: Grid, row: number): Name[] {
  const has_level_above = hasLevelAbove(grid, row)
  const names: Name[] = []
  for (let column = 1; column <= grid.last_column; column++) {
    const area = areaOf(grid, row, column)
    if (area.first_column < column) continue
    const name = has_level_above
      ? (nameAbove(grid, row, column) ?? nameAt(grid, row, column))
      : nameAt(grid, row, column)
    if (name) names.push(name)
  }
  return names
}

function nameAt(grid: Grid, row: number, column: number): Name | null {
  const area = areaOf(grid, row, column)
  if (row - area.first_row > 2) return null
  const cell = grid.cell(area.first_row, column)
  if (cell === undefined || cell.kind !== 'text') return null
  const parent = area.first_row > 1 ? parentOf(grid, area.first_row - 1, column) : ''
  return {
    column,
    last_column: area.last_column,
    address: cell.address,
    text: cell.text,
    parent,
    top: area.first_row,
  }
}

/** A merged cell over several columns, but not over nearly all: that would be a title. */
function parentOf(grid: Grid, row: number, column: number): string {
  const area = areaOf(grid, row, column)
  const is_wide = area.last_column > area.first_column
  if (!is_wide || (area.first_column === 1 && area.last_column >= grid.last_column - 1)) return ''
  return grid.cell(area.first_row, area.first_column)?.text ?? ''
}

/** In a form of two levels, a column that has its name in the upper row alone, merged downwards or not. */
function nameAbove(grid: Grid, row: number, column: number): Name | null {
  const above = areaOf(grid, row - 1, column)
  if (above.last_column > above.first_column) return null
  const here = areaOf(grid, row, column)
  // Either nothing stands below it, or the first value of a merged group does.
  if (grid.cell(row, column) !== undefined && here.last_row === row) return null
  const name = nameAt(grid, row - 1, column)
  // 注：…… beside a title is no name of a column.
  return name === null || name.text.length > 15 || /[:：]/.test(name.text) ? null : name
}

/** True when some merged cell of the row above has two or more names below it. */
function hasLevelAbove(grid: Grid, row: number): boolean {
  for (const cell of grid.cells(row - 1)) {
    const area = areaOf(grid, row - 1, cell.column)
    if (area.last_row !== row - 1 || area.last_column === area.first_column) continue
    const below = grid
      .cells(row)
      .filter(({ column }) => column >= area.first_column && column <= area.last_column)
    if (below.length >= 2 && below.every(({ kind }) => kind === 'text')) return true
  }
  return false
}

/** A new block begins behind a column with neither name nor value, and where the first name or an anchor comes again. */
function splitBlocks(grid: Grid, row: number, names: readonly Name[], reader: HeaderReader): Name[][] {
  const blocks: Name[][] = []
  let block: Name[] = []
  for (const name of names) {
    const before = block.at(-1)
    const has_gap = before !== undefined && isGap(grid, row, before.last_column + 1, name.column - 1)
    if (before && (has_gap || beginsAgain(block, name, reader))) {
      blocks.push(block)
      block = []
    }
    block.push(name)
  }
  return [...blocks, block]
}

function isGap(grid: Grid, row: number, first: number, last: number): boolean {
  if (last < first) return false
  const below = grid.rows.filter((number) => number > row && number <= row + 50)
  for (let column = first; column <= last; column++) {
    if (below.every((number) => grid.cell(number, column) === undefined)) return true
  }
  return false
}

function beginsAgain(block: readonly Name[], name: Name, reader: HeaderReader): boolean {
  const text = comparable(name.text)
  const again = block.findIndex((other) => comparable(other.text) === text)
  return again === 0 || (again > 0 && reader.anchorStrength(name.text) >= 60)
}

/** Each field takes its surest column and each column one field. */
export function assignFields(names: readonly Name[], reader: HeaderReader): Block {
  const pairs = names.flatMap((name) =>
    reader.strengths(name.text, name.parent).flatMap((strength, at) => {
      const column = reader.columns[at]
      return column && strength > 0 ? [{ name, column, strength }] : []
    }),
  )
  const taken = new Map<Name, SheetColumn>()
  const fields = new Set<string>()
  for (const { name, column } of pairs.sort((one, other) => other.strength - one.strength)) {
    if (taken.has(name) || fields.has(column.field)) continue
    taken.set(name, column)
    fields.add(column.field)
  }
  return {
    columns: names.map((name) => {
      const { top: _, ...column } = name
      return { ...column, field: taken.get(name)?.field ?? null }
    }),
    has_anchor: [...taken.values()].some((column) => column.is_anchor),
  }
}

/** 姓名 above a list of names; not a title, and not the word 姓名 in a form. */
function hasList(grid: Grid, row: number, names: readonly Name[], reader: HeaderReader): boolean {
  const anchor = names.find(({ text }) => reader.anchorStrength(text) >= 95)
  return anchor !== undefined && grid.cell(row + 1, anchor.column) !== undefined
}

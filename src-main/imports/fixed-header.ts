import type { Mapping } from '../../src-shared/import-forms.ts'
import { addressOf } from '../excel/cell-address.ts'
import { type Block, type Header, headerColumns, type Name } from './find-headers.ts'
import { headerKey } from './form-shape.ts'
import type { HeaderReader } from './header-words.ts'
import type { Grid } from './sheet-grid.ts'

/** The header that the clerk has pointed at, its columns as she has named them. */
export function fixedHeader(grid: Grid, mapping: Mapping, { columns }: HeaderReader): Header {
  const { header_row, first_row } = mapping
  const fields = new Map(mapping.columns.map(({ column, field }) => [column, field]))
  const anchors = new Set(columns.flatMap(({ is_anchor, field }) => (is_anchor ? [field] : [])))
  const blocks: Block[] = []
  for (const { top: _, ...name } of namesOf(grid, mapping)) {
    const field = fields.get(name.column) ?? null
    const block = blocks.at(-1)
    // Tables side by side repeat their fields.
    const begins = block === undefined || (field !== null && block.columns.some((one) => one.field === field))
    if (begins) blocks.push({ columns: [{ ...name, field }], has_anchor: false })
    else block.columns.push({ ...name, field })
  }
  for (const block of blocks) {
    block.has_anchor = block.columns.some(({ field }) => field !== null && anchors.has(field))
  }
  const understood = new Set(mapping.columns.flatMap(({ field }) => field ?? [])).size
  return { top: header_row, bottom: header_row, first_row, blocks, understood }
}

/** Named columns, and those without a name that are used all the same. */
function namesOf(grid: Grid, { header_row, columns }: Mapping): Name[] {
  const named = header_row > 0 ? headerColumns(grid, header_row) : []
  const nameless = columns
    .filter(({ field }) => field !== null)
    .filter(({ column }) => !named.some((name) => name.column <= column && column <= name.last_column))
    .map(({ column }) => {
      const address = addressOf(Math.max(header_row, 1), column)
      return { column, last_column: column, address, text: '', parent: '', top: header_row }
    })
  return [...named, ...nameless].sort((one, other) => one.column - other.column)
}

/** Further tables of the sheet have the same headers: what was said of them counts there too. */
export function mappedReader(reader: HeaderReader, { blocks }: Header): HeaderReader {
  const fields = new Map<string, string | null>()
  for (const { text, parent, field } of blocks.flatMap(({ columns }) => columns)) {
    for (const key of [headerKey(parent, text), headerKey('', text)]) {
      if (key !== '' && (fields.get(key) ?? null) === null) fields.set(key, field)
    }
  }
  const strengths = (header: string, parent: string) => {
    const field = fields.get(headerKey(parent, header))
    if (field === undefined) return reader.strengths(header, parent)
    return reader.columns.map((column) => (column.field === field ? 200 : 0))
  }
  const anchorStrength = (header: string) =>
    Math.max(...strengths(header, '').map((one, at) => (reader.columns[at]?.is_anchor ? one : 0)))
  return { columns: reader.columns, strengths, anchorStrength }
}

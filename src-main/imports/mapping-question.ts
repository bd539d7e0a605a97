import type { Mapping, MappingColumn, MappingQuestion } from '../../src-shared/import-forms.ts'
import { columnName } from '../excel/cell-address.ts'
import { shorten } from './cell-text.ts'
import type { Header } from './find-headers.ts'
import { fixedHeader } from './fixed-header.ts'
import { guessColumns, headerAt } from './guess-columns.ts'
import { guessHeader } from './guess-header.ts'
import type { HeaderReader } from './header-words.ts'
import type { ImportContext } from './import-sheet.ts'
import type { Grid } from './sheet-grid.ts'
import type { Understanding } from './understand-sheet.ts'

export type SheetQuestion = Pick<
  MappingQuestion,
  'sheet' | 'rows' | 'header_row' | 'first_row' | 'columns' | 'fields'
>

const rows_above = 8
const rows_below = 8

/** The head of the sheet and what its columns seem to be, with the header in another row when that was said. */
export function mappingQuestion(
  { chosen, mapping }: Understanding,
  said_row: number | null,
  reader: HeaderReader,
  context: ImportContext,
): SheetQuestion {
  const { grid, tables } = chosen
  const header = headerOf(grid, mapping, said_row, tables[0]?.table.header, reader)
  const is_remembered = mapping !== null && header.bottom === mapping.header_row
  const columns = guessColumns(grid, header, reader, context).map(
    ({ column, header: text, parent, field, guess }): MappingColumn => ({
      column,
      letter: columnName(column),
      header: shorten(parent === '' ? text : `${parent} ${text}`),
      // What was answered is not guessed at again.
      ...(is_remembered && guess === 'content' ? { field: null, guess: 'none' } : { field, guess }),
      ...(is_remembered && guess === 'header' ? { guess: 'memory' } : {}),
    }),
  )
  return {
    sheet: chosen.sheet.name,
    rows: headRows(grid, header.bottom),
    header_row: header.bottom,
    first_row: is_remembered ? mapping.first_row : firstRowBelow(grid, header.bottom),
    columns,
    fields: reader.columns.map(({ field, label, is_anchor = false }) => ({ field, label, is_anchor })),
  }
}

function headerOf(
  grid: Grid,
  mapping: Mapping | null,
  said_row: number | null,
  found: Header | undefined,
  reader: HeaderReader,
): Pick<Header, 'bottom' | 'blocks'> {
  if (mapping && (said_row === null || said_row === mapping.header_row))
    return fixedHeader(grid, mapping, reader)
  if (found && (said_row === null || said_row === found.bottom)) return found
  return headerAt(grid, said_row ?? guessHeader(grid)?.row ?? 0, reader)
}

function firstRowBelow(grid: Grid, header_row: number): number {
  return grid.rows.find((row) => row > header_row) ?? header_row + 1
}

/** Rows as they stand, those around the header. */
function headRows(grid: Grid, header_row: number): MappingQuestion['rows'] {
  const at = Math.max(
    0,
    grid.rows.findIndex((row) => row >= header_row),
  )
  return grid.rows.slice(Math.max(0, at - rows_above), at + 1 + rows_below).map((row) => ({
    row,
    cells: grid.cells(row).map(({ column, text }) => ({ column, text: shorten(text, 60) })),
  }))
}

import type { Guess } from '../../src-shared/import-forms.ts'
import type { ReadCell } from '../excel/workbook.ts'
import type { ChosenSheet } from './choose-sheet.ts'
import { lookOf } from './content-look.ts'
import { assignFields, type Header, headerColumns, type Name } from './find-headers.ts'
import type { HeaderReader } from './header-words.ts'
import type { ImportContext, Look } from './import-sheet.ts'
import { areaOf, type Grid } from './sheet-grid.ts'

export interface GuessedColumn {
  column: number
  address: string
  header: string
  parent: string
  field: string | null
  guess: Guess
}

/** Enough to tell what a column holds. */
const rows_looked_at = 60

/** What the words of that row say. */
export function headerAt(grid: Grid, row: number, reader: HeaderReader): Pick<Header, 'bottom' | 'blocks'> {
  return { bottom: row, blocks: row > 0 ? [assignFields(headerColumns(grid, row), reader)] : [] }
}

/** Every column below this header that has a name or a value, and what it could be: by its header, then its content. */
export function guessColumns(
  grid: Grid,
  header: Pick<Header, 'bottom' | 'blocks'>,
  reader: HeaderReader,
  context: ImportContext,
): GuessedColumn[] {
  const { bottom: header_row, blocks } = header
  const names = header_row > 0 ? headerColumns(grid, header_row) : []
  const said = new Map(
    blocks.flatMap(({ columns }) => columns.map(({ column, field }) => [column, field] as const)),
  )
  const columns = [...names, ...nameless(grid, header_row, names)]
    .sort((one, other) => one.column - other.column)
    .map(({ column, address, text, parent }): GuessedColumn => {
      const field = said.get(column) ?? null
      return { column, address, header: text, parent, field, guess: field === null ? 'none' : 'header' }
    })
  return guessByContent(columns, grid, header_row, reader, context)
}

/** Columns that hold something, and that the header does not name. */
function nameless(grid: Grid, header_row: number, names: readonly Name[]): Name[] {
  const found = new Map<number, Name>()
  for (const cell of cellsBelow(grid, header_row)) {
    const is_named = names.some(
      ({ column, last_column }) => column <= cell.column && cell.column <= last_column,
    )
    if (is_named || found.has(cell.column)) continue
    const { column, address } = cell
    found.set(column, { column, last_column: column, address, text: '', parent: '', top: header_row })
  }
  return [...found.values()]
}

function cellsBelow(grid: Grid, header_row: number): ReadCell[] {
  const below = grid.rows.filter((row) => row > header_row).slice(0, rows_looked_at)
  return below.flatMap((row) =>
    grid.cells(row).filter(({ column }) => {
      const area = areaOf(grid, row, column)
      return area.last_column - area.first_column < 3
    }),
  )
}

function guessByContent(
  columns: readonly GuessedColumn[],
  grid: Grid,
  header_row: number,
  { columns: fields, strengths }: HeaderReader,
  context: ImportContext,
): GuessedColumn[] {
  const below = cellsBelow(grid, header_row)
  const taken = new Set(columns.flatMap(({ field }) => field ?? []))
  return columns.map((column) => {
    if (column.field !== null) return column
    const look = lookOf(
      below.filter((cell) => cell.column === column.column),
      context,
    )
    // A header that names something else, such as 填报人, says more than the names below it.
    const is_other = Math.max(0, ...strengths(column.header, column.parent)) > 0
    const meant = is_other ? undefined : fields.find((one) => isMeant(one, look) && !taken.has(one.field))
    if (meant === undefined || meant.not?.test(column.header)) return column
    taken.add(meant.field)
    return { ...column, field: meant.field, guess: 'content' as const }
  })
}

/** Who is on the roster has a name, and who is not yet may be meant all the same. */
function isMeant({ look }: { look?: Look }, seen: Look | null): boolean {
  const is_people = (one: Look | null | undefined) => one === 'name' || one === 'person'
  return seen !== null && (look === seen || (is_people(look) && is_people(seen)))
}

/** What the header of the chosen table leaves open and its content suggests. */
export function contentGuesses(
  { grid, tables }: ChosenSheet,
  reader: HeaderReader,
  context: ImportContext,
): GuessedColumn[] {
  const header = tables[0]?.table.header
  if (header === undefined) return []
  return guessColumns(grid, header, reader, context).filter(({ guess }) => guess === 'content')
}

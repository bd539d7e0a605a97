import { tidy } from '../../src-shared/fields.ts'
import { type Block, findHeaders, type Header, type HeaderColumn } from './find-headers.ts'
import type { HeaderReader } from './header-words.ts'
import type { Pace } from './pace.ts'
import { areaOf, type Grid } from './sheet-grid.ts'

/** One table of a sheet: side by side or one below the other there may be several. */
export interface Table {
  header: Header
  block: Block
  first_column: number
  last_column: number
  /** Rows below the header down to the next header's captions. */
  rows: readonly number[]
  /** What stands above it, the nearest line first. */
  caption: string
}

export interface TablesOfSheet {
  tables: Table[]
  /** Every named column of every header, also those of blocks that are no table of ours. */
  columns: HeaderColumn[]
  /** Texts above the first header. */
  head: string[]
}

/** `reader` knows the columns of one subject; a sheet that has none of its tables answers an empty list. */
export async function findTables(
  grid: Grid,
  reader: HeaderReader,
  pace: Pace,
  fixed: Header | null,
): Promise<TablesOfSheet> {
  const headers = (await findHeaders(grid, reader, pace, fixed)).filter(
    (header) => header === fixed || !isFormCard(grid, header, reader),
  )
  const tables: Table[] = []
  for (const [at, header] of headers.entries()) {
    const captions = captionRows(grid, header, headers[at - 1]?.bottom ?? 0)
    const next = headers[at + 1]
    const end = next ? (captionRows(grid, next, header.bottom).at(-1) ?? next.top) : Number.POSITIVE_INFINITY
    const rows = grid.rows.filter((row) => row > header.bottom && row < end)
    for (const block of header.blocks) {
      if (!block.has_anchor) continue
      const first_column = block.columns[0]?.column ?? 1
      const last_column = block.columns.at(-1)?.last_column ?? first_column
      const caption = captions
        .flatMap((row) => captionOf(grid, row, first_column, last_column, header))
        .join('\n')
      tables.push({ header, block, first_column, last_column, rows, caption })
    }
  }
  const first = headers[0]
  return {
    tables,
    columns: headers.flatMap(({ blocks }) => blocks.flatMap((block) => block.columns)),
    head: first ? textsAbove(grid, first.top) : [],
  }
}

/** Texts of the rows above `row`, in reading order. */
export function textsAbove(grid: Grid, row: number): string[] {
  return grid.rows
    .filter((number) => number < row)
    .flatMap((number) => grid.cells(number).map(({ text }) => tidy(text)))
}

/** In a form card (姓名 | 张三 | 部门 | 党建组) names of columns stand below each other instead of values. */
function isFormCard(grid: Grid, { bottom, blocks }: Header, reader: HeaderReader): boolean {
  const below = grid.rows.filter((row) => row > bottom).slice(0, 6)
  const columns = blocks.filter((block) => block.has_anchor).flatMap((block) => block.columns)
  const anchors = columns.filter(({ text }) => reader.anchorStrength(text) > 0)
  const values = below.flatMap((row) => anchors.flatMap(({ column }) => grid.cell(row, column)?.text ?? []))
  const names = values.filter((text) => Math.max(...reader.strengths(text, '')) >= 90)
  return names.length > 0 && names.length * 2 >= values.length
}

/** Rows right above a header that are its titles, the nearest first. Above the first header every row is. */
function captionRows(grid: Grid, header: Header, after: number): number[] {
  const above = grid.rows.filter((row) => row > after && row < header.top).reverse()
  if (after === 0) return above
  const first_other = above.findIndex((row) => !isCaption(grid, row))
  return above.slice(0, Math.min(first_other < 0 ? above.length : first_other, 3))
}

function isCaption(grid: Grid, row: number): boolean {
  const cells = grid.cells(row)
  const [cell] = cells
  return cell !== undefined && cells.length === 1 && cell.kind === 'text' && !/[：:]\s*$/.test(cell.text)
}

/** Texts of a row that stand over these columns, but not over another table beside it alone. */
function captionOf(grid: Grid, row: number, first: number, last: number, header: Header): string[] {
  return grid.cells(row).flatMap((cell) => {
    const area = areaOf(grid, row, cell.column)
    const is_over = area.first_column <= last && area.last_column >= first
    const is_alone = header.blocks.length === 1
    return is_over || is_alone ? [tidy(cell.text)] : []
  })
}

import { tidy } from '../../src-shared/fields.ts'
import type { RowIssue } from '../../src-shared/problem.ts'
import { readDate } from '../../src-shared/read-date.ts'
import type { ReadCell } from '../excel/workbook.ts'
import { isPlaceholder, plainCode, shorten } from './cell-text.ts'
import type { Table } from './find-tables.ts'
import type { SheetRow } from './import-sheet.ts'
import { readNames } from './read-names.ts'
import type { TableRow } from './table-rows.ts'

/** Where a sheet came from, for its issues. */
export interface Place {
  file: string
  sheet: string
}

export function createSheetRow(place: Place, table: Table, found: TableRow): SheetRow {
  const header = (field: string) => table.block.columns.find((column) => column.field === field)
  const valueIn = (field: string): ReadCell | undefined => {
    const cell = found.cells.get(field)
    return cell && !isPlaceholder(cell.text) ? cell : undefined
  }
  return {
    row: found.row,
    address: found.address,
    caption: table.caption,
    section: found.section,
    hasColumn: (field) => header(field) !== undefined,
    has: (field) => valueIn(field) !== undefined,
    text: (field) => tidy(valueIn(field)?.text ?? ''),
    code: (field) => plainCode(valueIn(field)?.text ?? ''),
    names: (field) => readNames(valueIn(field)?.text ?? ''),
    date: (field, near) => readDate(valueIn(field) ?? { kind: 'text', text: '' }, near),
    issue(field, severity, why, suggestion, offer) {
      const cell = found.cells.get(field)
      const column = header(field)
      const address = cell?.address ?? (column ? besideHeader(column.address, found.row) : found.address)
      const issue = newIssue(place, { severity, address, found: cell?.text ?? '', why, suggestion })
      if (offer === undefined || cell === undefined) return issue
      const { instead, found: part = tidy(cell.text), kind = `${field}：${part}→${instead}` } = offer
      return { ...issue, offer: { kind, found: part, instead } }
    },
  }
}

export function newIssue(
  place: Place,
  issue: Pick<RowIssue, 'severity' | 'address' | 'found' | 'why'> & { suggestion?: string | undefined },
): RowIssue {
  const { suggestion, ...said } = issue
  return {
    ...place,
    ...said,
    found: shorten(said.found, 60),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** The empty cell of a column in a row: `besideHeader('C2', 7) // 'C7'` */
function besideHeader(header_address: string, row: number): string {
  return `${header_address.replace(/\d+$/, '')}${row}`
}

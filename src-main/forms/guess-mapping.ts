import type { FormSource } from '../../src-shared/form-fields.ts'
import { type FormGrid, formGrid } from '../../src-shared/form-grid.ts'
import type { FormPicture } from '../../src-shared/form-picture.ts'
import type { FormBlock, FormColumnUse, FormMapping, FormPeriod, Repeat } from '../../src-shared/forms.ts'
import { dataRows } from './data-rows.ts'
import { type FoundHeader, findHeaders, type HeaderName, headerAt } from './find-headers.ts'
import { guessFacts } from './guess-facts.ts'

/** What a form asks for, as far as its words tell: she mostly confirms. */
export function guessMapping({ sheets, looks }: FormPicture, file_name: string): FormMapping {
  const mapping: FormMapping = { blocks: [], facts: [] }
  for (const sheet of sheets) {
    if (sheet.is_hidden) continue
    const grid = formGrid(sheet, looks)
    const around = [file_name, sheet.name, ...headTexts(grid)].join('\n')
    const headers = findHeaders(grid, around)
    const blocks = headers.map((header, at) => blockOf(grid, header, headers[at + 1], around))
    mapping.blocks.push(...blocks)
    const isData = (row: number) =>
      blocks.some(({ header_row, last_row }) => row >= header_row && row <= last_row)
    mapping.facts.push(...guessFacts(grid, isData))
  }
  return mapping
}

/** Texts of the first rows: titles. */
function headTexts(grid: FormGrid): string[] {
  return [1, 2, 3].map((row) => grid.text(row, 1))
}

function blockOf(
  grid: FormGrid,
  header: FoundHeader,
  next: FoundHeader | undefined,
  around: string,
): FormBlock {
  const { row, source, names, fields } = header
  const columns = names.map(({ column }) => column)
  const rows = dataRows(grid, row, columns, next === undefined ? undefined : next.row)
  return {
    sheet: grid.sheet.name,
    source,
    period: guessPeriod(source, around),
    group_id: null,
    category_id: null,
    state: 'all',
    sort: null,
    header_row: row,
    ...rows,
    columns: names.map((name) => columnUse(grid, name, fields.get(name.column) ?? '', rows.first_row)),
  }
}

export function columnUse(grid: FormGrid, name: HeaderName, field: string, first_row: number): FormColumnUse {
  const isFormula = grid.hasFormula(first_row, name.column)
  return {
    column: name.column,
    header: headerPath(name),
    field: isFormula ? '' : field,
    text: '',
    date_as: 'own',
    repeat: guessRepeat(grid, name.column, field, first_row),
    words: {},
  }
}

/** `A岗 / 姓名` */
export function headerPath({ text, parent }: HeaderName): string {
  return (parent === '' ? text : `${parent} / ${text}`).slice(0, 300)
}

/** A form whose groups are merged downwards wants its groups merged. */
function guessRepeat(grid: FormGrid, column: number, field: string, first_row: number): Repeat {
  const area = grid.merge(first_row, column)
  return field === 'group' && area !== undefined && area.last_row > area.first_row ? 'merge' : 'each'
}

function guessPeriod(source: FormSource, around: string): FormPeriod {
  if (source === 'duties' || source === 'staff') return 'all'
  if (/季度|一季|二季|三季|四季/.test(around)) return 'quarter'
  if (/年度|全年/.test(around) && !/周/.test(around)) return 'year'
  if (/月报|月度|月份|每月|\d+月(?!\d*日)/.test(around) && !/周/.test(around)) return 'month'
  return source === 'archive' ? 'year' : 'week'
}

/** The table whose data begin in this row, of the source she has chosen or of the one that fits best. */
export function blockAt(
  { sheets, looks }: FormPicture,
  wanted: { sheet: string; first_row: number; source: FormSource | null },
): FormBlock | null {
  const sheet = sheets.find(({ name }) => name === wanted.sheet)
  if (!sheet) return null
  const grid = formGrid(sheet, looks)
  const row = Math.max(1, wanted.first_row - 1)
  const around = [sheet.name, ...headTexts(grid)].join('\n')
  const header = headerAt(grid, row, wanted.source, around)
  const next = findHeaders(grid, around).find((other) => other.row > wanted.first_row)
  const columns = header.names.map(({ column }) => column)
  const rows = dataRows(grid, wanted.first_row - 1, columns, next?.row)
  const block = blockOf(grid, header, next, around)
  const last_row = Math.max(wanted.first_row, rows.last_row)
  return { ...block, header_row: row, first_row: wanted.first_row, last_row }
}

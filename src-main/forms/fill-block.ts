import { factOf } from '../../src-shared/form-fields.ts'
import type { FormGrid } from '../../src-shared/form-grid.ts'
import type { FormBlock, FormColumnUse } from '../../src-shared/forms.ts'
import type { CellEdit, NewValue, RowEdit } from '../excel/patch-edits.ts'
import type { Merge, TableValue } from '../excel/workbook.ts'
import { cellValue, isDateField, shownText } from './cell-words.ts'
import { optionsAt, type WordQuestions, wordFor } from './drop-downs.ts'
import type { Facts } from './facts.ts'
import type { FillNotes } from './fill-notes.ts'
import type { SourceRow } from './form-source.ts'
import { fitOf } from './text-fit.ts'

const same_as_above = '同上'

export interface BlockTask {
  grid: FormGrid
  block: FormBlock
  /** Its place in the mapping. */
  number: number
  rows: readonly SourceRow[]
  facts: Facts
  /** Where each data row comes to lie in the filled form, and which row of the form it looks like. */
  places: readonly { row: number; like: number }[]
  notes: FillNotes
  words: WordQuestions
}

export interface FilledBlock {
  cells: CellEdit[]
  heights: RowEdit[]
  merges: Merge[]
}

/** The data rows of one table of a form, cell by cell. */
export function fillBlock(task: BlockTask): FilledBlock {
  const { block, places, rows } = task
  const filled: FilledBlock = { cells: [], heights: [], merges: [] }
  const columns = block.columns.filter(({ field }) => field !== '')
  const groups = new GroupRuns()
  for (const [at, place] of places.entries()) {
    const row = rows[at]
    if (row === undefined) {
      clearRow(task, filled, columns, place)
      continue
    }
    let height = 0
    for (const column of columns) {
      const value = valueIn(task, column, row, at)
      const begins = groups.begins(column, value, at)
      const written = writeCell(task, filled, column, place, repeated(column, value, begins))
      if (written !== null) height = Math.max(height, heightOf(task, column, place, written))
    }
    if (height > (task.grid.sheet.rows[place.like - 1]?.height ?? 0))
      filled.heights.push({ row: place.row, at_least: height })
  }
  filled.merges.push(...groups.merges(columns, places.slice(0, rows.length), task.grid))
  noteLeftovers(task)
  return filled
}

function valueIn({ facts }: BlockTask, column: FormColumnUse, row: SourceRow, at: number): TableValue {
  if (column.field === 'serial') return at + 1
  if (column.field === 'text') return column.text
  const fact = factOf(column.field)
  return fact === null ? (row[column.field] ?? null) : facts[fact]
}

function repeated({ repeat }: FormColumnUse, value: TableValue, begins: boolean): TableValue {
  if (begins || repeat === 'each' || value === null || value === '') return value
  return repeat === 'ditto' ? same_as_above : null
}

/** Null where nothing was written. */
function writeCell(
  task: BlockTask,
  { cells }: FilledBlock,
  use: FormColumnUse,
  { row, like }: { row: number; like: number },
  given: TableValue,
): NewValue {
  const { column } = use
  const { grid, block, notes } = task
  const { sheet } = block
  if (grid.hasFormula(like, column)) notes.note('formula', sheet, row, column)
  else if (grid.isCovered(like, column)) {
    if (given !== null && given !== '') notes.note('covered', sheet, row, column)
  } else if (grid.isClosed(like, column)) notes.note('closed', sheet, row, column)
  else {
    const word = wordOf(task, use, { row, like }, given)
    const value = cellValue(word, {
      is_date: isDateField(use.field),
      date_as: use.date_as,
      kind: grid.look(like, column).kind,
    })
    if (value !== null || (row === like && grid.text(like, column) !== '')) cells.push({ row, column, value })
    return value
  }
  return null
}

/** The value as the cell's drop-down list says it, where there is one. */
function wordOf(
  { grid, block, number, notes, words }: BlockTask,
  use: FormColumnUse,
  { row, like }: { row: number; like: number },
  given: TableValue,
): TableValue {
  const { column, header } = use
  const options = optionsAt(grid.sheet, like, column)
  const text = String(given ?? '')
  if (options === null || text === '' || text === same_as_above) return given
  const word = wordFor(text, use.words, options)
  if (word === null) {
    words.ask({ block: number, column, header, value: text, options: [...options] })
    return given
  }
  if (word !== text && use.words[text] === undefined) {
    const message = `“${text}”按表样的下拉选项写成“${word}”。`
    notes.addOnce({ level: 'note', sheet: block.sheet, row, column, message })
  }
  return word
}

function heightOf(
  { grid, block, notes }: BlockTask,
  { column }: FormColumnUse,
  { row, like }: { row: number; like: number },
  value: NewValue,
): number {
  const fit = fitOf(grid, like, column, shownText(value))
  if (fit.is_wide && value !== null && 'text' in value) notes.note('wide', block.sheet, row, column)
  if (fit.is_high) notes.note('high', block.sheet, row, column)
  return fit.height
}

/** A free row that gets no data keeps its number and loses what an example or the last filling left there. */
function clearRow(
  { grid, block, notes }: BlockTask,
  { cells }: FilledBlock,
  columns: readonly FormColumnUse[],
  { row, like }: { row: number; like: number },
): void {
  for (const { column, field } of columns) {
    const isOurs = field !== 'serial' && !grid.hasFormula(like, column) && !grid.isClosed(like, column)
    if (!isOurs || grid.text(like, column) === '') continue
    cells.push({ row, column, value: null })
    notes.note('cleared', block.sheet, row, column)
  }
}

/** An example in a column that nobody pointed at would go up with the form. */
function noteLeftovers({ grid, block, places, notes }: BlockTask): void {
  for (const { column, field } of block.columns) {
    if (field !== '') continue
    const place = places.find(
      ({ row, like }) => row === like && grid.text(like, column) !== '' && !grid.hasFormula(like, column),
    )
    if (!place) continue
    const text = grid.text(place.like, column).slice(0, 20)
    const message = `这一列没有指认，表样里原有的“${text}”会留在表里。`
    notes.add({ level: 'look', sheet: block.sheet, row: place.row, column, message })
  }
}

/** Runs of equal values downwards, each within the runs of the columns before it. */
class GroupRuns {
  private readonly starts = new Map<number, { value: TableValue; from: number }[]>()
  private broken = -1

  begins({ column, repeat }: FormColumnUse, value: TableValue, at: number): boolean {
    if (repeat === 'each') return true
    const runs = this.starts.get(column) ?? []
    this.starts.set(column, runs)
    const begins = this.broken === at || runs.at(-1)?.value !== value || value === null || value === ''
    if (!begins) return false
    runs.push({ value, from: at })
    this.broken = at
    return true
  }

  merges(
    columns: readonly FormColumnUse[],
    places: readonly { row: number; like: number }[],
    { merge }: FormGrid,
  ): Merge[] {
    return columns
      .filter(({ repeat }) => repeat === 'merge')
      .flatMap(({ column }) => {
        const runs = this.starts.get(column) ?? []
        return runs.flatMap(({ from }, at): Merge[] => {
          const own = places.slice(from, runs[at + 1]?.from ?? places.length)
          const [first_row = 0, last_row = 0] = [own[0]?.row, own.at(-1)?.row]
          const isFree = own.length > 1 && last_row - first_row === own.length - 1
          const touches = own.some(({ like }) => merge(like, column) !== undefined)
          return isFree && !touches
            ? [{ first_row, first_column: column, last_row, last_column: column }]
            : []
        })
      })
  }
}

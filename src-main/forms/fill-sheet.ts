import { date_facts, type FormFactName, form_facts } from '../../src-shared/form-fields.ts'
import { type FormGrid, formGrid } from '../../src-shared/form-grid.ts'
import type { FormArea, FormPicture, FormSheet } from '../../src-shared/form-picture.ts'
import { fillSlots } from '../../src-shared/form-slots.ts'
import type { FormBlock, FormFactUse } from '../../src-shared/forms.ts'
import type { CellEdit, RowInsertion, SheetEdits } from '../excel/patch-edits.ts'
import type { TableValue } from '../excel/workbook.ts'
import { cellValue, dayText } from './cell-words.ts'
import { optionsAt, type WordQuestions, wordFor } from './drop-downs.ts'
import type { Facts } from './facts.ts'
import { fillBlock } from './fill-block.ts'
import type { FillNotes } from './fill-notes.ts'
import type { SourceRow } from './form-source.ts'
import { shiftedArea, shiftedRow } from './row-shift.ts'
import { placesOf, type TargetRows, targetRows } from './target-rows.ts'

/** A table of the form with the rows that the book has for it. */
export interface BlockRows {
  block: FormBlock
  /** Its place in the mapping. */
  number: number
  rows: readonly SourceRow[]
}

export interface SheetTask {
  sheet: FormSheet
  looks: FormPicture['looks']
  blocks: readonly BlockRows[]
  facts: readonly FormFactUse[]
  values: Facts
  notes: FillNotes
  words: WordQuestions
}

export interface FilledPlan {
  sheet: FormSheet
  edits: SheetEdits & { cells: CellEdit[]; insert_rows: RowInsertion[] }
}

/** Everything that is written into one sheet of the form. */
export function fillSheet(task: SheetTask): FilledPlan {
  const parted = task.blocks.flatMap(({ block }) => groupMerges(task.sheet, block))
  const merges = task.sheet.merges.filter((merge) => !parted.includes(merge))
  const grid = formGrid({ ...task.sheet, merges }, task.looks)
  const targets = task.blocks.map((block) => roomFor(task, grid, block))
  const insert_rows = targets.flatMap(({ insertion }) => insertion ?? [])
  const filled = task.blocks.map(({ block, number, rows }, at) => {
    const target = targets[at] ?? { free: [], insertion: null }
    const others = insert_rows.filter((insertion) => insertion !== target.insertion)
    const shift = shiftedRow(block.first_row, others) - block.first_row
    const places = placesOf(target).map(({ row, like }) => ({ row: row + shift, like }))
    const { values, notes, words } = task
    return fillBlock({ grid, block, number, rows, facts: values, places, notes, words })
  })
  return {
    sheet: task.sheet,
    edits: {
      sheet: task.sheet.name,
      insert_rows,
      cells: [...filled.flatMap(({ cells }) => cells), ...fillFacts(task, grid, insert_rows)],
      rows: filled.flatMap(({ heights }) => heights),
      merges: {
        add: filled.flatMap(({ merges: added }) => added),
        remove: parted.map((merge) => shiftedArea(merge, insert_rows)),
      },
    },
  }
}

/** Groups that the blank form has merged downwards: they are laid anew by what fills them. */
function groupMerges({ merges }: FormSheet, { first_row, last_row, columns }: FormBlock): FormArea[] {
  const ours = new Set(columns.flatMap(({ column, field }) => (field === '' ? [] : column)))
  return merges.filter(
    (merge) =>
      merge.first_column === merge.last_column &&
      merge.last_row > merge.first_row &&
      merge.first_row >= first_row &&
      merge.last_row <= last_row &&
      ours.has(merge.first_column),
  )
}

function roomFor(task: SheetTask, grid: FormGrid, { block, rows }: BlockRows): TargetRows {
  const { sheet, notes } = task
  const target = targetRows(grid, block, rows.length)
  const isShared = task.blocks.some(
    ({ block: other }) =>
      other !== block && other.first_row <= block.last_row && block.first_row <= other.last_row,
  )
  if (target.insertion === null || (sheet.may_insert_rows && !isShared)) return target
  const message = isShared
    ? `第 ${block.first_row} 行起并排有两张表，加行会拆散另一张：这里只有 ${target.free.length} 行，要填 ${rows.length} 行。请缩小范围，或向上级要一张行数够的表。`
    : `工作表“${sheet.name}”受保护，不能加行：表里只有 ${target.free.length} 行，要填 ${rows.length} 行。请先在原表里撤销工作表保护，或向上级要一张行数够的表。`
  notes.add({ level: 'stop', sheet: sheet.name, row: block.last_row, column: 1, message })
  return { ...target, insertion: null }
}

function fillFacts(task: SheetTask, grid: FormGrid, insertions: readonly RowInsertion[]): CellEdit[] {
  const cells = new Map<string, FormFactUse[]>()
  for (const fact of task.facts) {
    const key = `${fact.row}:${fact.column}`
    cells.set(key, [...(cells.get(key) ?? []), fact])
  }
  return [...cells.values()].flatMap((facts) => {
    const [first] = facts
    return first === undefined ? [] : fillFactCell(task, grid, insertions, first, facts)
  })
}

function fillFactCell(
  { sheet, values, notes }: SheetTask,
  grid: FormGrid,
  insertions: readonly RowInsertion[],
  { row, column }: FormFactUse,
  facts: readonly FormFactUse[],
): CellEdit[] {
  const at = shiftedRow(row, insertions)
  const why = grid.hasFormula(row, column)
    ? 'formula'
    : grid.isCovered(row, column)
      ? 'covered'
      : grid.isClosed(row, column)
        ? 'closed'
        : null
  if (why !== null) {
    notes.note(why, sheet.name, at, column)
    return []
  }
  const whole = facts.find(({ slot }) => slot === '')
  for (const { fact } of facts) {
    if (fact === null || String(values[fact] ?? '') !== '') continue
    const message = `台账里还没有“${form_facts[fact]}”，这一处空着。可在“设置”里补上，或改填固定文字。`
    notes.add({ level: 'look', sheet: sheet.name, row: at, column, message })
  }
  if (whole === undefined) {
    const said = facts.map((fact) => [fact.slot, slotWord(fact, values)] as const)
    const slots = new Map(said.filter(([, word]) => word !== ''))
    if (slots.size === 0) return []
    return [{ row: at, column, value: { text: fillSlots(grid.text(row, column), slots) } }]
  }
  const given = whole.fact === null ? whole.text : values[whole.fact]
  const options = optionsAt(sheet, row, column)
  const text = String(given ?? '')
  if (options !== null && text !== '' && wordFor(text, {}, options) === null) {
    const message = `“${text}”不在这一格的下拉选项里（${options.slice(0, 5).join('、')}）。`
    notes.add({ level: 'look', sheet: sheet.name, row: at, column, message })
  }
  // What stands there is better than nothing.
  if (text === '') return []
  const is_date = whole.fact !== null && date_facts.includes(whole.fact)
  const kind = grid.look(row, column).kind
  return [{ row: at, column, value: cellValue(given, { is_date, date_as: whole.date_as, kind }) }]
}

/** What goes into a place inside a text: `第 周` wants the number, `年 月` the year and the month. */
function slotWord({ slot, fact, text, date_as }: FormFactUse, values: Facts): string {
  if (fact === null) return text
  if (slot === '#month') return `${values.year}年${values.month}月`
  const value = values[fact]
  if (isDay(fact, value)) return dayText(value, date_as === 'own' || date_as === 'real' ? 'long' : date_as)
  return String(value ?? '')
}

function isDay(fact: FormFactName, value: TableValue): value is string {
  return date_facts.includes(fact) && typeof value === 'string'
}

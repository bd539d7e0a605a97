import { longDate } from '../../src-shared/dates.ts'
import { factOf, form_facts } from '../../src-shared/form-fields.ts'
import type { FormPicture } from '../../src-shared/form-picture.ts'
import type { FormBlock, FormMapping, FormPeriod, FormPreview } from '../../src-shared/forms.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Db } from '../database/tables.ts'
import type { WorkbookEdits } from '../excel/patch-edits.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { WordQuestions } from './drop-downs.ts'
import { readFacts } from './facts.ts'
import { FillNotes } from './fill-notes.ts'
import { type BlockRows, fillSheet } from './fill-sheet.ts'
import { filledPicture } from './filled-picture.ts'
import { periodOf } from './form-period.ts'
import type { SourceRow } from './form-source.ts'
import { most_rows } from './source-archive.ts'
import { sources } from './sources.ts'

export interface FillQuestion {
  db: Db
  today: string
  on: string
  picture: FormPicture
  mapping: FormMapping
}

export interface FillPlan {
  edits: WorkbookEdits
  preview: Omit<FormPreview, 'file_name'>
}

/** What would be written where, and all there is to say about it. */
export async function planFilling(question: FillQuestion): Promise<FillPlan> {
  const { db, today, on, picture, mapping } = question
  const blocks = await readBlocks(question)
  const named = periodNamed(mapping)
  const period = named ?? 'week'
  const values = await readFacts({ db, today, on, period, row_count: blocks[0]?.rows.length ?? 0 })
  const notes = new FillNotes()
  const words = new WordQuestions()
  const plans = picture.sheets.map((sheet) =>
    fillSheet({
      sheet,
      looks: picture.looks,
      blocks: blocks.filter(({ block }) => block.sheet === sheet.name),
      facts: mapping.facts.filter((fact) => fact.sheet === sheet.name),
      values,
      notes,
      words,
    }),
  )
  for (const { block, rows } of blocks) if (rows.length === 0) noteEmpty(notes, block)
  const sheets = plans.map(({ edits }) => edits).filter(({ cells }) => cells.length > 0)
  const inserted = sheets.flatMap(({ insert_rows }) => insert_rows).reduce((sum, { count }) => sum + count, 0)
  const has_formulas = picture.sheets.some((sheet) =>
    sheet.rows.some(({ cells }) => cells.some((cell) => cell.has_formula)),
  )
  return {
    edits: { sheets, recalculates: has_formulas },
    preview: {
      sheets: plans.map(filledPicture),
      rows: blocks.reduce((sum, { rows }) => sum + rows.length, 0),
      inserted,
      facts: mapping.facts.length,
      issues: notes.list(),
      words: words.list(),
      period: named === null ? longDate(today) : periodOf(named, on, await holidayTable(db)).title,
    },
  }
}

/** What period the form speaks of; null for one that shows how things are. */
export function periodNamed({ blocks, facts }: FormMapping): FormPeriod | null {
  const own = blocks.find((block) => block.period !== 'all')?.period
  if (own !== undefined) return own
  const has = (...names: readonly string[]) => facts.some(({ fact }) => fact !== null && names.includes(fact))
  if (has('week', 'week_title')) return 'week'
  if (has('month')) return 'month'
  return has('year') ? 'year' : null
}

async function readBlocks({ db, today, on, mapping }: FillQuestion): Promise<BlockRows[]> {
  const read: BlockRows[] = []
  for (const [number, block] of mapping.blocks.entries()) {
    checkFields(block)
    const { period, group_id, category_id, state } = block
    const rows = await sources[block.source].read({ db, today, on, period, group_id, category_id, state })
    if (rows.length > most_rows) throw tooMany(rows.length)
    read.push({ block, number, rows: sorted(rows, block) })
  }
  return read
}

/** The page offers only what there is; anything else is a bug. */
function checkFields({ source, columns }: FormBlock): void {
  for (const { field } of columns) {
    const isKnown =
      ['', 'serial', 'text'].includes(field) ||
      (factOf(field) !== null && Object.hasOwn(form_facts, factOf(field) ?? '')) ||
      Object.hasOwn(sources[source].fields, field)
    if (!isKnown) throw new Error(`no field ${field} of ${source}`)
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function sorted(rows: readonly SourceRow[], { sort }: FormBlock): readonly SourceRow[] {
  if (sort === null) return rows
  const { field, is_down } = sort
  const text = (row: SourceRow) => String(row[field] ?? '')
  return rows.toSorted((one, other) => {
    // What has no value comes last, whichever way.
    if (text(one) === '' || text(other) === '') return Number(text(one) === '') - Number(text(other) === '')
    return collator.compare(text(one), text(other)) * (is_down ? -1 : 1)
  })
}

function noteEmpty(notes: FillNotes, { sheet, first_row }: FormBlock): void {
  const message = '按现在的来源和范围，没有可填的行：这张表会是空的。'
  notes.add({ level: 'look', sheet, row: first_row, column: 1, message })
}

function tooMany(count: number): UserProblem {
  return new UserProblem({
    code: 'form_too_many_rows',
    message: `要填的内容有 ${count} 行，超过了一张表最多填的 ${most_rows} 行。`,
    next: '请缩小范围（组别、类别、时间），分几张表来填。',
  })
}

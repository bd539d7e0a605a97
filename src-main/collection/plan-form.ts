// One returned form of ours: its rows paired with those that were sent, and what becomes of each.
import type { FormPart, MergeFile, MergeRow } from '../../src-shared/collection.ts'
import type { ImportChoices } from '../../src-shared/imports.ts'
import type { Db } from '../database/tables.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import { readContext } from '../imports/import-context.ts'
import type { Pace } from '../imports/pace.ts'
import type { Sounds } from '../imports/pinyin-sounds.ts'
import type { WeekBook, WeekRecord } from '../weekly/week-book.ts'
import { matchRows, type RowToMatch } from './match-rows.ts'
import { planInserted } from './plan-inserted.ts'
import { planGone, planPair, type RowWrite } from './plan-rows.ts'
import { canonical, isEmptied, type ReadRow, readCells } from './read-cells.ts'
import type { NowMatter } from './read-now.ts'
import { type ReturnedRow, readReturnedForm } from './returned-form.ts'
import type { SentRow } from './sent-rows.ts'

export interface FormGround {
  db: Db
  today: string
  week_monday: string
  category_id: number | null
  book: WeekBook
  now: ReadonlyMap<number, NowMatter>
  sounds: Sounds
  pace: Pace
}

export interface FormPlan {
  file: Pick<MergeFile, 'words' | 'read_rows' | 'same_rows' | 'rows'>
  writes: RowWrite[]
  drafts: { row_id: string; draft: WeekRecord }[]
}

export interface FormToPlan {
  id: string
  file_name: string
  workbook: ReadWorkbook
  code: string
  group_id: number | null
  sent: readonly SentRow[]
}

interface Row extends RowToMatch {
  returned: ReturnedRow
  read: ReadRow
}

export async function planForm(form: FormToPlan, ground: FormGround): Promise<FormPlan> {
  const { db, pace } = ground
  const parts = new Map(form.sent.map(({ place, part }) => [place, part]))
  const partOf = (place: number) => parts.get(place)
  const { tables, warnings } = await readReturnedForm(db, form.file_name, form.workbook, {
    code: form.code,
    partOf,
    pace,
  })
  const words = [...warnings]
  const choices: ImportChoices = {
    ...{ sheet: null, taken: [], mapping: null },
    week_monday: ground.week_monday,
    group_id: form.group_id,
    category_id: ground.category_id,
  }
  const context = await readContext(db, ground.today, {
    choices,
    texts: [],
    tables: [],
    is_weekly: true,
    sounds: ground.sounds,
    warn: (sentence) => void (words.includes(sentence) || words.push(sentence)),
  })
  ground.book.seen.clear()
  const plan: FormPlan = { file: { words, read_rows: 0, same_rows: 0, rows: [] }, writes: [], drafts: [] }
  for (const part of ['this', 'next'] as const) {
    const returned = tables.filter((table) => table.part === part).flatMap(({ rows }) => rows)
    const sent = form.sent.filter((row) => row.part === part)
    if (sent.length > 0 && !tables.some((table) => table.part === part)) {
      words.push(
        `没有找到“${part === 'this' ? '本周履职情况' : '下周工作打算'}”的表格，这一部分按没有交回理解。`,
      )
      continue
    }
    const read = { people: context.people, group_id: form.group_id, near: ground.week_monday }
    const rows = returned.map((row): Row => {
      const cells = readCells(row, read)
      return {
        returned: row,
        read: cells,
        place: row.place,
        number: row.row.code('number').toUpperCase(),
        cells: cells.cells,
      }
    })
    await planPart(form.id, part, sent, rows, { ...ground, context, plan })
  }
  plan.file.rows = [...plan.file.rows].sort(byUrgency)
  return plan
}

async function planPart(
  file_id: string,
  part: FormPart,
  sent: readonly SentRow[],
  rows: readonly Row[],
  {
    book,
    context,
    now,
    plan,
    pace,
  }: FormGround & { context: Awaited<ReturnType<typeof readContext>>; plan: FormPlan },
): Promise<void> {
  const { file, writes, drafts } = plan
  const plain = sent.map((row) => ({ ...row, cells: plainCells(row) }))
  const speaking = rows.filter((row) => !isEmptied(row.read))
  const matched = matchRows(plain, speaking)
  file.read_rows += speaking.length
  for (const [one, row] of matched.pairs) {
    if (pace.isDue()) await pace.rest(`正在核对 ${one.number}`)
    const write = planPair(`${file_id}.${one.place}`, one, row.returned, row.read, now.get(one.matter_id))
    if (write === null) file.same_rows += 1
    else keep(write)
  }
  const claimed = new Map([...matched.pairs.keys()].map(({ matter_id, number }) => [matter_id, number]))
  for (const { returned } of matched.inserted) {
    if (pace.isDue()) await pace.rest('正在核对新增的行')
    const id = `${file_id}.${part}.${returned.sheet}.${returned.row.address}`
    const { row, draft } = planInserted(id, returned, claimed, { book, context })
    file.rows.push(row)
    if (draft) drafts.push({ row_id: id, draft })
  }
  for (const one of matched.gone) {
    const write = planGone(`${file_id}.${one.place}`, one, now.get(one.matter_id))
    if (write) keep(write)
  }

  function keep(write: RowWrite): void {
    file.rows.push(write.row)
    writes.push(write)
  }
}

function plainCells({ cells }: SentRow): SentRow['cells'] {
  const fields = Object.keys(cells) as (keyof SentRow['cells'])[]
  return Object.fromEntries(fields.map((field) => [field, canonical(field, cells[field] ?? '')]))
}

/** What has to be decided stands first. */
function byUrgency(one: MergeRow, other: MergeRow): number {
  return rank(one) - rank(other)
}

function rank({ kind, cells }: MergeRow): number {
  if (cells.some(({ verdict }) => verdict === 'clash' || verdict === 'asked')) return 0
  return { gone: 1, wrong: 2, new: 3, changed: 4, skipped: 5 }[kind]
}

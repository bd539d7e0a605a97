// A weekly report in a form of its own: what the weekly import makes of it, row by row.
import type { MergeFile, MergeRow } from '../../src-shared/collection.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import type { ImportChoices, PlannedRow } from '../../src-shared/imports.ts'
import type { Db } from '../database/tables.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import { imports } from '../imports/imports.ts'
import type { Pace } from '../imports/pace.ts'
import type { Plan } from '../imports/plan-import.ts'
import { weekWords } from './week-words.ts'

export interface FreeQuestion {
  db: Db
  today: string
  week_monday: string
  group_id: number | null
  category_id: number | null
  is_this_week: boolean
  /** Numbers of matters, and title with person of new ones, that other files of the batch speak of. */
  touched: Set<string>
  pace: Pace
}

export interface FreePlan {
  file: Pick<MergeFile, 'state' | 'words' | 'read_rows' | 'same_rows' | 'rows'>
  plan: Plan | null
  /** Addresses of rows that other files of the batch speak of too. */
  left_out: Set<string>
}

export async function planFree(
  file: { id: string; file_name: string; workbook: ReadWorkbook },
  question: FreeQuestion,
): Promise<FreePlan> {
  const { db, today, week_monday, group_id, category_id, is_this_week, pace } = question
  const choices: ImportChoices = {
    ...{ sheet: null, taken: [], mapping: null, group_id, category_id },
    week_monday: is_this_week ? week_monday : null,
  }
  const plan = await imports.weekly(db, today, { ...file, choices }, pace)
  const { preview, doubts } = plan
  const { read, skipped } = preview.totals
  if (doubts.length > 0) return notUnderstood(read, doubts)
  const found = preview.choices.week_monday ?? week_monday
  if (found !== week_monday) return ofOtherWeek(found, read)
  if (read === skipped) return notUnderstood(read, [nothingToRead(preview.rows)])
  const left_out = new Set<string>()
  const rows = preview.rows.flatMap(
    (row) => freeRow(file.id, preview.sheet, row, question.touched, left_out) ?? [],
  )
  return {
    file: {
      state: 'free',
      words: preview.warnings,
      read_rows: preview.totals.read,
      same_rows: preview.totals.same,
      rows,
    },
    plan,
    left_out,
  }
}

const nothing = { read_rows: 0, same_rows: 0, rows: [] }

function notUnderstood(read_rows: number, doubts: readonly string[]): FreePlan {
  const words = [...doubts, '请到“导入”里打开这份文件，指明各列是什么。']
  return { file: { ...nothing, read_rows, state: 'unclear', words }, plan: null, left_out: new Set() }
}

/** Every row was skipped: most for this reason. */
function nothingToRead(rows: readonly PlannedRow[]): string {
  if (rows.length === 0) return '没有找到周报的表格。'
  const reasons = [...groupRows(rows, ({ reason }) => reason)].sort(
    (one, other) => other[1].length - one[1].length,
  )
  return `表里的 ${rows.length} 行都没有读入，多数是因为：${reasons[0]?.[0] ?? ''}。`
}

function ofOtherWeek(found: string, read_rows: number): FreePlan {
  const words = [`像是${weekWords(found)}的周报，没有并入。确实是这一周的，请点“按本周读入”。`]
  return { file: { ...nothing, read_rows, state: 'other_week', words }, plan: null, left_out: new Set() }
}

function freeRow(
  file_id: string,
  sheet: string,
  { address, verdict, values, changes, reason, issues }: PlannedRow,
  touched: Set<string>,
  left_out: Set<string>,
): MergeRow | null {
  if (verdict === 'same') return null
  const said = (label: string) => values.find((value) => value.label === label)?.value ?? ''
  const number = said('事项编号')
  const [title, person, week] = [said('工作事项'), said('责任人'), said('列入')]
  const row: MergeRow = {
    id: `${file_id}.${address}`,
    part: 'this',
    kind: verdict,
    address: `${sheet}!${address}`,
    ...{ number, title, person },
    cells: [],
    said:
      verdict === 'changed'
        ? changes.map(({ label, old, new: value }) => ({ label, value, old }))
        : values.map((value) => ({ ...value, old: '' })),
    issues,
    why: reason,
    decision: null,
  }
  if (verdict !== 'new' && verdict !== 'changed') return row
  const key = number === '' ? `${week}|${title}|${person}` : number
  if (!touched.has(key)) return row
  left_out.add(address)
  const why = '同一批的另一份表也写到这件事，这一行没有并入。请合并后核对，再单独导入这份文件。'
  return { ...row, kind: 'skipped', why }
}

/** What later files of the batch must not write over. */
export function touches(rows: readonly MergeRow[]): string[] {
  return rows.flatMap(({ kind, number, title, person, said }) => {
    if (kind === 'skipped' || kind === 'wrong') return []
    if (number !== '') return [number]
    const week = said.find(({ label }) => label === '列入')?.value ?? ''
    return [`${week}|${title}|${person}`]
  })
}

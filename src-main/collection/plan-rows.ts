// The rows of one returned form against what was sent and what the book says now.
import {
  type FormField,
  form_field_words,
  type MergeCell,
  type MergeRow,
} from '../../src-shared/collection.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { RowIssue } from '../../src-shared/problem.ts'
import { MatterDraft, matter_state_words, WeekLine } from '../../src-shared/weekly.ts'
import { likeness, same_matter, verdictOf } from './merge-cells.ts'
import type { ReadRow } from './read-cells.ts'
import { canonical } from './read-cells.ts'
import { cellKey, type NowMatter, nowCell, setNowCell } from './read-now.ts'
import type { ReturnedRow } from './returned-form.ts'
import type { SentRow } from './sent-rows.ts'

/** What a row that came back would write. */
export interface RowWrite {
  matter_id: number
  week_monday: string
  row: MergeRow
}

/** Null when it says nothing new. Clean cells count from here on as what the book says. */
export function planPair(
  id: string,
  sent: SentRow,
  returned: ReturnedRow,
  read: ReadRow,
  now: NowMatter | undefined,
): RowWrite | null {
  const cells = (Object.keys(sent.cells) as FormField[]).flatMap((field) => {
    const value = read.cells[field]
    if (value === undefined) return []
    return planCell(`${id}.${field}`, field, value, { sent, returned, now, issues: read.issues }) ?? []
  })
  if (cells.length === 0 && read.issues.every(({ severity }) => severity !== 'wrong')) return null
  if (now) {
    for (const { verdict, field, returned: value } of cells) {
      if (verdict === 'taken') setNowCell(now, field, sent.week_monday, value)
    }
  }
  const row: MergeRow = {
    ...rowHead(id, sent),
    kind: kindOf(cells, read.issues),
    address: `${returned.sheet}!${returned.row.address}`,
    cells,
    said: [],
    issues: read.issues,
    why:
      cells.every(({ verdict }) => verdict === 'agreed') && cells.length > 0
        ? '台账或前面的表里已经是这样。'
        : '',
    decision: null,
  }
  return { matter_id: sent.matter_id, week_monday: sent.week_monday, row }
}

/** What changes nothing is skipped, but told. */
function kindOf(cells: readonly MergeCell[], issues: readonly RowIssue[]): MergeRow['kind'] {
  if (cells.some(({ verdict }) => verdict !== 'agreed' && verdict !== 'refused')) return 'changed'
  return issues.some(({ severity }) => severity === 'wrong') ? 'wrong' : 'skipped'
}

export function rowHead(
  id: string,
  { part, number, cells }: SentRow,
): Pick<MergeRow, 'id' | 'part' | 'number' | 'title' | 'person'> {
  return { id, part, number, title: cells.title ?? '', person: cells.person ?? '' }
}

interface CellGround {
  sent: SentRow
  returned: ReturnedRow
  now: NowMatter | undefined
  issues: RowIssue[]
}

function planCell(
  id: string,
  field: FormField,
  returned: string,
  { sent, returned: { row }, now, issues }: CellGround,
): MergeCell | null {
  const values = {
    sent: canonical(field, sent.cells[field] ?? ''),
    returned,
    now: now ? canonical(field, nowCell(now, field, sent.week_monday)) : '',
  }
  const verdict = verdictOf(values)
  if (verdict === 'kept') return null
  const address = addressIn(row, field)
  const cell = { id, field, address, ...values, decision: null, own: '' }
  if (now === undefined) return { ...cell, verdict: 'refused', why: '台账里已经没有这项事项。' }
  if (verdict === 'agreed') return { ...cell, verdict, why: '' }
  if (!isOpen(now)) {
    return { ...cell, verdict: 'refused', why: `这项事项${matter_state_words[now.state]}，不再改动。` }
  }
  const why = whyNot(field, returned)
  if (why !== null) {
    issues.push(row.issue(field, 'wrong', why, '请缩短后再填，或在台账里直接修改。'))
    return { ...cell, verdict: 'refused', why }
  }
  if (verdict === 'clash') {
    const is_of_batch = now.set_before.has(cellKey(field, sent.week_monday))
    const why = is_of_batch ? '同一批里前面的一份表也改了这一格。' : '发出以后，台账里这一格也改过。'
    return { ...cell, verdict, why }
  }
  return { ...cell, ...whetherToAsk(field, values, now) }
}

/** A clean cell that is asked about all the same: a date once given, a title that means something else, nobody. */
function whetherToAsk(
  field: FormField,
  { sent, returned }: { sent: string; returned: string },
  now: NowMatter,
): Pick<MergeCell, 'verdict' | 'why'> {
  if (field === 'due' && now.is_dated)
    return { verdict: 'asked', why: '改动已定的时限：采用即登记为一次延期。' }
  if (field === 'title' && likeness(sent, returned) < same_matter) {
    return { verdict: 'asked', why: '这一行换成了另一件事：采用即把原事项改名。' }
  }
  return { verdict: 'taken', why: '' }
}

const schemas = { ...MatterDraft.shape, ...WeekLine.shape }
const schema_of: Partial<Record<FormField, keyof typeof schemas>> = {
  due: 'due_text',
  reason: 'unfinished_reason',
}

/** What the field's own schema says against it. */
export function whyNot(field: FormField, value: string): string | null {
  if (field === 'person' || field === 'state') return null
  const name = schema_of[field] ?? (field as keyof typeof schemas)
  const checked = schemas[name].safeParse(value)
  if (checked.success) return null
  return `${form_field_words[field]}：${checked.error.issues[0]?.message ?? '不能这样填。'}`
}

function addressIn(row: ReturnedRow['row'], field: FormField): string {
  return row.issue(field, 'warning', '').address
}

/** A row that did not come back: only the clerk can say what that means. */
export function planGone(id: string, sent: SentRow, now: NowMatter | undefined): RowWrite | null {
  if (now === undefined) return null
  const still_there = isOpen(now) && now.lines.has(sent.week_monday)
  const row: MergeRow = {
    ...rowHead(id, sent),
    kind: still_there ? 'gone' : 'skipped',
    address: '',
    cells: [],
    said: [],
    issues: [],
    why: still_there
      ? sent.part === 'this'
        ? '来件里没有这一行：保留在台账里，或者撤销这项事项。'
        : '来件里没有这一行：保留在下周计划里，或者移出计划。'
      : '来件里没有这一行，台账里也已经办结或移走，不用处理。',
    decision: null,
  }
  return { matter_id: sent.matter_id, week_monday: sent.week_monday, row }
}

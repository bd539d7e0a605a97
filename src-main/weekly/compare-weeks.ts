import type {
  ComparedWeeks,
  DifferenceKind,
  WeekComparison,
  WeekDifference,
  WeekSide,
} from '../../src-shared/closing.ts'
import { longDate, monthDay } from '../../src-shared/dates.ts'
import { dueText, isOpen, lightText, planText, stateText } from '../../src-shared/matter-words.ts'
import { matter_state_words, type WeekRow } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { weekSheet } from './week-sheet.ts'
import { readSnapshot } from './week-snapshot.ts'

/** 两周对照: what was added, done, slipped, changed or is no longer there from one side to the other. */
export async function compareWeeks(
  db: Db,
  today: string,
  { before, after }: WeekComparison,
): Promise<ComparedWeeks> {
  const earlier = await readSide(db, today, before)
  const later = await readSide(db, today, after)
  const differences = differencesOf(earlier.rows, later.rows)
  const told = new Set(differences.map(({ matter_id }) => matter_id))
  const there = new Set(earlier.rows.map(({ matter_id }) => matter_id))
  return {
    before: { title: earlier.title, as_of: earlier.as_of },
    after: { title: later.title, as_of: later.as_of },
    differences,
    same: later.rows.filter(({ matter_id }) => there.has(matter_id) && !told.has(matter_id)).length,
  }
}

async function readSide(db: Db, today: string, side: WeekSide) {
  if ('lock_id' in side) {
    const { lock, sheet } = await readSnapshot(db, side.lock_id)
    const as_of = `${monthDay(lock.locked_on)}${lock.locked_at && ` ${lock.locked_at}`}关账时`
    return { title: lock.title, as_of, rows: sheet.rows }
  }
  const { head, rows } = await weekSheet(db, today, { week_monday: side.week_monday, group_id: null })
  return { title: head.title, as_of: `现在（${longDate(today)}）`, rows }
}

const order: readonly DifferenceKind[] = ['added', 'done', 'slipped', 'changed', 'gone']

/**
 * Each matter of the two lists once, in the order of the kinds; not at all when it says the same on both, or when it was
 * closed on the side before and is rightly not carried on.
 */
export function differencesOf(before: readonly WeekRow[], after: readonly WeekRow[]): WeekDifference[] {
  const earlier = new Map(before.map((row) => [row.matter_id, row]))
  const later = new Set(after.map(({ matter_id }) => matter_id))
  const found = [
    ...after.flatMap((row) => differenceOf(earlier.get(row.matter_id), row)),
    ...before
      .filter((row) => isOpen(row) && !later.has(row.matter_id))
      .map((row) => difference('gone', row, [])),
  ]
  return order.flatMap((kind) => found.filter((one) => one.kind === kind))
}

function differenceOf(before: WeekRow | undefined, after: WeekRow): WeekDifference[] {
  if (before === undefined) return [difference('added', after, newFacts(after))]
  const fields = compared.flatMap(([label, say]) => {
    const one = say(before)
    const other = say(after)
    return one === other ? [] : [{ label, before: one, after: other }]
  })
  const kind = kindOf(before, after)
  return kind === 'changed' && fields.length === 0 ? [] : [difference(kind, after, fields)]
}

function newFacts(row: WeekRow): WeekDifference['fields'] {
  const facts = [
    { label: '来由', before: '', after: planText(row) },
    { label: '时限', before: '', after: dueText(row) },
    { label: '进度', before: '', after: stateText(row) },
  ]
  return facts.filter(({ after }) => after !== '')
}

function kindOf(before: WeekRow, after: WeekRow): DifferenceKind {
  if (isOpen(before) && !isOpen(after)) return after.state === 'withdrawn' ? 'gone' : 'done'
  if (!isOpen(after)) return 'changed'
  const is_moved = (after.due_on ?? '') > (before.due_on ?? '') && before.due_on !== null
  const is_newly_late = after.light === 'red' && before.light !== 'red'
  return is_moved || is_newly_late ? 'slipped' : 'changed'
}

const compared: readonly (readonly [label: string, say: (row: WeekRow) => string])[] = [
  ['工作事项', (row) => row.title],
  ['具体内容', (row) => row.detail],
  ['组别', (row) => row.group_name],
  ['类别', (row) => row.category_name],
  ['责任人', (row) => row.staff_name],
  ['协办人', (row) => row.helpers],
  ['责任领导', (row) => row.leader],
  ['来源', (row) => row.source],
  ['时限', dueText],
  ['完成情况', (row) => row.progress],
  ['进度', stateText],
  ['状态', (row) => matter_state_words[row.state]],
  ['亮灯', lightText],
  ['计划内外', planText],
  ['未完成原因', (row) => row.unfinished_reason],
  ['佐证材料', (row) => row.evidence],
  ['备注', (row) => row.remark],
]

function difference(kind: DifferenceKind, row: WeekRow, fields: WeekDifference['fields']): WeekDifference {
  const { matter_id, number, title, group_name, staff_name } = row
  return { kind, matter_id, number, title, group_name, staff_name, fields }
}

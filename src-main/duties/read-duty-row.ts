import { type Duty, DutyDraft } from '../../src-shared/duties.ts'
import type { ImportContext, RowOutcome, Said, SheetRow } from '../imports/import-sheet.ts'
import { isDutyNumber } from '../numbers/take-number.ts'
import type { DutyField } from './duty-sheet.ts'
import { readDutyText, saidOfText } from './read-duty-text.ts'
import { b_fields, type HoldersOfRow, readHolders } from './read-holders.ts'

export type DutyRow = SheetRow<DutyField>

export interface DutyRecord {
  id: number | null
  /** Of a new duty the number that it brings along; null when it gets one. */
  number: string | null
  draft: DutyDraft
  new_group: string | null
}

export interface DutyBook {
  by_number: ReadonlyMap<string, Duty>
  by_content: ReadonlyMap<string, Duty>
  /** Numbers that were ever given, gaps included. */
  taken: ReadonlySet<string>
  /** Number or content of a duty and the row of this sheet that named it. */
  seen: Map<string, { row: number; said: string }>
}

type Outcome = RowOutcome<DutyRecord>

/** Blanks, line breaks and full or half width make no difference. */
export function contentKey(group_name: string, content: string): string {
  return `${group_name}|${content.normalize('NFKC').replace(/\s+/g, '')}`
}

export function readDutyRow(row: DutyRow, book: DutyBook, context: ImportContext): Outcome {
  const outcome: Outcome = { said: [], issues: [], skip: null, is_new: false, draft: null, new_group: null }
  const content = row.text('content')
  if (content === '') return withoutContent(row, outcome)
  const numbered = book.by_number.get(numberIn(row))
  const group = readGroup(row, numbered, context, outcome)
  const old = numbered ?? book.by_content.get(contentKey(group.name, content)) ?? null
  const number = numberToKeep(row, old, book, outcome)
  const category = readCategory(row, old, context, outcome)
  const holders = readHolders(row, old, group.id, context, outcome)
  const draft = {
    group_id: group.id ?? 0,
    category_id: category.id,
    content,
    ...readDutyText(row, old, outcome),
    remark: mergeRemark(row.text('remark'), holders.remarks, old?.remark ?? ''),
    a_staff_id: holders.a?.staff_id ?? null,
    b_staff_ids: holders.bs.map(({ staff_id }) => staff_id),
  }
  checkFields(row, draft, group.new_name !== null, outcome)
  outcome.is_new = old === null
  outcome.said = saidOf(draft, { number, group: group.name, category: category.name, holders }, old)
  outcome.new_group = group.new_name
  outcome.new_group_code = number?.split('-')[0] ?? null
  outcome.draft = { id: old?.id ?? null, number, draft, new_group: group.new_name }
  if (old?.voided_on) outcome.skip = `职责 ${old.number} 已作废`
  refuseTwice(row, old, contentKey(group.name, content), book, outcome)
  return outcome
}

function withoutContent(row: DutyRow, outcome: Outcome): Outcome {
  if (!row.has('a_holder') && !row.has('number')) {
    const others: DutyField[] = [
      'basis',
      'standard',
      'frequency',
      'due_rule',
      ...b_fields,
      'output',
      'remark',
    ]
    if (!others.some((field) => row.has(field))) return { ...outcome, skip: '没有职责内容' }
    const why = '没有职责内容，这一行没有读入。'
    const issue = row.issue('content', 'warning', why, '请补上职责内容，或删去这一行。')
    return { ...outcome, skip: '没有职责内容', issues: [issue] }
  }
  const issue = row.issue('content', 'wrong', '职责内容是空的。', '请补上职责内容，或删去这一行。')
  return { ...outcome, issues: [issue] }
}

/** A plain serial under 编号 is the form's own count. */
function numberIn(row: DutyRow): string {
  const number = row.code('number').toUpperCase()
  return /\D/.test(number) ? number : ''
}

/** A list that was exported here, or kept by hand in the same way, comes in with the numbers it has. */
function numberToKeep(row: DutyRow, old: Duty | null, book: DutyBook, outcome: Outcome): string | null {
  const number = numberIn(row)
  if (number === '' || old?.number === number) return null
  const is_free = isDutyNumber(number) && !book.taken.has(number)
  if (old === null && is_free) return number
  const why =
    old !== null
      ? `台账里没有编号“${number}”；按内容找到的是职责 ${old.number}。`
      : book.taken.has(number)
        ? `编号“${number}”已经用过，不再使用；按新职责登记并另编号。`
        : `编号“${number}”不是本台账的写法（如 ZZ-DJ-012）；按新职责登记并另编号。`
  outcome.issues.push(row.issue('number', 'warning', why))
  return null
}

interface GroupOfRow {
  /** Null for a group that is yet to be made, or when none is named. */
  id: number | null
  name: string
  new_name: string | null
}

function readGroup(
  row: DutyRow,
  old: Duty | undefined,
  context: ImportContext,
  outcome: Outcome,
): GroupOfRow {
  const named = row.text('group').replace(/\s+/g, '')
  if (named !== '') {
    const known = context.groups.find(named)
    if (known) return { ...known, new_name: null }
    const new_name = context.groups.newName(named)
    const alike = context.groups.findAlike(named)
    if (alike) {
      const why = `没有“${named}”这个组别，会新建一个。`
      outcome.issues.push(
        row.issue('group', 'warning', why, `是不是“${alike.name}”？`, { instead: alike.name }),
      )
    }
    return { id: null, name: new_name, new_name }
  }
  const headings = [row.section, ...row.caption.split('\n')]
  const heading = headings.map((line) => context.groups.find(line)).find((group) => group !== undefined)
  if (heading) return { ...heading, new_name: null }
  if (old) return { id: old.group_id, name: old.group_name, new_name: null }
  const chosen = context.groups.all.find(({ id }) => id === context.group_id)
  if (chosen) return { ...chosen, new_name: null }
  outcome.issues.push(row.issue('group', 'wrong', '没有写组别。', '请选择默认组别，或在表中补上组别。'))
  context.warn('表里有职责没有写组别：请选择默认组别，这些行才能导入。')
  return { id: null, name: '', new_name: null }
}

function readCategory(
  row: DutyRow,
  old: Duty | null,
  context: ImportContext,
  outcome: Outcome,
): { id: number; name: string } {
  const named = row.text('category')
  const found = named === '' ? undefined : context.categories.findAlike(named)
  if (found) return found
  const chosen = context.categories.all.find(({ id }) => id === context.category_id)
  const known = named === '' && old ? { id: old.category_id, name: old.category_name } : chosen
  const names = context.categories.all.map(({ name }) => name).join('、')
  const closest = named === '' ? undefined : context.categories.closest(named)
  const hint = closest ? `是不是“${closest.name}”？` : ''
  const offer = closest && { instead: closest.name }
  if (known) {
    if (named !== '') {
      const why = `没有“${named}”这个类别，按默认类别“${known.name}”登记。`
      outcome.issues.push(row.issue('category', 'warning', why, `${hint}现有的类别：${names}。`, offer))
    }
    return known
  }
  const why = named === '' ? '没有写类别。' : `没有“${named}”这个类别。`
  outcome.issues.push(
    row.issue(
      'category',
      'wrong',
      why,
      `${hint}请选择默认类别，或在表中写明类别。现有的类别：${names}。`,
      offer,
    ),
  )
  context.warn('表里有职责没有可用的类别：请选择默认类别，这些行才能导入。')
  return { id: 0, name: named }
}

/** What the sheet says is put behind a remark of the book only where it is not in it already. */
function mergeRemark(remark: string, notes: readonly string[], old: string): string {
  const parts = [remark, ...notes].filter(Boolean)
  const missing = parts.filter((part) => !old.includes(part))
  if (missing.length === 0) return old
  return (remark === '' ? [old, ...missing] : parts).filter(Boolean).join('；')
}

function checkFields(row: DutyRow, draft: DutyDraft, has_new_group: boolean, outcome: Outcome): void {
  const checked = DutyDraft.safeParse({ ...draft, group_id: has_new_group ? 1 : draft.group_id })
  if (checked.success) return
  for (const { path, message } of checked.error.issues) {
    const [field] = path
    // What is wrong with these two has been said in its own words.
    if (field === 'group_id' || field === 'category_id') continue
    if (field === 'b_staff_ids') outcome.issues.push(row.issue('b_holder', 'wrong', 'B岗最多 9 人。'))
    else outcome.issues.push(row.issue(field as DutyField, 'wrong', message))
  }
}

function saidOf(
  draft: DutyDraft,
  names: { number: string | null; group: string; category: string; holders: HoldersOfRow },
  old: Duty | null,
): Said[] {
  const bs = (holders: readonly { name: string }[]) => holders.map(({ name }) => name).join('、')
  const said: Said[] = [
    { label: '职责编号', value: old?.number ?? names.number ?? '', old: old?.number ?? '' },
    { label: '组别', value: names.group, old: old?.group_name ?? '' },
    { label: '类别', value: names.category, old: old?.category_name ?? '' },
    { label: '职责内容', value: draft.content, old: old?.content ?? '' },
    ...saidOfText(draft, old),
    { label: 'A岗', value: names.holders.a?.name ?? '', old: old?.a_holder?.name ?? '' },
    { label: 'B岗', value: bs(names.holders.bs), old: bs(old?.b_holders ?? []) },
    { label: '备注', value: draft.remark, old: old?.remark ?? '' },
  ]
  return said.filter(({ value, old: before }) => value !== '' || before !== '')
}

/** The same duty twice in one sheet: the first row counts. */
function refuseTwice(
  row: DutyRow,
  old: Duty | null,
  content: string,
  book: DutyBook,
  outcome: Outcome,
): void {
  const number = numberIn(row)
  const key = old?.number ?? (number || content)
  const said = JSON.stringify(outcome.said)
  const first = book.seen.get(key)
  if (first === undefined) {
    book.seen.set(key, { row: row.row, said })
  } else if (first.said === said) {
    outcome.skip ??= `与第 ${first.row} 行相同`
  } else {
    const is_numbered = number !== ''
    const what = is_numbered ? `职责编号“${number}”` : '同一组的同一项职责'
    const why = `${what}与第 ${first.row} 行重复，而内容不同。`
    outcome.issues.push(row.issue(is_numbered ? 'number' : 'content', 'wrong', why, '请核对后只留一行。'))
  }
}

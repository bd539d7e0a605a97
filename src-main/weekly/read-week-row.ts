import { isOpen } from '../../src-shared/matter-words.ts'
import { mondayOf, weekOf } from '../../src-shared/week.ts'
import { MatterDraft, matter_state_words, type NewMatter } from '../../src-shared/weekly.ts'
import type { ImportContext, RowOutcome, SheetRow } from '../imports/import-sheet.ts'
import { type PersonOfRow, readPerson } from './read-week-person.ts'
import { saidOfMatter } from './said-of-matter.ts'
import { planLine, type Title, wantedMatter } from './wanted-matter.ts'
import { type KnownMatter, remember, titleKey, type WeekBook, type WeekRecord } from './week-book.ts'
import type { WeekField } from './weekly-sheet.ts'

export type WeekRow = SheetRow<WeekField>
export type Outcome = RowOutcome<WeekRecord>

/** One row of a weekly report: what it makes of a matter, in this week or in the plan of the next. */
export function readWeekRow(row: WeekRow, book: WeekBook, context: ImportContext): Outcome {
  const outcome: Outcome = { said: [], issues: [], skip: null, is_new: false, draft: null, new_group: null }
  const skip = whySkipped(row, context)
  if (skip !== null) return { ...outcome, skip }
  if (!row.has('title') && !row.has('next_title')) return withoutTitle(row, outcome)
  const is_plan = isPlan(row, context)
  const title = readTitle(row, outcome)
  const numbered = findByNumber(row, book, outcome)
  const person = numbered && !row.has('person') ? personOf(numbered) : readPerson(row, context, outcome)
  const week_monday = is_plan ? book.plan_monday : book.week_monday
  const old = numbered ?? findByTitle(title.text, person, week_monday, book)
  const wanted = wantedMatter(row, { title, person, old }, { book, context, outcome, week_monday, is_plan })
  checkFields(row, wanted.matter, outcome)
  const facts = old && differs(old.facts, wanted.matter) ? wanted.matter : null
  outcome.is_new = old === null
  outcome.said = saidOfMatter(wanted, person.name, old, context)
  refuseClosed(old, outcome)
  refuseTwice(row, wanted, { old, person }, book, outcome)
  const is_wrong = outcome.issues.some(({ severity }) => severity === 'wrong')
  if (outcome.skip !== null || is_wrong) return outcome
  const matter = keep(wanted, person.name, old, book)
  const next = row.has('title') && row.has('next_title') ? planOf(row, wanted, person, book, outcome) : null
  return { ...outcome, draft: { matter, new_matter: wanted, facts, next } }
}

function withoutTitle(row: WeekRow, outcome: Outcome): Outcome {
  const says_something = (['person', 'progress', 'due', 'detail'] as const).some((field) => row.has(field))
  if (!says_something) {
    const others: WeekField[] = [
      'helpers',
      'leader',
      'rate',
      'state',
      'is_done',
      'reason',
      'evidence',
      'remark',
    ]
    if (!others.some((field) => row.has(field))) return { ...outcome, skip: '没有工作事项' }
    const why = '没有工作事项，这一行没有读入。'
    const issue = row.issue('title', 'warning', why, '请补上工作事项，或删去这一行。')
    return { ...outcome, skip: '没有工作事项', issues: [issue] }
  }
  const issue = row.issue('title', 'wrong', '工作事项是空的。', '请补上工作事项，或删去这一行。')
  return { ...outcome, issues: [issue] }
}

/** Why the row is of another week than the sheet's. */
function whySkipped(row: WeekRow, { week_monday }: ImportContext): string | null {
  const day = row.date('day', week_monday)
  if (day.state !== 'date' || mondayOf(day.on) === week_monday) return null
  return `日期 ${day.on} 不在第${weekOf(week_monday).week}周`
}

/** 下周工作打算 stands above it; without such words, a table that says nothing of progress under a title of plans. */
function isPlan(row: WeekRow, { head }: ImportContext): boolean {
  if (!row.has('title')) return true
  for (const line of [row.section, ...row.caption.split('\n')]) {
    const is_next = /下一?周|下阶段|下一?步|下月/.test(line)
    const is_this = /本周|上周|本月|本期|完成情况|履职情况/.test(line)
    if (is_next !== is_this) return is_next
  }
  const tells = ['progress', 'rate', 'state', 'is_done'] as const
  if (tells.some((field) => row.hasColumn(field))) return false
  return head.some((text) => /下周.{0,4}(?:计划|打算|安排)/.test(text) && !/本周|完成/.test(text))
}

/** A title of more than 300 characters is content: its beginning names it, all of it is kept. */
function readTitle(row: WeekRow, outcome: Outcome): Title {
  const field = row.has('title') ? 'title' : 'next_title'
  const text = row.text(field)
  if (text.length <= 300) return { text, detail: '' }
  outcome.issues.push(row.issue(field, 'warning', '事项超过 300 个字：开头作事项名称，全文放进“具体内容”。'))
  return { text: `${text.replace(/\s+/g, ' ').slice(0, 60)}…`, detail: text }
}

function findByNumber(row: WeekRow, book: WeekBook, outcome: Outcome): KnownMatter | null {
  const number = row.code('number').toUpperCase()
  // A plain serial under 编号 is the form's own count.
  if (!/\D/.test(number)) return null
  const known = book.by_number.get(number)
  if (known) return known
  const state = book.other_numbers.get(number)
  const why = state
    ? `事项 ${number} ${matter_state_words[state]}，不在这一周，不能再改。`
    : `台账里没有编号“${number}”的事项。`
  outcome.issues.push(row.issue('number', 'wrong', why, '请核对编号；是新的事项就把编号空着。'))
  return null
}

function personOf({ facts, staff_name }: KnownMatter): PersonOfRow {
  return { staff_id: facts.staff_id, name: staff_name, group_id: facts.group_id, helpers: [] }
}

/** A closed matter is meant only where it stands in that week; an open one goes on from any earlier week. */
function findByTitle(title: string, person: PersonOfRow, monday: string, book: WeekBook): KnownMatter | null {
  const alike = book.by_title.get(titleKey(title, person.staff_id)) ?? []
  return alike.find(({ lines }) => lines.has(monday)) ?? alike.find(isOpen) ?? null
}

const fields_of_row: Partial<Record<string, WeekField>> = {
  staff_id: 'person',
  due_on: 'due',
  due_text: 'due',
}

function checkFields(row: WeekRow, matter: MatterDraft, outcome: Outcome): void {
  const checked = MatterDraft.safeParse({
    ...matter,
    group_id: matter.group_id || 1,
    category_id: matter.category_id || 1,
  })
  if (checked.success) return
  for (const { path, message } of checked.error.issues) {
    const name = String(path[0])
    outcome.issues.push(row.issue(fields_of_row[name] ?? (name as WeekField), 'wrong', message))
  }
}

function differs(one: MatterDraft, other: MatterDraft): boolean {
  return Object.keys(other).some(
    (field) => one[field as keyof MatterDraft] !== other[field as keyof MatterDraft],
  )
}

/** What is signed off or archived stays as it is; a sheet that says the same of it is right. */
function refuseClosed(old: KnownMatter | null, outcome: Outcome): void {
  if (old === null || isOpen(old)) return
  if (outcome.said.every(({ value, old: before }) => value === before)) return
  outcome.skip = `${old.number} ${matter_state_words[old.state]}，表中内容与台账不同，不再改动`
}

/** The same matter twice in one part of the sheet: the first row counts. */
function refuseTwice(
  row: WeekRow,
  { week_monday, matter }: NewMatter,
  { old, person }: { old: KnownMatter | null; person: PersonOfRow },
  book: WeekBook,
  outcome: Outcome,
): void {
  const key = `${week_monday}|${old?.number || person.name + titleKey(matter.title, matter.staff_id)}`
  const said = outcome.said
    .map(({ label, value }) => (label === '事项编号' ? '' : `${label}=${value}`))
    .join('\n')
  const first = book.seen.get(key)
  if (first === undefined) {
    book.seen.set(key, { row: row.row, said })
  } else if (first.said === said) {
    outcome.skip ??= `与第 ${first.row} 行相同`
  } else {
    const why = `同一个人的同一事项与第 ${first.row} 行重复，而内容不同。`
    outcome.issues.push(row.issue('title', 'wrong', why, '请合并成一行，或把两个事项的名称写得不同。'))
  }
}

/** From here on the sheet's other rows find the matter as this row leaves it. */
function keep(wanted: NewMatter, staff_name: string, old: KnownMatter | null, book: WeekBook): KnownMatter {
  const { week_monday, is_planned, matter, line } = wanted
  const known: KnownMatter = old ?? {
    id: null,
    number: '',
    state: 'in_progress',
    facts: matter,
    evidence: '',
    original_due_on: matter.due_on,
    staff_name,
    lines: new Map(),
  }
  known.facts = matter
  known.evidence = line.evidence
  known.lines.set(week_monday, { ...line, is_planned })
  if (old === null) remember(book, known)
  return known
}

/** 下周计划 in a column of its own: a second matter of the same person, in next week's plan. */
function planOf(
  row: WeekRow,
  { matter }: NewMatter,
  person: PersonOfRow,
  book: WeekBook,
  outcome: Outcome,
): WeekRecord {
  const title = row.text('next_title').slice(0, 300)
  const week_monday = book.plan_monday
  const old = findByTitle(title, person, week_monday, book)
  outcome.said.push({ label: '下周工作', value: title, old: old?.lines.has(week_monday) ? title : '' })
  const fresh = { ...matter, title, detail: '', due_on: null, due_text: '', remark: '', source: '' }
  const wanted = {
    week_monday,
    is_planned: true,
    matter: old?.facts ?? fresh,
    line: planLine(old, week_monday),
  }
  return { matter: keep(wanted, person.name, old, book), new_matter: wanted, facts: null, next: null }
}

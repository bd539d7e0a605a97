import { evidenceWords } from '../../src-shared/matter-words.ts'
import type { MatterDraft, NewMatter, WeekLine } from '../../src-shared/weekly.ts'
import type { ImportContext } from '../imports/import-sheet.ts'
import { readDue } from './read-week-due.ts'
import { type PersonOfRow, readCategory, readGroup } from './read-week-person.ts'
import type { Outcome, WeekRow } from './read-week-row.ts'
import { readState } from './read-week-state.ts'
import { type KnownMatter, titleKey, type WeekBook } from './week-book.ts'

export interface Around {
  book: WeekBook
  context: ImportContext
  outcome: Outcome
  week_monday: string
  is_plan: boolean
}

/** `detail` is the whole text of a title that was too long. */
export interface Title {
  text: string
  detail: string
}

/** The matter and its line as the row wants them; what the row leaves empty stays as the book has it. */
export function wantedMatter(
  row: WeekRow,
  { title, person, old }: { title: Title; person: PersonOfRow; old: KnownMatter | null },
  around: Around,
): NewMatter {
  const { book, outcome, week_monday, is_plan } = around
  const facts = old?.facts
  const is_same_title = old && titleKey(old.facts.title, null) === titleKey(title.text, null)
  const group = readGroup(row, { person, old }, around)
  const category = readCategory(row, { person, old, group }, around)
  const helpers = [...row.names('helpers').map(({ name }) => name), ...person.helpers]
  const asks = row.text('asks')
  const remark = [ownRemark(row.text('remark')), asks && `需协调：${asks}`].filter(Boolean).join('；')
  const matter: MatterDraft = {
    title: is_same_title ? old.facts.title : title.text,
    detail: row.text('detail') || title.detail || (facts?.detail ?? ''),
    category_id: category.id,
    group_id: group.id,
    staff_id: person.staff_id ?? facts?.staff_id ?? null,
    duty_id: facts?.duty_id ?? null,
    helpers: [...new Set(helpers)].join('、') || (facts?.helpers ?? ''),
    leader: row.text('leader') || (facts?.leader ?? ''),
    source: row.text('source') || (facts?.source ?? ''),
    ...readDue(row, week_monday, old, outcome),
    remark: facts?.remark.includes(remark) ? facts.remark : remark,
  }
  const line = is_plan ? planLine(old, week_monday) : readLine(row, old, week_monday, outcome)
  return { week_monday, is_planned: isPlanned(row, is_plan, old, matter.group_id, book), matter, line }
}

/** Without what an exported report adds of its own: who did it in the person's place. */
function ownRemark(text: string): string {
  return text.replace(/(?:；\s*)?代A岗 \S+$/, '')
}

/** What was planned or carried is 计划内; something new only where the group had no plan for the week at all. */
function isPlanned(
  row: WeekRow,
  is_plan: boolean,
  old: KnownMatter | null,
  group_id: number,
  book: WeekBook,
): boolean {
  const said = row.text('planned')
  if (said !== '') return !/外|否/.test(said)
  return is_plan || old !== null || !book.planned_groups.has(group_id)
}

const nothing_said: WeekLine = {
  progress: '',
  week_state: 'not_started',
  unfinished_reason: '',
  evidence: '',
}

export function planLine(old: KnownMatter | null, monday: string): WeekLine {
  const { progress, week_state, unfinished_reason } = old?.lines.get(monday) ?? nothing_said
  return { progress, week_state, unfinished_reason, evidence: old?.evidence ?? '' }
}

function readLine(row: WeekRow, old: KnownMatter | null, monday: string, outcome: Outcome): WeekLine {
  const before = old?.lines.get(monday)
  const { state, progress, doubt } = readState(row)
  if (doubt) outcome.issues.push(row.issue('is_done', 'warning', doubt))
  return {
    progress: progress || (before?.progress ?? ''),
    week_state: state ?? before?.week_state ?? 'in_progress',
    unfinished_reason: row.text('reason') || (before?.unfinished_reason ?? ''),
    evidence: evidenceWords(row.text('evidence')) || (old?.evidence ?? ''),
  }
}

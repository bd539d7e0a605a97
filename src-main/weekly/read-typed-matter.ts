import { isOpen } from '../../src-shared/matter-words.ts'
import { weekOf } from '../../src-shared/week.ts'
import {
  MatterDraft,
  matter_state_words,
  WeekLine,
  type WeekRow,
  week_state_words,
} from '../../src-shared/weekly.ts'
import type { ImportContext } from '../imports/import-sheet.ts'
import type { TypedSheetRow } from '../imports/typed-row.ts'
import { readTypedDue } from './read-typed-due.ts'
import { type NamedDuty, readTypedDuty, readTypedPerson, readTypedPlace } from './read-typed-names.ts'
import { stateInWords } from './read-week-state.ts'
import { titleKey } from './week-book.ts'
import type { WeekField } from './weekly-sheet.ts'

/** 关联职责 is typed by its number or its words; no sheet that is handed in has it. */
export type TypedMatterRow = TypedSheetRow<WeekField | 'duty'>

export interface TypedMatterBook {
  week_monday: string
  is_plan: boolean
  /** Mondays of weeks that are closed (关账). */
  closed: ReadonlySet<string>
  /** What stands in the week, by matter. */
  by_id: ReadonlyMap<number, WeekRow>
  /** Titles of the week by person, with the number of each; a row of this block that is new has none. */
  by_title: Map<string, string>
  duties: readonly NamedDuty[]
  /** The only category of the duties somebody is A of. */
  category_of_person: ReadonlyMap<number, number>
}

export type TypedMatterContext = Pick<ImportContext, 'people' | 'groups' | 'categories'>

export interface TypedMatter {
  matter: MatterDraft
  line: WeekLine
  is_planned: boolean
}

/**
 * What a typed row makes of a matter. Cells that were not typed stay as the book has them, and a cell that was emptied is
 * empty. Group and category that were not typed follow from the duty or the person, as far as those are sure.
 * Answers null when something is wrong.
 */
export function readTypedMatter(
  row: TypedMatterRow,
  old: WeekRow | null,
  book: TypedMatterBook,
  context: TypedMatterContext,
): TypedMatter | null {
  const monday = old?.week_monday ?? book.week_monday
  if (book.closed.has(monday)) {
    const why = `第${weekOf(monday).week}周已经关账，不能修改。`
    row.say('title', 'wrong', why, '确实要改的，请先解锁这一周并写明原因。')
    return null
  }
  if (old !== null && !isOpen(old)) {
    row.say('title', 'wrong', `${old.number} ${matter_state_words[old.state]}，不能修改。`, wayOn(old))
    return null
  }
  const duty = readTypedDuty(row, old, book.duties)
  const person = readTypedPerson(row, old, duty, context)
  const group_id = readTypedPlace(row, 'group', { old, duty, person }, book, context)
  const category_id = readTypedPlace(row, 'category', { old, duty, person, group_id }, book, context)
  const matter = {
    ...readTexts(row, old),
    ...readTypedDue(row, book.week_monday, old),
    category_id: category_id ?? 0,
    group_id: group_id ?? 0,
    staff_id: person?.id ?? null,
    duty_id: duty?.id ?? null,
  }
  const line = book.is_plan ? planLine(old) : readTypedLine(row, old)
  checkFields(row, matter, line)
  if (old === null) warnOfTwin(row, matter, book)
  if (row.issues().some(({ severity }) => severity === 'wrong')) return null
  const is_planned = old?.is_planned ?? (book.is_plan || /内|是/.test(row.text('planned')))
  return { matter: MatterDraft.parse(matter), line: WeekLine.parse(line), is_planned }
}

function wayOn({ state }: WeekRow): string {
  if (state === 'signed_off') return '需要改动时，请先退回（F8）。'
  return state === 'withdrawn' ? '需要重新办理时，请写到新的一行。' : '已归档的事项只能查看。'
}

type MatterText = Pick<MatterDraft, 'title' | 'detail' | 'helpers' | 'leader' | 'source' | 'remark'>

function readTexts(row: TypedMatterRow, old: WeekRow | null): MatterText {
  const read = (field: keyof MatterText) => (row.hasColumn(field) ? row.text(field) : (old?.[field] ?? ''))
  return {
    title: read('title'),
    detail: read('detail'),
    helpers: read('helpers'),
    leader: read('leader'),
    source: read('source'),
    remark: read('remark'),
  }
}

/** Nothing is said yet of what is only planned. */
function planLine(old: WeekRow | null): WeekLine {
  const { progress = '', week_state = 'not_started', unfinished_reason = '', evidence = '' } = old ?? {}
  return { progress, week_state, unfinished_reason, evidence }
}

function readTypedLine(row: TypedMatterRow, old: WeekRow | null): WeekLine {
  const progress = row.hasColumn('progress') ? row.text('progress') : (old?.progress ?? '')
  const unfinished_reason = row.hasColumn('reason') ? row.text('reason') : (old?.unfinished_reason ?? '')
  const week_state = readTypedState(row, old)
  if (week_state === 'unfinished' && unfinished_reason === '') {
    row.say('reason', 'warning', '没有完成的，要写明未完成原因及下步措施。')
  }
  const evidence = row.hasColumn('evidence') ? row.text('evidence') : (old?.evidence ?? '')
  return { progress, week_state, unfinished_reason, evidence }
}

/** 已完成 typed as the progress says the state too, where no state was typed. */
function readTypedState(row: TypedMatterRow, old: WeekRow | null): WeekLine['week_state'] {
  const loose = row.has('progress') ? stateInWords(row.text('progress')) : null
  if (!row.has('state')) {
    return loose ?? (row.hasColumn('state') || old === null ? 'in_progress' : old.week_state)
  }
  const state = stateInWords(row.text('state'))
  if (state !== null) return state
  const words = Object.values(week_state_words).join('、')
  row.say('state', 'wrong', `不认识“${row.text('state')}”。`, `请写${words}中的一个。`)
  return 'in_progress'
}

const field_of: Readonly<Record<string, WeekField>> = {
  group_id: 'group',
  category_id: 'category',
  staff_id: 'person',
  due_on: 'due',
  due_text: 'due',
  unfinished_reason: 'reason',
}

function checkFields(row: TypedMatterRow, matter: unknown, line: unknown): void {
  const told = new Set<string>(row.issues().map(({ field }) => field))
  const found = [MatterDraft.safeParse(matter), WeekLine.safeParse(line)]
  for (const { path, message } of found.flatMap(({ error }) => error?.issues ?? [])) {
    const name = String(path[0])
    const field = field_of[name] ?? (name as WeekField)
    // What is wrong with a cell has then been said in its own words.
    if (!told.has(field)) row.say(field, 'wrong', message)
    told.add(field)
  }
}

/** One person may do a thing twice; but a block that is pasted twice shall not go unnoticed. */
function warnOfTwin(
  row: TypedMatterRow,
  { title, staff_id }: Pick<MatterDraft, 'title' | 'staff_id'>,
  { by_title }: TypedMatterBook,
): void {
  if (title === '') return
  const key = titleKey(title, staff_id)
  const twin = by_title.get(key)
  by_title.set(key, twin ?? '')
  if (twin === undefined) return
  const why =
    twin === '' ? '这次输入的另一行也是同一个人的这项事项。' : `同一个人的这项事项已经在列（${twin}）。`
  row.say('title', 'warning', why, '如果重复了，请撤销，或删去这一行。')
}

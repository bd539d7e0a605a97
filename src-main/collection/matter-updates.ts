// What was taken of the cells, in the book's own fields.
import type { FormField, MergeRow } from '../../src-shared/collection.ts'
import { form_field_words } from '../../src-shared/collection.ts'
import { CalendarDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { readDate } from '../../src-shared/read-date.ts'
import type { WeekLine } from '../../src-shared/weekly.ts'
import type { People } from '../imports/people.ts'
import type { MatterUpdate } from '../weekly/merge-matters.ts'
import { stateInWords } from '../weekly/read-week-state.ts'
import { valueTaken } from './decide.ts'
import { type RowWrite, whyNot } from './plan-rows.ts'
import { isOfLine, type NowMatter } from './read-now.ts'
import { weekWords } from './week-words.ts'

type Facts = { -readonly [Key in keyof MatterUpdate['facts']]: MatterUpdate['facts'][Key] }
type Line = Partial<Omit<WeekLine, 'evidence'>>

interface Ground {
  people: People
  now: ReadonlyMap<number, NowMatter>
  week_monday: string
}

/** One update a matter, whatever rows and files spoke of it, in their order. */
export function matterUpdates(
  writes: readonly (Omit<RowWrite, 'row'> & { row: MergeRow })[],
  ground: Ground,
): MatterUpdate[] {
  const updates = new Map<number, MatterUpdate & { facts: Facts; lines: Map<string, Line> }>()
  for (const { matter_id, week_monday, row } of writes) {
    for (const cell of row.cells) {
      const value = valueTaken(cell)
      if (value === null) continue
      if (whyNot(cell.field, value) !== null) throw cannotBe(cell.field, value)
      const update = updates.get(matter_id) ?? newUpdate(matter_id, row, ground.week_monday)
      updates.set(matter_id, update)
      if (isOfLine(cell.field)) {
        const line = update.lines.get(week_monday) ?? {}
        update.lines.set(week_monday, { ...line, ...lineOf(cell.field, value) })
      } else {
        Object.assign(update.facts, factsOf(cell.field, value, ground, ground.now.get(matter_id)))
      }
    }
  }
  return [...updates.values()]
}

function newUpdate(matter_id: number, { cells }: MergeRow, week_monday: string) {
  const reason = cells.find(({ field }) => field === 'reason')?.returned ?? ''
  const due_reason = reason === '' ? `${weekWords(week_monday)}周报中提出` : reason.slice(0, 300)
  return { matter_id, facts: {} as Facts, lines: new Map<string, Line>(), due_reason }
}

function lineOf(field: FormField, value: string): Line {
  if (field === 'progress') return { progress: value }
  if (field === 'reason') return { unfinished_reason: value }
  const state = stateInWords(value)
  if (state === null) throw cannotBe('state', value)
  return { week_state: state }
}

function factsOf(
  field: FormField,
  value: string,
  { people, week_monday }: Ground,
  now: NowMatter | undefined,
): Facts {
  if (field === 'due') return dueOf(value, week_monday)
  if (field !== 'person') return { [field]: value } as Facts
  if (value === '') return { staff_id: null }
  const found = people.find(value, now?.group_id ?? null)
  if (found.state !== 'found') throw cannotBe('person', value)
  return { staff_id: found.person.id }
}

function dueOf(value: string, near: string): Facts {
  if (value === '') return { due_on: null, due_text: '' }
  if (CalendarDate.safeParse(value).success) return { due_on: value, due_text: '' }
  const reading = readDate({ kind: 'text', text: value }, near)
  if (reading.state === 'date') return { due_on: reading.on, due_text: '' }
  return { due_on: reading.state === 'words' ? reading.on : null, due_text: value }
}

const next_of: Partial<Record<FormField, string>> = {
  person: '请填名册里的姓名。',
  state: '请填“未启动、正在推进、已完成”等状态。',
}

function cannotBe(field: FormField, value: string): UserProblem {
  return new UserProblem({
    code: 'own_value',
    message: `“${value}”不能作${form_field_words[field]}，什么也没有合并。`,
    next: next_of[field] ?? '请缩短后再填。',
  })
}

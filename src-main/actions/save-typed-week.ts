import type { TypedRow, TypedRowAnswer } from '../../src-shared/typed-rows.ts'
import type { MovedDue, TypedWeek, TypedWeekAnswer } from '../../src-shared/typed-week.ts'
import { weekOf } from '../../src-shared/week.ts'
import type { DueChange, MatterEdit, WeekRow } from '../../src-shared/weekly.ts'
import { type Change, changeThatWrote } from '../database/change.ts'
import { readRoll } from '../imports/import-context.ts'
import { createPeople } from '../imports/people.ts'
import { loadSounds } from '../imports/pinyin-sounds.ts'
import { createPlaces } from '../imports/places.ts'
import { createTypedRow } from '../imports/typed-row.ts'
import { listCategories } from '../settings/categories.ts'
import { listGroups } from '../settings/groups.ts'
import { addMatters } from '../weekly/add-matters.ts'
import { editMatters } from '../weekly/edit-matter.ts'
import {
  readTypedMatter,
  type TypedMatter,
  type TypedMatterBook,
  type TypedMatterContext,
  type TypedMatterRow,
} from '../weekly/read-typed-matter.ts'
import { readTypedWeekBook } from '../weekly/typed-week-book.ts'

interface ReadMatter {
  old: WeekRow | null
  typed: TypedMatter
  answer: TypedRowAnswer
}

/**
 * Rows of a week as they were typed or pasted: those that are right are saved in this one change, wrong ones are told
 * why. A row that moves a due date waits until the reason of that is given.
 */
export async function saveTypedWeek(change: Change, asked: TypedWeek): Promise<TypedWeekAnswer> {
  const { rows, ...week } = asked
  const matter_ids = rows.flatMap(({ id }) => id ?? [])
  const book = await readTypedWeekBook(change.db, change.today, { ...week, matter_ids })
  const context = await readContext(change)
  const read: ReadMatter[] = []
  const all_moved: MovedDue[] = []
  const answers = rows.map((typed, at): TypedRowAnswer => {
    const row: TypedMatterRow = createTypedRow(typed, at + 1)
    const old = typed.id === null ? null : (book.by_id.get(typed.id) ?? null)
    const matter = readRow(row, typed, old, book, context)
    const answer: TypedRowAnswer = { key: typed.key, state: 'wrong', id: typed.id, issues: row.issues() }
    if (matter === null) return answer
    const moved = movedDue(old, matter)
    if (moved !== null && asked.due_change === null) all_moved.push({ key: typed.key, ...moved })
    if (moved !== null && !mayMove(row, moved, asked.due_change)) return answer
    answer.state = 'saved'
    read.push({ old, typed: matter, answer })
    return answer
  })
  await save(change, read, asked)
  return { rows: answers, change_id: await changeThatWrote(change), moved: all_moved }
}

function readRow(
  row: TypedMatterRow,
  { id }: TypedRow,
  old: WeekRow | null,
  book: TypedMatterBook,
  context: TypedMatterContext,
): TypedMatter | null {
  if (id === null || old !== null) return readTypedMatter(row, old, book, context)
  row.say('title', 'wrong', '这一周已经没有这项事项。', '可能是登记被撤销了，请把这些内容写到新的一行。')
  return null
}

async function readContext({ db, today }: Change): Promise<TypedMatterContext> {
  const sounds = await loadSounds()
  return {
    people: createPeople(await readRoll(db, today), today, sounds),
    groups: createPlaces(await listGroups(db)),
    categories: createPlaces(await listCategories(db)),
  }
}

/** A date that was given is moved by 延期 or 更正 only; a first one, or one after none, needs no reason. */
function movedDue(old: WeekRow | null, { matter }: TypedMatter): Omit<MovedDue, 'key'> | null {
  if (old === null || old.due_on === null || old.due_on === matter.due_on) return null
  const { number, title, due_on } = old
  return { number, title, due_on, new_due_on: matter.due_on }
}

function mayMove(
  row: TypedMatterRow,
  { due_on, new_due_on }: Omit<MovedDue, 'key'>,
  due_change: DueChange | null,
): boolean {
  if (due_change === null) {
    row.say(
      'due',
      'wrong',
      `原来的时限是 ${due_on}，改动要写明延期或更正的原因。`,
      '请再保存一次，写上原因。',
    )
    return false
  }
  const is_earlier = new_due_on !== null && new_due_on < due_on
  if (due_change.kind === 'correction' || !is_earlier) return true
  row.say('due', 'wrong', `延期要晚于现在的时限（${due_on}）。`, '原来写错了的，请再保存一次，选“更正”。')
  return false
}

async function save(change: Change, read: readonly ReadMatter[], asked: TypedWeek): Promise<void> {
  const { week_monday, is_plan, due_change } = asked
  const fresh = read.filter(({ old }) => old === null)
  const added =
    fresh.length === 0
      ? []
      : await addMatters(
          change,
          fresh.map(({ typed }) => ({ week_monday, ...typed })),
        )
  for (const [at, { answer }] of fresh.entries()) answer.id = added[at]?.matter_id ?? null
  const edited = read.flatMap(({ old, typed }) => (old === null ? [] : [{ old, typed }]))
  const edits = edited.map(
    ({ old, typed }): MatterEdit => ({
      matter_week_id: old.id,
      matter: typed.matter,
      line: typed.line,
      due_change: movedDue(old, typed) === null ? null : due_change,
    }),
  )
  if (edits.length > 0) await editMatters(change, edits)
  if (added.length > 0 && edits.length > 0) {
    const week = `第${weekOf(week_monday).week}周${is_plan ? '打算' : ''}`
    change.describe(`录入${week}：新增 ${added.length} 项，修改 ${edits.length} 项`)
  }
}

import type { TypedRow, TypedRowAnswer } from '../../src-shared/typed-rows.ts'
import type { TypedWeek, TypedWeekAnswer, WantedExtension } from '../../src-shared/typed-week.ts'
import { weekOf } from '../../src-shared/week.ts'
import type { MatterEdit, WeekRow } from '../../src-shared/weekly.ts'
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
  const to_extend: WantedExtension[] = []
  const answers = rows.map((typed, at): TypedRowAnswer => {
    const row: TypedMatterRow = createTypedRow(typed, at + 1)
    const old = typed.id === null ? null : (book.by_id.get(typed.id) ?? null)
    const matter = readRow(row, typed, old, book, context)
    const answer: TypedRowAnswer = { key: typed.key, state: 'wrong', id: typed.id, issues: row.issues() }
    if (matter === null) return answer
    const moved = movedDue(old, matter)
    if (moved !== null && asked.extension === null) {
      to_extend.push({ key: typed.key, ...moved })
      row.say(
        'due',
        'wrong',
        `原来的时限是 ${moved.due_on}，改动要写明延期原因。`,
        '请再保存一次，写上原因。',
      )
      return answer
    }
    answer.state = 'saved'
    read.push({ old, typed: matter, answer })
    return answer
  })
  await save(change, read, asked)
  return { rows: answers, change_id: await changeThatWrote(change), to_extend }
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

/** A date that was given is moved by 延期 only; a first one, or one after none, needs no reason. */
function movedDue(old: WeekRow | null, { matter }: TypedMatter): Omit<WantedExtension, 'key'> | null {
  if (old === null || old.due_on === null || old.due_on === matter.due_on) return null
  const { number, title, due_on } = old
  return { number, title, due_on, new_due_on: matter.due_on }
}

async function save(change: Change, read: readonly ReadMatter[], asked: TypedWeek): Promise<void> {
  const { week_monday, is_plan, extension } = asked
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
      extension: movedDue(old, typed) === null ? null : extension,
    }),
  )
  if (edits.length > 0) await editMatters(change, edits)
  if (added.length > 0 && edits.length > 0) {
    const week = `第${weekOf(week_monday).week}周${is_plan ? '打算' : ''}`
    change.describe(`录入${week}：新增 ${added.length} 项，修改 ${edits.length} 项`)
  }
}

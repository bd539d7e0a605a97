import type { Duty, DutyDraft } from '../../src-shared/duties.ts'
import type { TypedRow, TypedRowAnswer, TypedRowsAnswer } from '../../src-shared/typed-rows.ts'
import { type Change, changeThatWrote } from '../database/change.ts'
import type { DutyField } from '../duties/duty-sheet.ts'
import { listDuties } from '../duties/list-duties.ts'
import { contentKey } from '../duties/read-duty-row.ts'
import { readTypedDuty, type TypedDutyBook, type TypedDutyContext } from '../duties/read-typed-duty.ts'
import { readRoll } from '../imports/import-context.ts'
import { createPeople } from '../imports/people.ts'
import { loadSounds } from '../imports/pinyin-sounds.ts'
import { createPlaces } from '../imports/places.ts'
import { createTypedRow } from '../imports/typed-row.ts'
import { listCategories } from '../settings/categories.ts'
import { listGroups } from '../settings/groups.ts'
import { addDutiesWithHolders } from './add-duty-with-holders.ts'
import { editDutyWithHolders } from './edit-duty-with-holders.ts'

interface ReadDuty {
  old: Duty | null
  draft: DutyDraft
  answer: TypedRowAnswer
}

/** Rows as they were typed or pasted: those that are right are saved in this one change, wrong ones are told why. */
export async function saveTypedDuties(change: Change, rows: readonly TypedRow[]): Promise<TypedRowsAnswer> {
  const context = await readContext(change)
  const book = await readBook(change)
  const answers: TypedRowAnswer[] = []
  const read: ReadDuty[] = []
  for (const [at, typed] of rows.entries()) {
    const row = createTypedRow<DutyField>(typed, at + 1)
    const old = typed.id === null ? null : (book.by_id.get(typed.id) ?? null)
    if (typed.id !== null && (old === null || old.voided_on !== null)) sayGone(row, old)
    const draft = readTypedDuty(row, old, book, context)
    const state = draft === null ? 'wrong' : 'saved'
    const answer: TypedRowAnswer = { key: typed.key, state, id: typed.id, issues: row.issues() }
    answers.push(answer)
    if (draft !== null) read.push({ old, draft, answer })
  }
  await save(change, read)
  return { rows: answers, change_id: await changeThatWrote(change) }
}

function sayGone(row: ReturnType<typeof createTypedRow<DutyField>>, old: Duty | null): void {
  const why = old === null ? '履职清单里已经没有这项职责。' : `职责 ${old.number} 已作废，不能修改。`
  row.say('content', 'wrong', why, '请先在清单里恢复，或把这些内容写到新的一行。')
}

async function readContext({ db, today }: Change): Promise<TypedDutyContext> {
  const sounds = await loadSounds()
  return {
    people: createPeople(await readRoll(db, today), today, sounds),
    groups: createPlaces(await listGroups(db)),
    categories: createPlaces(await listCategories(db)),
  }
}

async function readBook({ db, today }: Change): Promise<TypedDutyBook> {
  const everything = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: true }
  const duties = await listDuties(db, today, everything)
  const in_use = duties.filter(({ voided_on }) => voided_on === null)
  return {
    by_id: new Map(duties.map((duty) => [duty.id, duty])),
    by_content: new Map(
      in_use.map(({ group_name, content, number }) => [contentKey(group_name, content), number]),
    ),
  }
}

const batch = 200

async function save(change: Change, read: readonly ReadDuty[]): Promise<void> {
  const fresh = read.filter(({ old }) => old === null)
  const numbers: string[] = []
  for (let at = 0; at < fresh.length; at += batch) {
    const some = fresh.slice(at, at + batch)
    const added = await addDutiesWithHolders(
      change,
      some.map(({ draft }) => draft),
    )
    for (const [nth, { answer }] of some.entries()) {
      answer.id = added[nth]?.id ?? null
      numbers.push(added[nth]?.number ?? '')
    }
  }
  const edited = read.flatMap(({ old, draft }) => (old === null ? [] : [{ old, draft }]))
  for (const { old, draft } of edited) await editDutyWithHolders(change, old.id, draft)
  change.describe(
    titleOf(
      numbers,
      edited.map(({ old }) => old.number),
    ),
  )
}

function titleOf(added: readonly string[], edited: readonly string[]): string {
  if (added.length === 1 && edited.length === 0) return `新增职责 ${added[0]}`
  if (edited.length === 1 && added.length === 0) return `修改职责 ${edited[0]}`
  const parts = [
    added.length > 0 && `新增 ${added.length} 项`,
    edited.length > 0 && `修改 ${edited.length} 项`,
  ]
  return `录入职责：${parts.filter(Boolean).join('，')}`
}

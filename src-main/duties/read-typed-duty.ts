import {
  blank_duty_text,
  type Duty,
  DutyDraft,
  type DutyText,
  kind_words,
  weight_words,
} from '../../src-shared/duties.ts'
import type { ImportContext } from '../imports/import-sheet.ts'
import type { TypedSheetRow } from '../imports/typed-row.ts'
import type { DutyField } from './duty-sheet.ts'
import { contentKey } from './read-duty-row.ts'
import { readDutyText, readKind, readWeight } from './read-duty-text.ts'
import { readTypedHolders } from './read-typed-holders.ts'

export type TypedDutyRow = TypedSheetRow<DutyField>

export interface TypedDutyBook {
  by_id: ReadonlyMap<number, Duty>
  /** What the duties in use say, and the number of each; a row of this block that is new has none. */
  by_content: Map<string, string>
}

export type TypedDutyContext = Pick<ImportContext, 'people' | 'groups' | 'categories'>

/**
 * What a typed row makes of a duty. Cells that were not typed stay as the book has them, and a cell that was emptied is
 * empty: in that a grid is not a sheet that is imported. Answers null when something is wrong.
 */
export function readTypedDuty(
  row: TypedDutyRow,
  old: Duty | null,
  book: TypedDutyBook,
  context: TypedDutyContext,
): DutyDraft | null {
  const group = readPlace(row, 'group', old && { id: old.group_id, name: old.group_name }, context)
  const category = readPlace(
    row,
    'category',
    old && { id: old.category_id, name: old.category_name },
    context,
  )
  const holders = readTypedHolders(row, old, group?.id ?? null, context)
  const draft = {
    group_id: group?.id ?? 0,
    category_id: category?.id ?? 0,
    ...readText(row, old),
    ...holders,
    ...(old === null ? {} : { from_on: old.from_on }),
  }
  checkFields(row, draft)
  if (old === null && group !== null) warnOfTwin(row, group.name, draft.content, book)
  return row.issues().some(({ severity }) => severity === 'wrong') ? null : DutyDraft.parse(draft)
}

const place_words = { group: '组别', category: '类别' } as const

function readPlace(
  row: TypedDutyRow,
  field: 'group' | 'category',
  old: { id: number; name: string } | null,
  { groups, categories }: TypedDutyContext,
): { id: number; name: string } | null {
  if (old !== null && !row.hasColumn(field)) return old
  const [places, word] = [field === 'group' ? groups : categories, place_words[field]]
  const named = row.text(field).replace(/\s+/g, '')
  const found = field === 'group' ? groups.find(named) : categories.findAlike(named)
  if (found && named !== '') return found
  const why = named === '' ? `没有写${word}。` : `没有“${named}”这个${word}。`
  const names = places.all.map(({ name }) => name).join('、')
  const none = `还没有登记${word}，请先在设置里登记。`
  row.say(field, 'wrong', why, names === '' ? none : `现有的${word}：${names}。`)
  return null
}

function readText(row: TypedDutyRow, old: Duty | null): DutyText {
  const outcome = { said: [], issues: [], skip: null, is_new: old === null, draft: null, new_group: null }
  const read: DutyText = {
    content: row.hasColumn('content') ? row.text('content') : (old?.content ?? ''),
    ...readDutyText(row, old, outcome),
    remark: row.hasColumn('remark') ? row.text('remark') : (old?.remark ?? ''),
  }
  for (const { address, severity, why, suggestion } of outcome.issues as Issue[])
    row.say(address as DutyField, severity, why, suggestion)
  sayUnlessWord(row, 'kind', readKind(row.text('kind')), Object.values(kind_words))
  sayUnlessWord(row, 'weight', readWeight(row.text('weight')), Object.values(weight_words))
  return { ...read, ...emptied(row) }
}

type Issue = ReturnType<TypedDutyRow['issue']>

/** Cells that were typed empty; in a sheet they would leave what the book has. */
function emptied(row: TypedDutyRow): Partial<DutyText> {
  const fields = Object.keys(blank_duty_text) as (keyof DutyText)[]
  const empty = fields.filter((field) => row.hasColumn(field) && row.text(field) === '')
  return Object.fromEntries(empty.map((field) => [field, blank_duty_text[field]]))
}

function sayUnlessWord(
  row: TypedDutyRow,
  field: 'kind' | 'weight',
  read: unknown,
  words: readonly string[],
): void {
  if (!row.has(field) || read !== undefined) return
  row.say(field, 'wrong', `不认识“${row.text(field)}”。`, `请写${words.join('、')}中的一个。`)
}

const field_of: Readonly<Record<string, DutyField>> = {
  group_id: 'group',
  category_id: 'category',
  a_staff_id: 'a_holder',
  b_staff_ids: 'b_holder',
}

function checkFields(row: TypedDutyRow, draft: unknown): void {
  const checked = DutyDraft.safeParse(draft)
  if (checked.success) return
  const told = new Set(row.issues().map(({ field }) => field))
  for (const { path, message } of checked.error.issues) {
    const name = String(path[0])
    const field = field_of[name] ?? (name as DutyField)
    // What is wrong with a cell has then been said in its own words.
    if (!told.has(field)) row.say(field, 'wrong', message)
    told.add(field)
  }
}

/** Two people may have the same duty; but a block that is pasted twice shall not go unnoticed. */
function warnOfTwin(row: TypedDutyRow, group: string, content: string, book: TypedDutyBook): void {
  if (content === '') return
  const key = contentKey(group, content)
  const twin = book.by_content.get(key)
  book.by_content.set(key, twin ?? '')
  if (twin === undefined) return
  const why = twin === '' ? `这次输入的另一行也是${group}的这项职责。` : `${group}已有同样的职责（${twin}）。`
  row.say('content', 'warning', why, '如果重复了，请撤销，或删去这一行。')
}

// A batch of returned files: each is recognised, understood and planned, in the order they were put down.
import type { MergeFile, ReadWish } from '../../src-shared/collection.ts'
import { monthDay, timeOfDay, toCalendarDate } from '../../src-shared/dates.ts'
import { nextWorkWeek } from '../../src-shared/working-days.ts'
import { undoneBy } from '../changes/undone-by.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import type { Pace } from '../imports/pace.ts'
import { loadSounds } from '../imports/pinyin-sounds.ts'
import type { Plan } from '../imports/plan-import.ts'
import { readWeekBook, type WeekBook } from '../weekly/week-book.ts'
import { headOfWeek } from '../weekly/work-week.ts'
import { type Member, membersOfWeek } from './members.ts'
import { type FormGround, type FormPlan, planForm } from './plan-form.ts'
import { planFree, touches } from './plan-free.ts'
import { type NowMatter, readNow } from './read-now.ts'
import type { ReturnedFile } from './returned-file.ts'
import { codeOf } from './returned-form.ts'
import { type SentRow, unpackSentRows } from './sent-rows.ts'

export interface PlannedFile {
  file: MergeFile
  form: FormPlan | null
  free: { plan: Plan; left_out: Set<string> } | null
  /** A form that went out without a row says 无事项 when it comes back so. */
  says_nothing: boolean
}

export interface MergePlan {
  week_monday: string
  week_title: string
  book: WeekBook
  files: PlannedFile[]
  /** Of every matter that a form was sent for, what the book says before anything is merged. */
  now: ReadonlyMap<number, NowMatter>
}

export interface MergeQuestion extends Omit<ReadWish, 'tokens'> {
  files: readonly ReturnedFile[]
}

interface Ground extends FormGround {
  group_id: number | null
  /** Digests and rows of the files before. */
  seen: Set<string>
  touched: Set<string>
}

interface SentForm {
  code: string
  week_monday: string
  group_id: number | null
  staff_id: number | null
  sent: SentRow[]
}

export async function planMerge(
  db: Db,
  today: string,
  question: MergeQuestion,
  pace: Pace,
): Promise<MergePlan> {
  const { week_monday, group_id, category_id } = question
  const holidays = await holidayTable(db)
  const codes = new Map(question.files.map(({ id, workbook }) => [id, workbook && codeOf(workbook)]))
  const forms = await sentForms(
    db,
    [...codes.values()].flatMap((code) => code ?? []),
  )
  const of_week = [...forms.values()].filter((form) => form.week_monday === week_monday)
  const sent = of_week.flatMap((form) => form.sent)
  const next_monday = nextWorkWeek(week_monday, holidays)
  const sounds = await loadSounds()
  const newGround = async (): Promise<Ground> => ({
    ...{ db, today, week_monday, group_id, category_id, sounds, pace },
    book: await readWeekBook(db, today, week_monday, next_monday),
    now: await readNow(db, sent),
    seen: new Set(),
    touched: new Set(),
  })
  const merged = await mergedDigests(db, question.files)
  const members = await membersOfWeek(db, today, week_monday)
  const shared = await newGround()
  const left_out = new Set(question.left_out)
  const files: PlannedFile[] = []
  for (const returned of question.files) {
    await pace.rest(`正在核对 ${returned.file_name}`)
    // What is left out is shown, and leaves no trace in what the others are held against.
    const is_left_out = left_out.has(returned.id)
    const ground = is_left_out ? await newGround() : shared
    const planned = await planOne(returned, ground)
    files.push(planned)
    if (is_left_out) continue
    shared.seen.add(returned.digest)
    for (const key of touches(planned.file.rows)) shared.touched.add(key)
  }
  const week_title = headOfWeek(week_monday, holidays).title
  return { week_monday, week_title, book: shared.book, files, now: shared.now }

  async function planOne(
    { id, file_name, digest, workbook, problem }: ReturnedFile,
    ground: Ground,
  ): Promise<PlannedFile> {
    const file: MergeFile = {
      ...{ id, file_name, digest, state: 'unreadable', words: problem, people: [] },
      ...{ read_rows: 0, same_rows: 0, rows: [] },
    }
    const told = (state: MergeFile['state'], ...words: string[]): PlannedFile => ({
      file: { ...file, state, words },
      ...{ form: null, free: null, says_nothing: false },
    })
    if (workbook === null) return told('unreadable', ...problem)
    if (ground.seen.has(digest)) return told('twice', '同一份文件放入了两次，这一份不再读。')
    const before = merged.get(digest)
    if (before !== undefined)
      return told('again', `这份文件已经合并过（${before}），内容一字未改，不再合并。`)
    const code = codes.get(id)
    const form = code === null || code === undefined ? undefined : forms.get(code)
    if (form === undefined) return await planOther({ id, file_name, workbook }, file, code ?? null, ground)
    if (form.week_monday !== week_monday) {
      const title = headOfWeek(form.week_monday, holidays).title
      return told('other_week', `这是${title}的表，没有并入。要补收那一周的，请切换到那一周再放入。`)
    }
    const whole = await planForm({ ...form, id, file_name, workbook }, ground)
    return settleForm(whole, file, form, whoseForm(form, members))
  }

  async function planOther(
    given: { id: string; file_name: string; workbook: NonNullable<ReturnedFile['workbook']> },
    file: MergeFile,
    code: string | null,
    ground: Ground,
  ): Promise<PlannedFile> {
    const is_this_week = question.as_this_week.includes(given.id)
    const { file: said, plan: import_plan, left_out } = await planFree(given, { ...ground, is_this_week })
    const unknown = '这份表的发出记录不在本台账里，没有底稿可比，按自由格式读入。'
    const words = code === null ? said.words : [unknown, ...said.words]
    return {
      file: { ...file, ...said, words },
      form: null,
      free: import_plan && { plan: import_plan, left_out },
      says_nothing: false,
    }
  }
}

function settleForm(
  whole: FormPlan,
  file: MergeFile,
  { sent }: SentForm,
  people: readonly Member[],
): PlannedFile {
  const says_nothing = sent.length === 0 && whole.file.rows.length === 0
  const is_untouched = !says_nothing && whole.file.rows.length === 0
  const words = [...whole.file.words]
  if (is_untouched) words.unshift('与发出时完全相同，没有填写任何内容。')
  if (says_nothing) words.unshift('没有填写事项，合并后记为“无事项”。')
  return {
    file: {
      ...file,
      ...whole.file,
      words,
      state: is_untouched ? 'untouched' : 'form',
      people: people.map(({ staff_id, name }) => ({ staff_id, name })),
    },
    form: whole,
    free: null,
    says_nothing,
  }
}

function whoseForm({ group_id, staff_id }: SentForm, members: readonly Member[]): Member[] {
  return members.filter((member) =>
    staff_id === null ? member.group_id === group_id : member.staff_id === staff_id,
  )
}

async function sentForms(db: Db, codes: readonly string[]): Promise<Map<string, SentForm>> {
  const found = await db
    .selectFrom('collection_forms')
    .select(['code', 'week_monday', 'group_id', 'staff_id', 'sent_rows'])
    .where('code', 'in', codes)
    .execute()
  return new Map(
    found.map(({ sent_rows, ...form }) => [form.code, { ...form, sent: unpackSentRows(sent_rows) }]),
  )
}

/** When files with these very bytes were merged before and that was not taken back. */
async function mergedDigests(db: Db, files: readonly ReturnedFile[]): Promise<Map<string, string>> {
  const found = await db
    .selectFrom('collection_merge_files as f')
    .innerJoin('collection_merges as m', 'm.id', 'f.merge_id')
    .innerJoin('changes', 'changes.id', 'm.change_id')
    .select(['f.digest', 'm.change_id', 'changes.made_at'])
    .where(
      'f.digest',
      'in',
      files.map(({ digest }) => digest),
    )
    .execute()
  const undone = await undoneBy(db)
  const standing = found.filter(({ change_id }) => !undone.has(change_id))
  return new Map(standing.map(({ digest, made_at }) => [digest, momentWords(made_at)]))
}

function momentWords(made_at: string): string {
  const moment = new Date(made_at)
  return `${monthDay(toCalendarDate(moment))} ${timeOfDay(moment)}`
}

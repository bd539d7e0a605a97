import { sql } from 'kysely'
import type { MatterDraft, MatterState, NewMatter, WeekLine } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { findLock } from './locks.ts'
import { isOpenIn } from './open-matters.ts'

type Line = Omit<WeekLine, 'evidence'> & { is_planned: boolean }

/** A matter as the book has it, or as rows further up in the sheet have made it. */
export interface KnownMatter {
  /** Null while it is only going to be made by this import. */
  id: number | null
  number: string
  state: MatterState
  facts: MatterDraft
  evidence: string
  original_due_on: string | null
  staff_name: string
  /** What stands of it in the weeks of this sheet, by Monday. */
  lines: Map<string, Line>
}

export interface WeekRecord {
  matter: KnownMatter
  /** What to make when nothing has made the matter yet. */
  new_matter: NewMatter
  /** The facts as they shall be, when they differ. */
  facts: MatterDraft | null
  /** What the row plans for the next week besides. */
  next: WeekRecord | null
}

export interface WeekBook {
  week_monday: string
  /** 下周: the next week that has a working day. */
  plan_monday: string
  by_number: Map<string, KnownMatter>
  /** Matters of the two weeks, then open ones of earlier weeks, by title and person. */
  by_title: Map<string, KnownMatter[]>
  /** Numbers of all other matters, which are closed. */
  other_numbers: ReadonlyMap<string, MatterState>
  /** Groups that have a plan for the week in the book. */
  planned_groups: ReadonlySet<number>
  /** The only category of the duties somebody is A of. */
  category_of_person: ReadonlyMap<number, number>
  /** Whose report is 已收. */
  received: ReadonlySet<number>
  /** Matter and week that a row of this sheet has spoken of: that row, and what it said. */
  seen: Map<string, { row: number; said: string }>
  hand_in: number[]
  /** 已关账: what the rows say of this week will be refused. */
  is_closed: boolean
}

/** Blanks, full or half width and closing marks make no difference. */
export function titleKey(title: string, staff_id: number | null): string {
  const plain = title
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。.;；]+$/, '')
  return `${staff_id ?? ''}|${plain}`
}

export async function readWeekBook(
  db: Db,
  today: string,
  week_monday: string,
  plan_monday: string,
): Promise<WeekBook> {
  const mondays = [week_monday, plan_monday]
  const lines = await db.selectFrom('matter_weeks').selectAll().where('week_monday', 'in', mondays).execute()
  const ids = [...new Set(lines.map(({ matter_id }) => matter_id))]
  const matters = await selectMatters(db, ids)
  const known = new Map(matters.map((row) => [row.id, knownMatter(row)]))
  for (const {
    matter_id,
    week_monday: monday,
    is_planned,
    progress,
    week_state,
    unfinished_reason,
  } of lines) {
    const line = { is_planned: is_planned === 1, progress, week_state, unfinished_reason }
    known.get(matter_id)?.lines.set(monday, line)
  }
  const book: WeekBook = {
    week_monday,
    plan_monday,
    by_number: new Map([...known.values()].map((matter) => [matter.number, matter])),
    by_title: new Map(),
    other_numbers: await numbersOfOthers(db, known),
    planned_groups: plannedGroups(known.values(), week_monday),
    category_of_person: await categoriesOfPeople(db, today),
    received: await whoHandedIn(db, week_monday),
    seen: new Map(),
    hand_in: [],
    is_closed: (await findLock(db, week_monday)) !== null,
  }
  // What stands in the two weeks is found before what is only still open.
  const inWeeks = (matter: KnownMatter) => (matter.lines.size > 0 ? 0 : 1)
  for (const matter of [...known.values()].sort((one, other) => inWeeks(one) - inWeeks(other))) {
    remember(book, matter)
  }
  return book
}

export function remember(book: WeekBook, matter: KnownMatter): void {
  const key = titleKey(matter.facts.title, matter.facts.staff_id)
  book.by_title.set(key, [...(book.by_title.get(key) ?? []), matter])
}

/** Open matters, and those of `ids` whatever their state. */
function selectMatters(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('matters as m')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .selectAll('m')
    .select(sql<string>`coalesce(staff.name, '')`.as('staff_name'))
    .where((where) => where.or([isOpenIn('m'), where('m.id', 'in', ids)]))
    .orderBy('m.id')
    .execute()
}

function knownMatter(row: Awaited<ReturnType<typeof selectMatters>>[number]): KnownMatter {
  const { title, detail, category_id, group_id, staff_id, duty_id } = row
  const { helpers, leader, source, due_on, due_text, remark } = row
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    facts: {
      ...{ title, detail, category_id, group_id, staff_id, duty_id },
      ...{ helpers, leader, source, due_on, due_text, remark },
    },
    evidence: row.evidence,
    original_due_on: row.original_due_on,
    staff_name: row.staff_name,
    lines: new Map(),
  }
}

async function numbersOfOthers(db: Db, known: ReadonlyMap<number, KnownMatter>) {
  const all = await db.selectFrom('matters').select(['id', 'number', 'state']).execute()
  return new Map(all.filter(({ id }) => !known.has(id)).map(({ number, state }) => [number, state]))
}

function plannedGroups(matters: Iterable<KnownMatter>, monday: string): Set<number> {
  const planned = [...matters].filter(({ lines }) => lines.get(monday)?.is_planned === true)
  return new Set(planned.map(({ facts }) => facts.group_id))
}

export async function categoriesOfPeople(db: Db, today: string): Promise<Map<number, number>> {
  const held = await db
    .selectFrom('duty_holders as h')
    .innerJoin('duties', 'duties.id', 'h.duty_id')
    .select(['h.staff_id', sql<number>`min(duties.category_id)`.as('category_id')])
    .where('h.role', '=', 'A')
    .where('duties.voided_on', 'is', null)
    .where('h.from_on', '<=', today)
    .where((where) => where.or([where('h.to_on', 'is', null), where('h.to_on', '>=', today)]))
    .groupBy('h.staff_id')
    .having(sql<boolean>`count(DISTINCT duties.category_id) = 1`)
    .execute()
  return new Map(held.map(({ staff_id, category_id }) => [staff_id, category_id]))
}

async function whoHandedIn(db: Db, monday: string): Promise<Set<number>> {
  const reports = await db
    .selectFrom('week_reports')
    .select('staff_id')
    .where('week_monday', '=', monday)
    .where('state', '=', 'received')
    .execute()
  return new Set(reports.map(({ staff_id }) => staff_id))
}

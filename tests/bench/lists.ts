// The lists behind the screens over the bare SQL that they are made of, in a department four times the sample's.

import { addDutyWithHolders } from '../../src-main/actions/add-duty-with-holders.ts'
import { postMatrix } from '../../src-main/backup-posts/post-matrix.ts'
import type { Db } from '../../src-main/database/tables.ts'
import { listDuties } from '../../src-main/duties/list-duties.ts'
import { fillSample } from '../../src-main/sample/fill-sample.ts'
import { listStaff } from '../../src-main/staff/list-staff.ts'
import { addMatter } from '../../src-main/weekly/edit-matter.ts'
import { weekSheet } from '../../src-main/weekly/week-sheet.ts'
import { DutyDraft } from '../../src-shared/duties.ts'
import { MatterDraft, WeekLine } from '../../src-shared/weekly.ts'
import { openTestBook, type TestBook } from '../helpers/open-test-book.ts'
import { watchQueries } from '../helpers/watch-queries.ts'
import { type Figure, type Measured, medianOf } from './figure.ts'

const today = '2026-11-20'
const week_monday = '2026-11-16'
const rounds = 200
const no_filter = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: false }

export type Question = (db: Db) => Promise<unknown>

function listFigure(name: string, bound: number, question: Question): Figure {
  return {
    name,
    bound,
    async measure() {
      const book = await openLargeBook()
      const measured = await overBareSql(book, question, rounds)
      await book.close()
      return measured
    },
  }
}

/** One question asked as the screens ask it, over its own statements, prepared before and run one by one. */
export async function overBareSql(book: TestBook, question: Question, times: number): Promise<Measured> {
  const bare = await bareStatements(book, question)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < times; round += 1) {
    ours.push(await timed(() => question(book.db)))
    theirs.push(await timed(bare))
  }
  const [asked, raw] = [medianOf(ours), medianOf(theirs)]
  return {
    value: asked / raw,
    information: [`${asked.toFixed(2)} ms over ${raw.toFixed(2)} ms of bare SQL`],
  }
}

/** 600 duties and 300 matters a week, each written as the screens write it. */
export async function openLargeBook(): Promise<TestBook> {
  const book = await openTestBook({ today })
  await fillSample(book, book.clock)
  const people = await listStaff(book.db, today, false)
  const duties = await listDuties(book.db, today, no_filter)
  const week = await weekSheet(book.db, today, { week_monday, group_id: null })
  await book.change(async (change) => {
    for (let nth = duties.length; nth < 600; nth += 1) {
      const [a, b] = [people[nth % people.length], people[(nth + 1) % people.length]]
      const like = duties[nth % duties.length]
      if (a === undefined || b === undefined || like === undefined)
        throw new Error('The sample year is empty')
      const draft = DutyDraft.parse({ ...like, a_staff_id: a.id, b_staff_ids: [b.id] })
      await addDutyWithHolders(change, draft)
    }
    for (let nth = week.rows.length; nth < 300; nth += 1) {
      const like = week.rows[nth % week.rows.length]
      if (like === undefined) throw new Error('The sample week is empty')
      const [matter, line] = [MatterDraft.parse(like), WeekLine.parse(like)]
      await addMatter(change, { week_monday, is_planned: true, matter, line })
    }
    change.describe('建立大处室')
  })
  return book
}

async function bareStatements(book: TestBook, question: Question): Promise<() => void> {
  const { db, queries } = watchQueries(book)
  await question(db)
  const statements = queries.map(({ sql, parameters }) => {
    const statement = book.sqlite.prepare(sql)
    return () => statement.all(...parameters)
  })
  return () => {
    for (const run of statements) run()
  }
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The bounds leave room for what is derived beyond SQL: findings of a duty; lights, carried weeks and counts of a week. */
export const lists: readonly Figure[] = [
  listFigure('list-duties', 2, (db) => listDuties(db, today, no_filter)),
  listFigure('post-matrix', 2.5, (db) => postMatrix(db, today)),
  listFigure('week-sheet', 3, (db) => weekSheet(db, today, { week_monday, group_id: null })),
]

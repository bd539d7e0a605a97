// Twenty years of a department of sixty: what the figures about search, lists and screens at full size are asked of.
import type { Database } from 'better-sqlite3'
import { tokensOf } from '../../src-main/database/search-tokens.ts'
import { addDays } from '../../src-shared/dates.ts'
import { plainText } from '../../src-shared/plain-text.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { openTestBook, type TestBook } from '../helpers/open-test-book.ts'
import { type LedgerRow, ledgerRows } from './ledger-book.ts'

export const bench_today = '2026-11-20'
const years = 20
const audit_rows = 1_000_000
const days_of_all = Math.round(years * 365.25)
const first_day = addDays(bench_today, -days_of_all)
const people = 60
const duties = 600
const groups = ['党建组', '人事组', '工资组', '纪检组', '综合组']

interface BenchMatter {
  id: number
  category_id: number
  number: string
  listed_on: string
  due_on: string
  state: string
  done_on: string | null
  row: LedgerRow
}

/**
 * Fills a new book (`openTestBook`) by bare SQL: people, duties with A and B, matters with their weeks, all but the
 * newest of them archived, and the search index, without initials: reading 300,000 sentences aloud takes minutes and
 * has no part in what is measured. Triggers are away meanwhile; the trail is made up.
 */
export function fillTwentyYears(sqlite: Database, matters = 300_000, days = days_of_all): void {
  const triggers = takeTriggersAway(sqlite)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.transaction(() => {
    writeDepartment(sqlite)
    writeDuties(sqlite)
    const write = matterWriter(sqlite)
    for (const matter of benchMatters(sqlite, matters, days)) write(matter)
    writeTrail(sqlite)
  })()
  for (const sql of triggers) sqlite.exec(sql)
  sqlite.exec('INSERT INTO kept_spans SELECT * FROM matter_spans')
  sqlite.pragma('foreign_keys = ON')
  sqlite.exec('ANALYZE')
}

let opened: Promise<TestBook> | undefined

/** One book for all figures of a run: filling it takes longer than asking it. */
export function openTwentyYears(): Promise<TestBook> {
  opened ??= openTestBook({ today: bench_today }).then((book) => {
    fillTwentyYears(book.sqlite)
    return book
  })
  return opened
}

/** Some ten changes a day of six rows each, all of them on what the matters said in their weeks. */
function writeTrail(sqlite: Database): void {
  const in_change = 12
  sqlite.exec(`WITH RECURSIVE nth (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM nth WHERE n <= ${audit_rows / in_change})
    INSERT INTO changes (id, made_at, who, method, title, undoes_change_id)
    SELECT n, date('${first_day}', '+' || (n * ${days_of_all} / ${audit_rows / in_change + 2}) || ' days') || 'T08:00:00.000Z',
      '周敏', 'weekly.edit', '修改事项 第' || n || '次', NULL FROM nth`)
  sqlite.exec(`INSERT INTO change_rows (change_id, table_name, row_id, operation, before, after)
    SELECT 2 + id % ${Math.floor(audit_rows / in_change)}, 'matter_weeks', id, 'update', image, image
    FROM (SELECT id, json_object('id', id, 'matter_id', matter_id, 'week_monday', week_monday, 'is_planned', is_planned,
      'progress', progress, 'week_state', week_state, 'unfinished_reason', '', 'sort_order', sort_order) AS image FROM matter_weeks
      UNION ALL SELECT id, json_object('id', id, 'matter_id', matter_id, 'week_state', week_state) FROM matter_weeks
      UNION ALL SELECT id, json_object('id', id, 'matter_id', matter_id, 'progress', progress) FROM matter_weeks)
    LIMIT ${audit_rows}`)
}

function takeTriggersAway(sqlite: Database): string[] {
  const triggers = sqlite.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`)
  return triggers.map(({ sql }) => sql)
}

function writeDepartment(sqlite: Database): void {
  const group = sqlite.prepare(
    'INSERT INTO groups (id, code, name, sort_order, voided_on) VALUES (?, ?, ?, ?, NULL)',
  )
  for (const [at, name] of groups.entries()) group.run(at + 1, `Z${at + 1}`, name, at + 1)
  const person = sqlite.prepare(
    `INSERT INTO staff (id, name, group_id, staff_code, post, phone, note, sort_order, joined_on, left_on)
     VALUES (?, ?, ?, ?, '科员', '', '', ?, ?, NULL)`,
  )
  for (let id = 1; id <= people; id += 1) {
    const name = `${'王李张刘陈杨赵黄周吴'.charAt(id % 10)}${String.fromCodePoint(0x4e00 + id * 7)}`
    person.run(id, name, groupOf(id), String(id).padStart(4, '0'), id, first_day)
  }
}

const groupOf = (id: number) => (id % groups.length) + 1

function writeDuties(sqlite: Database): void {
  const number = sqlite.prepare(
    "INSERT INTO number_register (kind, scope, serial, number, state, reason) VALUES ('duty', ?, ?, ?, 'used', '')",
  )
  const duty = sqlite.prepare(
    `INSERT INTO duties (id, number, group_id, category_id, content, frequency, due_rule, basis, standard, output,
       remark, sort_order, voided_on, void_reason) VALUES (?, ?, ?, ?, ?, '每月', '每月25日前', '', '', '', '', ?, NULL, '')`,
  )
  const holder = sqlite.prepare(
    'INSERT INTO duty_holders (duty_id, staff_id, role, rank, from_on, to_on) VALUES (?, ?, ?, 1, ?, NULL)',
  )
  for (const { id, title } of ledgerRows(duties)) {
    const scope = `Z${groupOf(id)}-DJ`
    const serial = Math.ceil(id / groups.length)
    const words = `${scope}-${String(serial).padStart(3, '0')}`
    number.run(scope, serial, words)
    duty.run(id, words, groupOf(id), (id % 6) + 1, title, id)
    holder.run(id, (id % people) + 1, 'A', first_day)
    holder.run(id, ((id + groups.length) % people) + 1, 'B', first_day)
  }
  const index = sqlite.prepare(
    "INSERT INTO search_duties (rowid, words, initials, facets) VALUES (?, ?, '', '')",
  )
  for (const { id, words } of sqlite
    .prepare("SELECT id, concat_ws(char(10), number, content, due_rule, '', '', '') AS words FROM duties")
    .all() as { id: number; words: string }[]) {
    index.run(id, tokensOf(plainText(words)))
  }
}

/** In the order in which they were registered; the numbers of a year and category have no gap. */
function* benchMatters(sqlite: Database, count: number, days: number): Generator<BenchMatter> {
  const codes = sqlite.prepare('SELECT code FROM categories ORDER BY id').pluck().all() as string[]
  const serials = new Map<string, number>()
  for (const row of ledgerRows(count)) {
    const listed_on = addDays(bench_today, Math.floor((row.id / count) * (days - 1)) - days)
    const category_id = (row.id % codes.length) + 1
    const scope = `${listed_on.slice(0, 4)}-${codes[category_id - 1]}`
    const serial = (serials.get(scope) ?? 0) + 1
    serials.set(scope, serial)
    const state = stateOf(row.id, listed_on)
    const is_done = state === 'archived' || state === 'signed_off'
    const number = `${scope}-${String(serial).padStart(4, '0')}`
    const due_on = addDays(listed_on, 5 + (row.id % 30))
    const done_on = is_done ? addDays(listed_on, 1 + (row.id % 40)) : null
    yield { id: row.id, category_id, number, listed_on, due_on, state, done_on, row }
  }
  const taken = sqlite.prepare(
    "INSERT INTO number_register (kind, scope, serial, number, state, reason) VALUES ('matter', ?, ?, ?, 'used', '')",
  )
  for (const [scope, last] of serials) {
    for (let serial = 1; serial <= last; serial += 1) {
      taken.run(scope, serial, `${scope}-${String(serial).padStart(4, '0')}`)
    }
  }
}

/** What is older than two months is archived, but for a few that were withdrawn; of the newest most are open. */
function stateOf(id: number, listed_on: string): string {
  if (listed_on < addDays(bench_today, -60)) return id % 50 === 0 ? 'withdrawn' : 'archived'
  if (listed_on < addDays(bench_today, -14)) {
    return (['archived', 'archived', 'signed_off', 'in_progress'] as const)[id % 4] ?? 'archived'
  }
  return id % 3 === 0 ? 'assigned' : 'in_progress'
}

function matterWriter(sqlite: Database): (matter: BenchMatter) => void {
  const insert = sqlite.prepare(
    `INSERT INTO matters (id, number, title, detail, category_id, group_id, staff_id, duty_id, helpers, leader, source,
       listed_on, original_due_on, due_on, due_text, state, finished_on, signed_off_on, signed_off_by, evidence, remark)
     VALUES (@id, @number, @title, @detail, @category_id, @group_id, @staff_id, @duty_id, '', '', @source,
       @listed_on, @due_on, @due_on, '', @state, @done_on, @done_on, @by, '', '')`,
  )
  const week = sqlite.prepare(
    `INSERT INTO matter_weeks (matter_id, week_monday, is_planned, progress, week_state, unfinished_reason, sort_order)
     VALUES (?, ?, ?, ?, ?, '', ?)`,
  )
  const entry = sqlite.prepare(
    `INSERT INTO archive_entries (id, matter_id, archived_on, archived_by, retention, location, materials, remark)
     VALUES (?, ?, ?, '处长', ?, ?, '', '')`,
  )
  const index = (table: string) =>
    sqlite.prepare(`INSERT INTO search_${table} (rowid, words, initials, facets) VALUES (?, ?, '', ?)`)
  const [index_matter, index_entry] = [index('matters'), index('archive_entries')]
  let entries = 0
  return ({ row, ...matter }) => {
    const { id, number, listed_on, done_on, state } = matter
    const staff_id = (id % people) + 1
    insert.run({
      ...matter,
      title: row.title,
      detail: row.progress,
      source: row.source,
      group_id: groupOf(staff_id),
      staff_id,
      duty_id: id % 3 === 0 ? (id % duties) + 1 : null,
      by: done_on === null ? '' : '处长',
    })
    const monday = mondayOf(listed_on)
    week.run(id, monday, 1, row.progress, id % 3 === 0 || done_on === null ? 'in_progress' : 'done', id)
    if (id % 3 === 0) week.run(id, addDays(monday, 7), 1, row.progress, done_on ? 'done' : 'in_progress', id)
    const facets = (day: string) =>
      `d${day.replaceAll('-', '')} c${matter.category_id} g${groupOf(staff_id)} s${staff_id}`
    if (state !== 'archived') {
      const words = tokensOf(plainText([number, row.title, row.progress, row.source, ''].join('\n')))
      index_matter.run(id, words, facets(listed_on))
      return
    }
    entries += 1
    const location = `${(id % 12) + 1}号柜${(id % 40) + 1}盒`
    const retention = ['Y', 'D30', 'D10'][id % 3]
    entry.run(entries, id, done_on, retention, location)
    const words = tokensOf(plainText([number, row.title, row.progress, location, ''].join('\n')))
    index_entry.run(entries, words, `${facets(done_on ?? listed_on)} r${retention}`)
  }
}

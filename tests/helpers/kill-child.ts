// The program without its window, at work until it is killed: `node kill-child.ts FOLDER WORK RUN ROSTERS`.
// Before a step it prints what the step will leave, afterwards that it was acknowledged; see `KillLine`.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from '../../src-main/answer.ts'
import { clockOf } from '../../src-main/clock.ts'
import { readInitials } from '../../src-main/database/initials.ts'
import { openExcel } from '../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../src-main/excel/start-node-process.ts'
import { createIncoming } from '../../src-main/files/incoming.ts'
import { createHandlers } from '../../src-main/handlers.ts'
import { startUp } from '../../src-main/start-up.ts'
import type { Input, Method, Output } from '../../src-shared/contract.ts'
import type { ImportAnswer } from '../../src-shared/imports.ts'
import type { Fact } from './check-book.ts'
import { person } from './department.ts'
import { openNodePreviews } from './open-node-previews.ts'

/** `none` ends by itself once it has started. */
export type KillWork = 'none' | 'entry' | 'import' | 'sign_off' | 'backup' | 'restore'
export type KillLine = { state: 'ready' } | { state: 'begun'; facts: Fact[] } | { state: 'done' }

const [folder = '', work = '', run = '', rosters = ''] = process.argv.slice(2)
const monday = '2026-11-16'
const clock = clockOf(() => new Date('2026-11-18T09:00:00'))
let next_roster = 0

const started = await startUp({
  folder,
  clock,
  app_version: '0.1.0',
  fillSample: () => Promise.resolve(),
})
if (started.state === 'stopped') throw new Error(JSON.stringify(started.problem))
const { books, backups } = started
// As the program does after its first screen: the dictionary is there before the first change.
await readInitials([])
const handlers = createHandlers({
  books,
  backups,
  clock,
  app_version: '0.1.0',
  excel: openExcel(startNodeProcess),
  incoming: createIncoming(),
  previews: openNodePreviews(),
  printPage: async () => Buffer.from('%PDF-'),
  dialogs: {
    chooseFiles: async () => [],
    chooseWorkbook: async () => join(rosters, rosterNames()[next_roster++] ?? ''),
    chooseFolder: async () => null,
    chooseWhereToSave: async () => null,
    showInFolder: () => {},
    openFile: async () => {},
  },
})

function rosterNames(): string[] {
  return readdirSync(rosters).filter((name) => name.startsWith(`${run}-`))
}

function say(line: KillLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Through the door that the page uses. */
async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await answer(handlers, method, input)
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`)
  return reply.value as Output<M>
}

async function step<T>(facts: Fact[], take: () => Promise<T>): Promise<T> {
  say({ state: 'begun', facts })
  const value = await take()
  say({ state: 'done' })
  return value
}

function matter(title: string, group_id: number): Input<'weekly.add'> {
  const empty = { detail: '', helpers: '', leader: '', source: '', due_text: '', remark: '' }
  const links = { category_id: 1, group_id, staff_id: null, duty_id: null, due_on: null }
  return {
    week_monday: monday,
    is_planned: true,
    matter: { title, ...empty, ...links },
    line: { progress: '', week_state: 'in_progress', unfinished_reason: '', evidence: '' },
  }
}

async function firstGroup(): Promise<number> {
  const [group] = await call('groups.list', {})
  return group?.id ?? (await call('groups.add', { code: 'ZZ', name: '组织组' })).id
}

const fact = (table: string, row: Fact['row']): Fact => ({ table, row })

async function entry(nth: number): Promise<void> {
  const name = `${run}-${nth}`
  const group_id = await firstGroup()
  const { id } = await step([fact('staff', { staff_code: name })], () =>
    call('staff.add', person('张三', { staff_code: name, group_id })),
  )
  await step([fact('staff', { staff_code: name, phone: '1' })], () =>
    call('staff.edit', { id, draft: person('张三', { staff_code: name, phone: '1', group_id }) }),
  )
  const added = fact('matters', { title: name })
  await step([added, fact('changes', { title: `登记事项 ${await nextNumber()}` })], () =>
    call('weekly.add', matter(name, group_id)),
  )
}

/** Numbers are counted up without a gap here, so the next one is known before it is taken. */
async function nextNumber(): Promise<string> {
  const { next } = books
    .own()
    .sqlite.prepare("SELECT coalesce(max(serial), 0) + 1 AS next FROM number_register WHERE kind = 'matter'")
    .get() as { next: number }
  return `2026-DJ-${String(next).padStart(4, '0')}`
}

async function signOff(nth: number): Promise<void> {
  const group_id = await firstGroup()
  const numbers: string[] = []
  for (let one = 1; one <= 5; one += 1) {
    const title = `${run}-${nth}-${one}`
    const { number } = await step([fact('matters', { title })], () =>
      call('weekly.add', matter(title, group_id)),
    )
    numbers.push(number)
  }
  const { rows } = await call('weekly.show', { week_monday: monday, group_id: null })
  const matter_ids = rows.filter((row) => numbers.includes(row.number)).map((row) => row.matter_id)
  const archive = { retention: 'D10', location: '', materials: '', remark: '' } as const
  const facts = [
    ...matter_ids.map((id) => fact('matters', { id, state: 'archived', signed_off_by: '王处' })),
    ...matter_ids.map((matter_id) => fact('archive_entries', { matter_id, archived_by: '王处' })),
    ...matter_ids.map((matter_id) => fact('matter_weeks', { matter_id, week_state: 'done' })),
    ...matter_ids.map((matter_id) => fact('matter_events', { matter_id, kind: 'signed_off' })),
  ]
  const on = { finished_on: '2026-11-18', signed_off_on: '2026-11-18', signed_off_by: '王处' }
  await step(facts, () => call('weekly.signOff', { matter_ids, ...on, archive }))
}

let chosen: ImportAnswer | null = null

async function chooseRoster(): Promise<void> {
  const choices = { sheet: null, week_monday: null, group_id: null, category_id: null }
  chosen = await call('imports.choose', { kind: 'staff', choices })
}

async function importRoster(): Promise<void> {
  // A fast machine may have imported them all before it is killed.
  if (next_roster === rosterNames().length) return sleep(1000)
  if (chosen?.state !== 'preview') throw new Error('No roster was chosen')
  const { import_id, rows, totals } = chosen.preview
  if (totals.new !== 20) throw new Error(`Not a fresh roster of 20: ${JSON.stringify(totals)}`)
  const codes = rows.flatMap((row) => row.values.filter(({ label }) => label === '工号'))
  const facts = codes.map(({ value }) => fact('staff', { staff_code: value }))
  await step(facts, () => call('imports.save', { import_id, left_out: [] }))
  await chooseRoster()
}

async function backUp(nth: number): Promise<void> {
  const name = `${run}-${nth}`
  await step([fact('staff', { staff_code: name })], () =>
    call('staff.add', person('李四', { staff_code: name })),
  )
  await call('backups.make', {})
}

/** To and fro between two states of the book, each by the newest backup of the other. */
async function restore(): Promise<void> {
  const here = books.own().sqlite.prepare('SELECT count(*) FROM staff').pluck().get()
  const there = (await call('backups.list', {})).find((backup) => backup.counts.staff !== here)
  await call('backups.restore', { name: there?.name ?? '' })
}

const steps: Record<KillWork, (nth: number) => Promise<void>> = {
  none: async () => process.exit(0),
  entry,
  import: importRoster,
  sign_off: signOff,
  backup: backUp,
  restore,
}

await firstGroup()
if (work === 'import') await chooseRoster()
say({ state: 'ready' })
for (let nth = 1; ; nth += 1) await steps[work as KillWork](nth)

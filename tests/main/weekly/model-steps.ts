// Steps that a clerk takes on a book, and the same on the model of it: both must agree on whether they may be taken.
import fc from 'fast-check'
import { expect } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import type { Change } from '../../../src-main/database/change.ts'
import { askSignOff } from '../../../src-main/weekly/ask-sign-off.ts'
import { carryOver, mattersToCarry } from '../../../src-main/weekly/carry-over.ts'
import { closeWeek } from '../../../src-main/weekly/close-week.ts'
import { cureDefects } from '../../../src-main/weekly/defects.ts'
import { addMatter } from '../../../src-main/weekly/edit-matter.ts'
import { extendMatters } from '../../../src-main/weekly/extend-matters.ts'
import { returnMatters } from '../../../src-main/weekly/return-matters.ts'
import { writeWeekLine } from '../../../src-main/weekly/week-lines.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import type { WeekState } from '../../../src-shared/weekly.ts'
import { mergedMondays, nextWorkWeek } from '../../../src-shared/working-days.ts'
import { matterOf } from '../../helpers/fill-department.ts'
import * as model from './model-life.ts'
import type { Life } from './random-life.ts'

export interface Run {
  life: Life
  now: model.Model
  /** Each change that can still be taken back, with the model before it. */
  before: { change_id: number; was: model.Model }[]
  /** Numbers whose registration was taken back. */
  gaps: Set<string>
  /** How many steps were taken: what is written is another text each time. */
  steps: number
}

export interface ModelStep {
  take(run: Run): Promise<void>
  toString(): string
}

function step<T>(name: string, of: fc.Arbitrary<T>, take: (run: Run, of: T) => Promise<void>) {
  return of.map((values): ModelStep => {
    return { take: (run) => take(run, values), toString: () => `${name} ${JSON.stringify(values)}` }
  })
}

/** Places in the list of matters, taken around its end. */
const places = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 })
const days = fc.nat({ max: 40 })
const anyState = fc.constantFrom<WeekState>('not_started', 'in_progress', 'done', 'unfinished')

export const anyModelStep: fc.Arbitrary<ModelStep> = fc.oneof(
  { weight: 5, arbitrary: step('add', fc.record({ ahead: fc.nat({ max: 2 }), days }), add) },
  { weight: 4, arbitrary: step('say', fc.record({ places, state: anyState }), say) },
  { weight: 2, arbitrary: step('ask', places, ask) },
  {
    weight: 3,
    arbitrary: step('sign', fc.record({ places, is_lacking: fc.boolean(), archives: fc.boolean() }), sign),
  },
  { weight: 2, arbitrary: step('give back', places, giveBack) },
  { weight: 1, arbitrary: step('withdraw', places, withdraw) },
  { weight: 2, arbitrary: step('extend', fc.record({ places, days }), extend) },
  { weight: 1, arbitrary: step('cure', places, cure) },
  { weight: 5, arbitrary: step('carry', fc.constant(null), carryAll) },
  { weight: 1, arbitrary: step('close', fc.constant(null), close) },
  { weight: 3, arbitrary: step('undo', fc.constant(null), undoLast) },
  {
    weight: 5,
    arbitrary: step('wait', fc.integer({ min: 1, max: 12 }), async ({ life }, more) =>
      life.book.setToday(addDays(life.today(), more)),
    ),
  },
)

export const todayOf = ({ life }: Run): model.Today => ({ day: life.today(), holidays: life.holidays })

function idsAt({ now }: Run, at: readonly number[]): number[] {
  const ids = [...now.matters.keys()]
  return [...new Set(at.flatMap((place) => ids[place % Math.max(ids.length, 1)] ?? []))]
}

function lastChange({ life }: Run): number {
  return life.all<{ id: number | null }>('SELECT max(id) AS id FROM changes')[0]?.id ?? 0
}

/** The book takes a step exactly when the model does, and what is refused leaves no trace. */
async function both(
  run: Run,
  work: (change: Change) => Promise<unknown>,
  follow: (now: model.Model) => void,
): Promise<boolean> {
  const was = run.now
  const next = model.copyOf(was)
  const change_before = lastChange(run)
  const is_allowed = isAllowed(() => follow(next))
  let refusal: unknown = null
  try {
    await run.life.book.change(work)
  } catch (error) {
    // A closed week speaks through its trigger.
    if (!(error instanceof UserProblem) && !String(error).includes('closed week')) throw error
    refusal = error
  }
  expect(refusal === null, String(refusal)).toBe(is_allowed)
  const change_id = lastChange(run)
  if (!is_allowed) expect(change_id).toBe(change_before)
  if (!is_allowed) return false
  run.now = next
  if (change_id !== change_before) run.before.push({ change_id, was })
  return true
}

function isAllowed(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof model.Refused) return false
    throw error
  }
}

/** Several matters at once, those at these places; nothing while there is none. */
async function onMatters(
  run: Run,
  at: readonly number[],
  work: (change: Change, matter_ids: number[], day: string) => Promise<unknown>,
  follow: (now: model.Model, matters: model.ModelMatter[], today: model.Today) => void,
): Promise<void> {
  const ids = idsAt(run, at)
  if (ids.length === 0) return
  await both(
    run,
    (change) => work(change, ids, run.life.today()),
    (now) => follow(now, model.chosen(now, ids), todayOf(run)),
  )
}

async function add(run: Run, { ahead, days }: { ahead: number; days: number }): Promise<void> {
  const { life } = run
  let week_monday = model.mondayOn(todayOf(run))
  for (let n = 0; n < ahead; n += 1) week_monday = nextWorkWeek(week_monday, life.holidays)
  const [due_on, is_planned] = [addDays(life.today(), days), ahead > 0]
  let number = ''
  const is_added = await both(
    run,
    async (change) => {
      const parts = { week_monday, due_on, is_planned }
      number = (await addMatter(change, matterOf(life.department, parts))).number
    },
    (now) => {
      if (now.closed.has(week_monday)) throw new model.Refused()
    },
  )
  if (!is_added) return
  expect(run.gaps.has(number)).toBe(false)
  const [row] = life.all<{ id: number }>('SELECT id FROM matters WHERE number = ?', number)
  const line = model.freshLine(is_planned, 'in_progress')
  run.now.matters.set(row?.id ?? 0, {
    ...{ number, due_on, original_due_on: due_on, events: [], is_uncured: false },
    state: is_planned ? 'assigned' : 'in_progress',
    weeks: new Map([[week_monday, line]]),
  })
}

async function say(run: Run, of: { places: number[]; state: WeekState }): Promise<void> {
  const line = { progress: `进展${run.steps}`, week_state: of.state, unfinished_reason: '' }
  await onMatters(
    run,
    of.places.slice(0, 1),
    (change, [matter_id = 0]) =>
      writeWeekLine(change, {
        matter_id,
        week_monday: model.mondayOn(todayOf(run)),
        is_planned: false,
        line: { ...line, evidence: '' },
      }),
    (now, matters, today) => {
      for (const matter of matters) model.say(now, matter, today, line)
    },
  )
}

function ask(run: Run, at: number[]): Promise<void> {
  return onMatters(
    run,
    at,
    (change, matter_ids, asked_on) => askSignOff(change, { matter_ids, asked_on, asked_by: '', note: '' }),
    model.ask,
  )
}

function sign(run: Run, of: model.Signing & { places: number[] }): Promise<void> {
  const missing = of.is_lacking ? '签到表' : ''
  const archive = of.archives
    ? ({ retention: 'D10', location: '', materials: '', remark: '' } as const)
    : null
  return onMatters(
    run,
    of.places,
    (change, matter_ids, day) =>
      signOffAndArchive(change, {
        ...{ matter_ids, finished_on: day, signed_off_on: day, signed_off_by: '赵处', archive },
        notes: matter_ids.map((matter_id) => ({ matter_id, evidence: '', missing })),
      }),
    (now, matters, today) => model.sign(now, matters, today, of),
  )
}

function giveBack(run: Run, at: number[]): Promise<void> {
  const returned = { returned_by: '赵处', reason: '补材料' }
  return onMatters(
    run,
    at,
    (change, matter_ids, returned_on) => returnMatters(change, { ...returned, matter_ids, returned_on }),
    model.giveBack,
  )
}

function withdraw(run: Run, at: number[]): Promise<void> {
  return onMatters(
    run,
    at,
    (change, matter_ids) => withdrawMatters(change, { matter_ids, reason: '不办了' }),
    (_, matters, today) => model.withdraw(matters, today),
  )
}

function extend(run: Run, { places, days }: { places: number[]; days: number }): Promise<void> {
  const new_due_on = addDays(run.life.today(), days)
  const approved = { new_due_on, reason: '等批复', approved_by: '赵处' }
  return onMatters(
    run,
    places,
    (change, matter_ids, extended_on) => extendMatters(change, { ...approved, matter_ids, extended_on }),
    (_, matters) => model.extend(matters, new_due_on),
  )
}

function cure(run: Run, at: number[]): Promise<void> {
  return onMatters(
    run,
    at,
    (change, matter_ids, cured_on) => {
      const defect_ids = matter_ids.map(
        (id) =>
          run.life.all<{ id: number }>(
            'SELECT id FROM matter_defects WHERE matter_id = ? AND cured_on IS NULL',
            id,
          )[0]?.id ?? 9999,
      )
      return cureDefects(change, { defect_ids, cured_on, cured_by: '赵处', cure: '签到表' })
    },
    (_, matters) => model.cure(matters),
  )
}

/** What the screen offers to carry is what the model says is left behind, and all of it goes. */
async function carryAll(run: Run): Promise<void> {
  const { life } = run
  const from_monday = model.mondayOn(todayOf(run))
  const question = { week_monday: from_monday, group_id: null }
  const offered = (await mattersToCarry(life.book.db, life.today(), question)).map((row) => row.matter_id)
  const ids = model.leftBehind(run.now, todayOf(run))
  expect(offered.toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b))
  if (ids.length === 0) return
  // Of a closed week nothing is written any more, 未完成原因 neither.
  const is_closed = mergedMondays(from_monday, life.holidays).some((monday) => run.now.closed.has(monday))
  const unfinished_reason = is_closed ? '' : `未完${run.steps}`
  const rows = ids.map((matter_id) => ({ matter_id, unfinished_reason }))
  await both(
    run,
    (change) => carryOver(change, { from_monday, rows }),
    (now) => model.carry(now, ids, todayOf(run), unfinished_reason),
  )
}

/** Whether a week may be closed yet is its own rule: the model only follows. */
async function close(run: Run): Promise<void> {
  const { book, holidays } = run.life
  const week_monday = model.mondayOn(todayOf(run))
  try {
    await book.change((change) => closeWeek(change, { week_monday }))
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error
    return
  }
  for (const monday of mergedMondays(week_monday, holidays)) run.now.closed.add(monday)
  // A closing stays told, and what it has closed stays as it is: the way back is unlocking, with a reason.
  run.before = []
}

async function undoLast(run: Run): Promise<void> {
  const last = run.before.pop()
  if (last === undefined) return
  await undoChange(run.life.book, run.life.book.clock, last.change_id)
  for (const [id, { number }] of run.now.matters) {
    if (!last.was.matters.has(id)) run.gaps.add(number)
  }
  run.now = last.was
}

import fc from 'fast-check'
import { expect } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import type { Change } from '../../../src-main/database/change.ts'
import { holidayTable } from '../../../src-main/holidays/holiday-table.ts'
import { carryOver, mattersToCarry } from '../../../src-main/weekly/carry-over.ts'
import { addMatter } from '../../../src-main/weekly/edit-matter.ts'
import { returnMatters } from '../../../src-main/weekly/return-matters.ts'
import { writeWeekLine } from '../../../src-main/weekly/week-lines.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { open_states } from '../../../src-shared/weekly.ts'
import { nextWorkWeek, workWeekOf } from '../../../src-shared/working-days.ts'
import { fillDepartment, matterOf } from '../../helpers/fill-department.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

/** Places in the list of matters, taken around its end. */
const pick = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 3 })
const steps = {
  add: fc.record({ ahead: fc.nat({ max: 2 }), due_in: fc.integer({ min: -6, max: 9 }) }),
  say: fc.record({
    pick,
    said: fc.constantFrom('done' as const, 'unfinished' as const, 'not_started' as const),
  }),
  sign: fc.record({ pick, archive: fc.boolean() }),
  giveBack: pick,
  withdraw: pick,
  carry: fc.constant(null),
  wait: fc.integer({ min: 1, max: 7 }),
}
const weights: Record<keyof typeof steps, number> = {
  add: 4,
  say: 3,
  sign: 2,
  giveBack: 2,
  withdraw: 1,
  carry: 3,
  wait: 3,
}
type StepName = keyof typeof steps
type StepOf<K extends StepName> = (typeof steps)[K] extends fc.Arbitrary<infer T> ? T : never
export type Step = { [K in StepName]: { name: K; of: StepOf<K> } }[StepName]

export const anyStep = fc.oneof(
  ...(Object.keys(steps) as StepName[]).map((name) => ({
    weight: weights[name],
    arbitrary: (steps[name] as fc.Arbitrary<unknown>).map((of) => ({ name, of }) as Step),
  })),
)

export async function beginLife(today: string) {
  const book = await openTestBook({ today })
  const department = await fillDepartment(book)
  const holidays = await holidayTable(book.db)
  const all = <T>(sql: string, ...values: unknown[]) => book.sqlite.prepare(sql).all(...values) as T[]
  return { book, department, holidays, all, today: () => book.clock.today() }
}
export type Life = Awaited<ReturnType<typeof beginLife>>

export function mondayIn(life: Life): string {
  return workWeekOf(life.today(), life.holidays)
}

export async function live(life: Life, step: Step): Promise<void> {
  if (step.name === 'wait') return life.book.setToday(addDays(life.today(), step.of))
  if (step.name === 'carry') return carryEverything(life)
  if (step.name !== 'add' && life.all('SELECT 1 FROM matters').length === 0) return
  await tryChange(life, (change) => perform(life, change, step))
}

/** Either all of a step happens, or it is refused in words and nothing is written. */
async function tryChange(life: Life, work: (change: Change) => Promise<unknown>): Promise<void> {
  const before = written(life)
  try {
    await life.book.change(work)
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error
    expect(written(life)).toBe(before)
  }
}

function written(life: Life): number {
  return life.all<{ n: number }>('SELECT count(*) AS n FROM change_rows')[0]?.n ?? 0
}

function perform(life: Life, change: Change, step: Step): Promise<unknown> {
  const day = life.today()
  const idsOf = (places: readonly number[]) => {
    const ids = life.all<{ id: number }>('SELECT id FROM matters ORDER BY id').map(({ id }) => id)
    return places.flatMap((place) => ids[place % Math.max(ids.length, 1)] ?? [])
  }
  if (step.name === 'add') return add(life, change, step.of)
  if (step.name === 'say') {
    const [matter_id = 0] = idsOf(step.of.pick)
    const line = { progress: day, week_state: step.of.said, unfinished_reason: '', evidence: '' }
    return writeWeekLine(change, { matter_id, week_monday: mondayIn(life), is_planned: false, line })
  }
  if (step.name === 'sign') {
    const facts = { retention: 'D10', location: '', materials: '', remark: '' } as const
    const archive = step.of.archive ? facts : null
    const signed = { finished_on: day, signed_off_on: day, signed_off_by: '赵处', archive }
    return signOffAndArchive(change, { matter_ids: idsOf(step.of.pick), ...signed })
  }
  if (step.name === 'giveBack') {
    const returned = { returned_on: day, returned_by: '赵处', reason: '补材料' }
    return returnMatters(change, { matter_ids: idsOf(step.of), ...returned })
  }
  if (step.name === 'withdraw') {
    return withdrawMatters(change, { matter_ids: idsOf(step.of), reason: '不办了' })
  }
  throw new Error(`${step.name} is no change`)
}

function add(life: Life, change: Change, { ahead, due_in }: StepOf<'add'>): Promise<unknown> {
  let week_monday = mondayIn(life)
  for (let n = 0; n < ahead; n++) week_monday = nextWorkWeek(week_monday, life.holidays)
  const due_on = addDays(life.today(), due_in)
  return addMatter(change, matterOf(life.department, { week_monday, due_on, is_planned: ahead > 0 }))
}

/** Carries what there is to carry, twice: the second time writes nothing, and every open matter stands in the next week. */
async function carryEverything(life: Life): Promise<void> {
  const { book } = life
  const question = { week_monday: mondayIn(life), group_id: null }
  const candidates = await mattersToCarry(book.db, life.today(), question)
  if (candidates.length === 0) return
  const rows = candidates.map(({ matter_id }) => ({ matter_id, unfinished_reason: '未完' }))
  const carry = () => book.change((change) => carryOver(change, { from_monday: question.week_monday, rows }))
  expect(await carry()).toEqual({ carried: rows.length })
  const before = written(life)
  expect(await carry()).toEqual({ carried: 0 })
  expect(written(life)).toBe(before)
  const this_week = await weekSheet(book.db, life.today(), question)
  const next = { week_monday: this_week.next_head.monday, group_id: null }
  const there = (await weekSheet(book.db, life.today(), next)).rows.map(({ matter_id }) => matter_id)
  const open = this_week.rows.filter(({ state }) => open_states.includes(state))
  expect(there).toEqual(expect.arrayContaining(open.map(({ matter_id }) => matter_id)))
}

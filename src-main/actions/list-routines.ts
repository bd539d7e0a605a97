import { UserProblem } from '../../src-shared/problem.ts'
import type { RoutineGeneration, RoutineStart } from '../../src-shared/routines.ts'
import { dueAfter } from '../../src-shared/scheduled-dates.ts'
import type { MatterDraft, NewMatter } from '../../src-shared/weekly.ts'
import { workWeekOf } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { dutiesOfFreeDates, recordDates } from '../routines/record-dates.ts'
import { type ScheduledDuty, scheduledDuties } from '../routines/routine-duties.ts'
import { type HoldersByDay, holdersOf } from '../routines/routine-holders.ts'
import { addMatters } from '../weekly/add-matters.ts'
import { nameMatters } from '../weekly/refuse-matters.ts'

/** 生成周期事项: each date becomes a planned matter of its week. One that was listed before is refused, so none comes twice. */
export async function listRoutines(
  change: Change,
  { rows }: RoutineGeneration,
): Promise<{ listed: number; numbers: string[] }> {
  const duties = await dutiesOfFreeDates(change, rows)
  const holders = await holdersOf(change.db, [...duties.keys()])
  const matters = rows.map(({ duty_id, title, due_on, week_monday }) =>
    plannedMatter(there(duties.get(duty_id)), holders, { title, due_on, week_monday }),
  )
  const added = await addMatters(change, matters)
  await recordDates(
    change,
    rows.map((row, at) => ({ ...row, matter_id: there(added[at]).matter_id, skip_reason: '' })),
  )
  change.describe(`生成周期事项 ${nameMatters(added)}`)
  return { listed: added.length, numbers: added.map(({ number }) => number) }
}

/** 发起一件 of a duty whose time limit runs from something that happens. */
export async function startRoutine(change: Change, start: RoutineStart): Promise<{ number: string }> {
  const [duty] = await scheduledDuties(change.db, [start.duty_id])
  if (duty === undefined || duty.voided_on !== null) {
    throw new UserProblem({
      code: 'duty_gone',
      message: '履职清单里已经没有这项职责。',
      next: '请刷新清单后再试。',
    })
  }
  const holidays = await holidayTable(change.db)
  const { schedule } = duty
  const due_on = schedule?.kind === 'trigger' ? dueAfter(schedule, start.event_on, holidays) : null
  const holders = await holdersOf(change.db, [duty.duty_id])
  const week_monday = workWeekOf(change.today, holidays)
  const matter = plannedMatter(duty, holders, { title: start.title, due_on, week_monday }, change.today)
  const [added] = await addMatters(change, [{ ...matter, is_planned: false }])
  const { number } = there(added)
  change.describe(`发起 ${duty.number}：${number}`)
  return { number }
}

type Wanted = Pick<MatterDraft, 'title' | 'due_on'> & { week_monday: string }

/** It belongs to whoever is A on the day it is due, with the B beside. */
function plannedMatter(
  duty: ScheduledDuty,
  holders: HoldersByDay,
  { title, due_on, week_monday }: Wanted,
  held_on = due_on ?? week_monday,
): NewMatter {
  const { a, bs } = holders.on(duty.duty_id, held_on)
  return {
    week_monday,
    is_planned: true,
    matter: {
      title,
      detail: duty.output === '' ? '' : `成果材料：${duty.output}`.slice(0, 2000),
      category_id: duty.category_id,
      group_id: duty.group_id,
      staff_id: a?.staff_id ?? null,
      duty_id: duty.duty_id,
      helpers: bs
        .map(({ name }) => name)
        .join('、')
        .slice(0, 200),
      leader: duty.leader,
      source: '职责',
      due_on,
      due_text: due_on === null ? duty.due_rule.slice(0, 60) : '',
      remark: '',
    },
    line: { progress: '', week_state: 'not_started', unfinished_reason: '', evidence: '' },
  }
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A row that was just read or written is missing')
  return value
}

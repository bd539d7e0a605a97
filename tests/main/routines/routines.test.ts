import { describe, expect, it } from 'vitest'
import { editDutyWithHolders } from '../../../src-main/actions/edit-duty-with-holders.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { saveHabit, skipDates, takeDateBack } from '../../../src-main/routines/record-dates.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { blank_duty_text } from '../../../src-shared/duties.ts'
import type { Schedule } from '../../../src-shared/schedule.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openRoutines } from './open-routines.ts'

const week_47 = '2026-11-16'
const week_48 = '2026-11-23'
const on_25th: Schedule = { kind: 'monthly', day: 25 }

describe('周期事项', () => {
  it('become planned matters of the week of their deadline, with the A of that day and the B beside', async () => {
    const { book, department, addDuty, waiting, list, titles } = await openRoutines()
    const duty = await addDuty({ schedule: on_25th, output: '会议记录', leader: '周处' })
    expect(await waiting(week_47)).toEqual([])
    const rows = await waiting(week_48)
    expect(rows).toEqual([
      {
        duty_id: duty.id,
        number: 'ZZ-DJ-001',
        content: '召开支委会',
        group_id: department.group_ids.ZZ,
        group_name: '组织组',
        category_name: '党建',
        frequency: '',
        due_rule: '',
        period: '2026-11',
        rule_on: '2026-11-25',
        due_on: '2026-11-25',
        week_monday: week_48,
        title: '召开支委会（11月）',
        staff_id: department.staff_ids.zhang,
        staff_name: '张三',
        helpers: '王五',
      },
    ])
    expect(await list(rows)).toEqual({ listed: 1, numbers: ['2026-DJ-0001'] })
    expect((await titles()).at(-1)?.title).toBe('生成周期事项 2026-DJ-0001')
    const sheet = await weekSheet(book.db, '2026-11-18', { week_monday: week_48, group_id: null })
    expect(sheet.rows).toMatchObject([
      {
        number: '2026-DJ-0001',
        title: '召开支委会（11月）',
        detail: '成果材料：会议记录',
        duty_id: duty.id,
        staff_name: '张三',
        helpers: '王五',
        leader: '周处',
        source: '职责',
        due_on: '2026-11-25',
        original_due_on: '2026-11-25',
        is_planned: true,
        week_state: 'not_started',
        state: 'assigned',
      },
    ])
  })

  it('do not come twice: not when run again, not when the matter was withdrawn, not when another day names the month', async () => {
    const { book, addDuty, waiting, listAll, year, department } = await openRoutines()
    const { id } = await addDuty({ schedule: on_25th })
    expect(await listAll(week_48)).toHaveLength(1)
    expect(await waiting(week_48)).toEqual([])
    const { id: matter_id } = await book.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
    await book.change((change) => withdrawMatters(change, { matter_ids: [matter_id], reason: '本月不开' }))
    expect(await waiting(week_48)).toEqual([])
    await book.change((change) =>
      editDutyWithHolders(change, id, {
        ...blank_duty_text,
        content: '召开支委会',
        group_id: department.group_ids.ZZ,
        category_id: department.category_ids.DJ,
        schedule: { kind: 'monthly', day: 'last' },
        a_staff_id: null,
        b_staff_ids: [],
      }),
    )
    expect(await waiting('2026-11-30')).toEqual([])
    const [routine] = (await year(2026)).routines
    expect(routine?.dates.at(-2)).toMatchObject({
      period: '2026-11',
      state: 'listed',
      matter_state: 'withdrawn',
    })
    expect(routine?.dates.at(-1)).toMatchObject({ period: '2026-12', state: 'waiting', due_on: '2026-12-31' })
  })

  it('are refused when somebody else has listed them meanwhile, and nothing is written', async () => {
    const { book, addDuty, waiting, list } = await openRoutines()
    await addDuty({ schedule: on_25th })
    const other = await addDuty({ content: '党费收缴', schedule: on_25th })
    const rows = await waiting(week_48)
    await list(rows.filter(({ duty_id }) => duty_id === other.id))
    expect(await problemOf(list(rows))).toMatchObject({
      code: 'routine_recorded',
      message: 'ZZ-DJ-002 的这一期已经生成过，或已注明不列入，没有重复生成。',
    })
    expect(await book.db.selectFrom('matters').select('number').execute()).toHaveLength(1)
  })

  it('wait again after generating was undone; the numbers are gaps', async () => {
    const { book, addDuty, waiting, listAll, undoLast } = await openRoutines()
    await addDuty({ schedule: on_25th })
    const rows = await listAll(week_48)
    await undoLast()
    expect(await waiting(week_48)).toEqual(rows)
    expect(await book.db.selectFrom('routine_dates').selectAll().execute()).toEqual([])
    await listAll(week_48)
    expect((await book.db.selectFrom('matters').select('number').execute())[0]?.number).toBe('2026-DJ-0002')
  })

  it('may be left out with a reason, and taken back', async () => {
    const { book, addDuty, waiting, year } = await openRoutines()
    await addDuty({ schedule: on_25th })
    const [row] = await waiting(week_48)
    if (row === undefined) throw new Error('nothing waits')
    const date = { duty_id: row.duty_id, period: row.period, rule_on: row.rule_on }
    await book.change((change) => skipDates(change, { dates: [date], reason: '与党员大会合并召开' }))
    expect(await waiting(week_48)).toEqual([])
    expect((await year(2026)).routines[0]?.dates[10]).toMatchObject({
      state: 'skipped',
      skip_reason: '与党员大会合并召开',
    })
    await book.change((change) => takeDateBack(change, date))
    expect(await waiting(week_48)).toEqual([row])
  })

  it('come into the list so many weeks earlier as their duty asks, and at once when that is past', async () => {
    const { book, addDuty, waiting } = await openRoutines()
    const { id } = await addDuty({ schedule: { kind: 'yearly', dates: [{ month: 12, day: 'last' }] } })
    expect(await waiting(week_48)).toEqual([])
    await book.change((change) => saveHabit(change, { duty_id: id, lead_weeks: 5 }))
    expect(await waiting(week_48)).toMatchObject([{ due_on: '2026-12-31', week_monday: week_48 }])
    await book.change((change) => saveHabit(change, { duty_id: id, lead_weeks: 20 }))
    expect(await waiting(week_47)).toMatchObject([{ week_monday: week_47, title: '召开支委会（2026年）' }])
  })

  it('are due on the working day before a holiday, and of week 53 in its own week', async () => {
    const { addDuty, waiting } = await openRoutines('2026-12-29')
    await addDuty({ schedule: { kind: 'weekly', weekday: 5 } })
    expect(await waiting('2026-12-28')).toMatchObject([
      { period: '2026-W53', rule_on: '2027-01-01', week_monday: '2026-12-28', title: '召开支委会（第53周）' },
    ])
  })

  it('end with their duty and begin with it', async () => {
    const { book, addDuty, waiting, year } = await openRoutines()
    const { id } = await addDuty({ schedule: on_25th, from_on: '2026-10-01' })
    expect((await year(2026)).routines[0]?.dates.map(({ period }) => period)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
    ])
    await book.change((change) => voidDuties(change, [id], '职能划出'))
    expect(await waiting(week_48)).toEqual([])
  })

  it('without a date of their own are listed by hand: the time limit runs from what happened', async () => {
    const { book, addDuty, year, start } = await openRoutines()
    const after_request: Schedule = {
      kind: 'trigger',
      event: '收到申请',
      side: 'after',
      count: 5,
      unit: 'working_day',
    }
    const { id } = await addDuty({
      content: '办理调动',
      schedule: after_request,
      due_rule: '收到申请后5个工作日内',
    })
    await addDuty({ content: '接待来访', due_rule: '随时' })
    expect((await year(2026)).by_hand.map(({ content, schedule }) => [content, schedule])).toEqual([
      ['办理调动', after_request],
      ['接待来访', null],
    ])
    const { number } = await start({ duty_id: id, event_on: '2026-11-17', title: '办理李某调动' })
    expect(await book.db.selectFrom('matters').select(['number', 'due_on', 'duty_id']).execute()).toEqual([
      { number, due_on: '2026-11-24', duty_id: id },
    ])
  })
})

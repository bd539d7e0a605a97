// What the screens ask, over a real book: preview, board, a month's risks. One office, read as a clerk would.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appointStandIn, dismissStandIn } from '../../../src-main/absences/appoint.ts'
import { dutyBoard, standingIn } from '../../../src-main/absences/duty-board.ts'
import { getAbsence } from '../../../src-main/absences/list-absences.ts'
import { monthRisk } from '../../../src-main/absences/month-risk.ts'
import { previewAbsence } from '../../../src-main/absences/preview-absence.ts'
import type { PreviewQuestion } from '../../../src-shared/absences.ts'
import { type HalfDaySpan, spanText } from '../../../src-shared/half-days.ts'
import { insertMatter } from '../../helpers/matter.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openOffice, type TestOffice } from './open-office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.book.close())

const monday_to_wednesday: HalfDaySpan = {
  from_on: '2026-11-23',
  from_half: 'am',
  to_on: '2026-11-25',
  to_half: 'pm',
}
const preview = (more: Partial<PreviewQuestion> = {}) =>
  previewAbsence(office.book.db, office.now, {
    staff_id: office.people.zhang,
    ...monday_to_wednesday,
    absence_id: null,
    stand_ins: [],
    ...more,
  })
const appoint = (absence_id: number, staff_id: number, span: Partial<HalfDaySpan> = {}) =>
  office.book.change((change) =>
    appointStandIn(change, {
      absence_id,
      duty_ids: [office.duties.meeting],
      staff_id,
      ...monday_to_wednesday,
      ...span,
      appointed_by: '陆处长',
    }),
  )

describe('while an absence is typed', () => {
  it('tells who stands in for each duty, by half days', async () => {
    await office.register({ staff_id: office.people.li, from_on: '2026-11-25', from_half: 'pm' })
    const { duties, length, needs_handover } = await preview()
    expect([length, needs_handover]).toEqual(['3天', true])
    expect(
      duties.map(({ content, role, standing, risks }) => ({
        content,
        role,
        standing: standing.map(({ name, as, ...span }) => `${spanText(span)} ${name}${as}`),
        risks: risks.map((span) => spanText(span)),
      })),
    ).toEqual([
      {
        content: '组织主题党日',
        role: 'A',
        standing: ['11月23日—25日上午 李四B', '11月25日下午 nobody'],
        risks: ['11月25日下午'],
      },
      {
        content: '党费收缴',
        role: 'B',
        standing: ['11月23日—25日上午 李四A', '11月25日下午 nobody'],
        risks: ['11月25日下午'],
      },
    ])
  })

  it('leaves the weekend out of the risks', async () => {
    const { duties } = await preview({
      staff_id: office.people.wang,
      from_on: '2026-11-27',
      to_on: '2026-11-30',
    })
    expect(duties.map(({ risks }) => risks.map((span) => spanText(span)))).toEqual([['11月27日', '11月30日']])
  })

  it('counts a working Saturday and leaves a holiday out', async () => {
    await office.book.change(async (change) => {
      await change.db.updateTable('duty_holders').set({ from_on: '2026-01-01' }).execute()
      change.describe('年初就任')
    })
    const { duties, length } = await preview({
      staff_id: office.people.wang,
      from_on: '2026-10-07',
      to_on: '2026-10-10',
    })
    expect([length, duties[0]?.risks.map((span) => spanText(span))]).toEqual(['3天', ['10月8日—10日']])
  })

  it('names who could stand in: who knows the duty first, then who does the like, the least loaded first', async () => {
    const { zhang, li, wang } = office.people
    await insertMatter(office.book, '上一次主题党日', {
      duty_id: office.duties.meeting,
      staff_id: wang,
      state: 'in_progress',
    })
    await office.register({ staff_id: li })
    const { duties } = await preview({ staff_id: zhang })
    const meeting = duties.find(({ duty_id }) => duty_id === office.duties.meeting)
    expect(meeting?.candidates).toEqual([
      {
        staff_id: wang,
        name: '王五',
        group_name: '人事组',
        phone: '',
        reasons: ['办过1件'],
        load: 2,
        is_partly_away: false,
      },
    ])
  })

  it('proposes nobody who is away all that time, and marks who is away for a part', async () => {
    const { li, wang, zhang } = office.people
    await insertMatter(office.book, '上一次', { duty_id: office.duties.meeting, helpers: '王五、赵六' })
    await office.register({ staff_id: li })
    const found = async () => {
      const { duties } = await preview({ staff_id: zhang })
      const meeting = duties.find(({ duty_id }) => duty_id === office.duties.meeting)
      return meeting?.candidates.map(({ name, reasons, is_partly_away }) => [name, reasons, is_partly_away])
    }
    expect(await found()).toEqual([['王五', ['协办过1件'], false]])
    const id = await office.register({ staff_id: wang, to_on: '2026-11-23' })
    expect(await found()).toEqual([['王五', ['协办过1件'], true]])
    await office.book.change(async (change) => {
      await change.db.updateTable('absences').set({ to_on: '2026-11-25' }).where('id', '=', id).execute()
      change.describe('延长')
    })
    expect(await found()).toEqual([])
  })

  it('lists what falls due in the window with who stands in on that day', async () => {
    const { zhang } = office.people
    const due = { staff_id: zhang, duty_id: office.duties.meeting, due_on: '2026-11-24' }
    await insertMatter(office.book, '报送党日计划', due)
    await insertMatter(office.book, '以后再说', { ...due, due_on: '2026-12-24' })
    await insertMatter(office.book, '已经办完', {
      ...due,
      state: 'signed_off',
      finished_on: '2026-11-19',
      signed_off_on: '2026-11-19',
      signed_off_by: '陆处长',
    })
    const { due: found, other_open } = await preview()
    expect([found.map(({ title, stand_in }) => [title, stand_in]), other_open]).toEqual([
      [['报送党日计划', '李四']],
      1,
    ])
  })

  it('says kindly that the time is taken', async () => {
    await office.register()
    expect((await preview({ from_on: '2026-11-25' })).clash).toBe(
      '张三11月23日—25日已经登记了年休假，时间重叠。',
    )
  })

  it('shows at once what a wished stand-in changes', async () => {
    const { li, wang } = office.people
    await office.register({ staff_id: li })
    const { duties } = await preview({ stand_ins: [{ duty_id: office.duties.meeting, staff_id: wang }] })
    const meeting = duties.find(({ duty_id }) => duty_id === office.duties.meeting)
    expect([meeting?.risks, meeting?.standing.map(({ name, as }) => [name, as])]).toEqual([
      [],
      [['王五', 'appointed']],
    ])
  })
})

describe('appointing a stand-in', () => {
  it('closes the gap for its days and is taken back', async () => {
    await office.register({ staff_id: office.people.li })
    const id = await office.register()
    await appoint(id, office.people.wang, { to_on: '2026-11-23' })
    const risks = async () =>
      (await getAbsence(office.book.db, office.now, id)).preview.duties
        .find(({ duty_id }) => duty_id === office.duties.meeting)
        ?.risks.map((span) => spanText(span))
    expect(await risks()).toEqual(['11月24日—25日'])
    const { stand_ins } = await getAbsence(office.book.db, office.now, id)
    await office.book.change((change) => dismissStandIn(change, stand_ins[0]?.id ?? 0))
    expect(await risks()).toEqual(['11月23日—25日'])
    expect((await office.titles_of_changes()).slice(0, 2)).toEqual([
      '取消指派 王五 顶岗 ZZ-DJ-001',
      '指派 王五 11月23日顶岗 ZZ-DJ-001',
    ])
  })

  it('refuses the person who is away and days outside the absence', async () => {
    const id = await office.register()
    expect(await problemOf(appoint(id, office.people.zhang))).toMatchObject({ code: 'own_stand_in' })
    const later = { from_on: '2026-12-01', to_on: '2026-12-02' }
    expect(await problemOf(appoint(id, office.people.wang, later))).toMatchObject({ code: 'outside_absence' })
  })

  it('asks for the leader when it is done with the registration', async () => {
    const { addAbsence } = await import('../../../src-main/absences/edit-absence.ts')
    const stand_ins = [{ duty_id: office.duties.meeting, staff_id: office.people.wang }]
    const add = office.book.change((change) =>
      addAbsence(change, { draft: office.draft({}), stand_ins, appointed_by: ' ' }),
    )
    expect(await problemOf(add)).toMatchObject({ fields: { appointed_by: '请填写批准指派的分管领导。' } })
  })
})

describe('the board', () => {
  const board = (day: string, half: 'am' | 'pm') =>
    dutyBoard(office.book.db, office.now, { at: { day, half } })

  it('tells for any half day who answers, with why A does not', async () => {
    await office.register({ to_half: 'am' })
    const at_noon = async (half: 'am' | 'pm') => {
      const { rows, away } = await board('2026-11-25', half)
      const row = rows.find(({ duty_id }) => duty_id === office.duties.meeting)
      return [row?.name, row?.as, row?.a_away, away.map(({ name }) => name)]
    }
    expect(await at_noon('am')).toEqual(['李四', 'B', '年休假，11月23日—25日上午', ['张三']])
    expect(await at_noon('pm')).toEqual(['张三', 'A', '', []])
  })

  it('shows this half day when none is asked for, and marks days off', async () => {
    const now = await dutyBoard(office.book.db, { day: '2026-11-21', half: 'pm' }, { at: null })
    expect([now.day, now.half, now.is_working_day, now.people]).toEqual(['2026-11-21', 'pm', false, 3])
  })

  it('has words for other screens only while somebody is away', async () => {
    expect(await standingIn(office.book.db, office.now)).toEqual({ away: [], duties: [], nobody: 0 })
    await office.register({ from_on: '2026-11-20', to_on: '2026-11-20' })
    expect(await standingIn(office.book.db, office.now)).toEqual({
      away: [{ staff_id: office.people.zhang, name: '张三', words: '年休假，11月20日' }],
      duties: [{ duty_id: office.duties.meeting, words: 'B岗李四顶岗' }],
      nobody: 0,
    })
  })
})

describe('the risks of a month', () => {
  it('are told per duty and stretch, joined over a weekend, with pairs that are away together', async () => {
    const { zhang, li } = office.people
    await office.register({ staff_id: zhang, from_on: '2026-11-26', to_on: '2026-12-03' })
    await office.register({ staff_id: li, from_on: '2026-11-27', to_on: '2026-11-30', kind: '出差' })
    const risk = await monthRisk(office.book.db, { month: '2026-11' })
    expect(risk.risks.map(({ number, why, length, ...row }) => [number, spanText(row), why, length])).toEqual(
      [
        ['ZZ-DJ-001', '11月27日—30日', '张三（年休假）、李四（出差）', '2天'],
        ['ZZ-DJ-002', '11月27日—30日', '李四（出差）、张三（年休假）', '2天'],
      ],
    )
    expect(risk.pairs.map(({ names, duties, ...span }) => [names, duties, spanText(span)])).toEqual([
      ['张三、李四', 2, '11月27日—30日'],
    ])
    expect(risk.days.filter(({ risks }) => risks.am > 0).map(({ day }) => day)).toEqual([
      '2026-11-27',
      '2026-11-30',
    ])
    expect(risk.people.map(({ name, spans }) => [name, spans.map((span) => spanText(span))])).toEqual([
      ['张三', ['11月26日—30日']],
      ['李四', ['11月27日—30日']],
    ])
    const december = await monthRisk(office.book.db, { month: '2026-12' })
    expect([december.risks, december.people.length]).toEqual([[], 1])
  })

  it('do not hold duties that have no A and B at all; these are counted apart', async () => {
    await office.book.change(async (change) => {
      await change.db.deleteFrom('duty_holders').where('duty_id', '=', office.duties.titles).execute()
      change.describe('撤下A岗')
    })
    const { risks, unassigned } = await monthRisk(office.book.db, { month: '2026-11' })
    expect([risks, unassigned]).toEqual([[], 1])
  })

  it('point to AB岗 where somebody has left for good', async () => {
    await office.book.change(async (change) => {
      await change.db
        .updateTable('staff')
        .set({ left_on: '2026-11-26' })
        .where('id', '=', office.people.wang)
        .execute()
      change.describe('离开')
    })
    const { risks } = await monthRisk(office.book.db, { month: '2026-11' })
    expect(risks.map(({ why, absence_id, ...row }) => [why, absence_id, spanText(row)])).toEqual([
      ['A岗、B岗已离开单位', null, '11月27日—30日'],
    ])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cancelAbsence, editAbsence, endAbsences, moveEnd } from '../../../src-main/absences/edit-absence.ts'
import { getAbsence, listAbsences } from '../../../src-main/absences/list-absences.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { AbsenceDraft } from '../../../src-shared/absences.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openOffice, type TestOffice } from './open-office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.book.close())

const list = () => listAbsences(office.book.db, office.now, { year: 2026, staff_id: null })
const end = (id: number, to_on: string, to_half: 'am' | 'pm' = 'pm') =>
  office.book.change((change) =>
    moveEnd(change, { id, to_on, to_half, approver: '陆处长', reason: '工作需要' }),
  )

describe('registering an absence', () => {
  it('keeps it with its half days, its state, its length in working days and what it needs', async () => {
    await office.register({ from_on: '2026-11-20', from_half: 'pm', to_on: '2026-11-23', to_half: 'am' })
    expect(await list()).toMatchObject([
      {
        name: '张三',
        group_name: '组织组',
        kind: '年休假',
        state: 'coming',
        length: '1天',
        duties: 1,
        risks: 0,
        needs_handover: true,
        handover: null,
      },
    ])
    expect((await office.titles_of_changes())[0]).toBe('登记 张三 11月20日下午—23日上午年休假')
  })

  it('asks no form for less than the days set', async () => {
    await office.register({ from_on: '2026-11-20', from_half: 'pm', to_on: '2026-11-22', to_half: 'pm' })
    expect(await list()).toMatchObject([{ length: '0.5天', needs_handover: false }])
  })

  it('refuses one that overlaps another of the same person, and says when the other ends', async () => {
    await office.register()
    const again = () => office.register({ from_on: '2026-11-25', from_half: 'pm', to_on: '2026-11-27' })
    expect(await problemOf(again())).toMatchObject({
      code: 'absences_overlap',
      message: '张三11月23日—25日已经登记了年休假，时间重叠。',
      next: '请改日期；如果是接着休，从11月26日上午起登记，或者延长原来的那一次。',
      fields: { from_on: '张三11月23日—25日已经登记了年休假，时间重叠。' },
    })
    await office.register({ from_on: '2026-11-26', to_on: '2026-11-27', kind: '事假' })
    await office.register({ staff_id: office.people.li })
    expect(await list()).toHaveLength(3)
  })

  it('lets two halves of one day be two absences', async () => {
    await office.register({ to_on: '2026-11-23', to_half: 'am' })
    await office.register({ from_half: 'pm', to_on: '2026-11-23', kind: '会议' })
    expect((await list()).map(({ kind }) => kind)).toEqual(['会议', '年休假'])
  })

  it('refuses days on which the person is not on the list', async () => {
    await office.book.change(async (change) => {
      await change.db
        .updateTable('staff')
        .set({ joined_on: '2026-11-24', left_on: '2026-11-30' })
        .where('id', '=', office.people.zhang)
        .execute()
      change.describe('改到岗离开日期')
    })
    expect(await problemOf(office.register())).toMatchObject({ code: 'before_joining' })
    expect(await problemOf(office.register({ from_on: '2026-11-25', to_on: '2026-12-01' }))).toMatchObject({
      code: 'after_leaving',
    })
  })

  it('has its dates in order', () => {
    const { error } = AbsenceDraft.safeParse(office.draft({ to_on: '2026-11-20' }))
    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['to_on'], '结束不能早于开始。'],
    ])
  })
})

describe('an absence that was registered', () => {
  it('is cancelled with a reason, stays in the list and leaves the time free', async () => {
    const id = await office.register()
    await office.book.change((change) => cancelAbsence(change, id, '工作走不开'))
    await office.register({ kind: '事假' })
    expect(await list()).toMatchObject([
      { kind: '事假', state: 'coming' },
      { state: 'cancelled', cancel_reason: '工作走不开' },
    ])
    const edit = office.book.change((change) => editAbsence(change, id, office.draft({})))
    expect(await problemOf(edit)).toMatchObject({ code: 'absence_cancelled' })
  })

  it('is shortened and extended with a trace, and who was appointed to its end follows it', async () => {
    const id = await office.register({}, [{ duty_id: office.duties.meeting, staff_id: office.people.wang }])
    const appointed = async () =>
      (await getAbsence(office.book.db, office.now, id)).stand_ins.map(
        ({ to_on, to_half }) => to_on + to_half,
      )
    await end(id, '2026-11-27', 'am')
    expect(await appointed()).toEqual(['2026-11-27am'])
    await end(id, '2026-11-24')
    expect(await appointed()).toEqual(['2026-11-24pm'])
    const { row, events } = await getAbsence(office.book.db, office.now, id)
    expect([row.to_on, events.map(({ kind, old_to_on, by_name }) => [kind, old_to_on, by_name])]).toEqual([
      '2026-11-24',
      [
        ['extended', '2026-11-25', '陆处长'],
        ['shortened', '2026-11-27', '陆处长'],
      ],
    ])
    expect((await office.titles_of_changes())[0]).toBe('张三 年休假提前返岗（11月23日—24日）')
  })

  it('cannot be extended into the next one, nor end before it begins', async () => {
    const id = await office.register()
    await office.register({ from_on: '2026-11-30', to_on: '2026-12-01' })
    expect(await problemOf(end(id, '2026-11-30', 'am'))).toMatchObject({ code: 'absences_overlap' })
    expect(await problemOf(end(id, '2026-11-20'))).toMatchObject({ code: 'end_before_start' })
    expect(await problemOf(end(id, '2026-11-25'))).toMatchObject({ code: 'same_end' })
  })

  it('drops an appointment that lies outside its new dates', async () => {
    const id = await office.register({}, [{ duty_id: office.duties.meeting, staff_id: office.people.wang }])
    await office.book.change(async (change) => {
      await change.db.updateTable('stand_ins').set({ from_on: '2026-11-25' }).execute()
      change.describe('只顶一天')
    })
    await end(id, '2026-11-24')
    expect((await getAbsence(office.book.db, office.now, id)).stand_ins).toEqual([])
  })

  it('ends with the person who leaves the unit; what would come later is cancelled', async () => {
    const long = await office.register({ to_on: '2026-12-04' })
    const later = await office.register({ from_on: '2026-12-10', to_on: '2026-12-11' })
    const touched = await office.book.change((change) =>
      endAbsences(change, office.people.zhang, '2026-11-30'),
    )
    const rows = await list()
    expect([
      touched,
      rows.map(({ id, to_on, state, cancel_reason }) => [id, to_on, state, cancel_reason]),
    ]).toEqual([
      2,
      [
        [later, '2026-12-11', 'cancelled', '2026年11月30日离开单位'],
        [long, '2026-11-30', 'coming', ''],
      ],
    ])
  })

  it('is undone in one step, with the appointments made with it', async () => {
    await office.register({}, [{ duty_id: office.duties.meeting, staff_id: office.people.wang }])
    const { id } = await office.book.db
      .selectFrom('changes')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await undoChange(office.book, office.book.clock, id)
    expect([await list(), await office.book.db.selectFrom('stand_ins').selectAll().execute()]).toEqual([
      [],
      [],
    ])
  })

  it('is kept apart from the others by the database itself', async () => {
    await office.register()
    const insert = office.book.change((change) =>
      change.db
        .insertInto('absences')
        .values({ ...office.draft({ from_half: 'pm' }), cancelled_on: null, cancel_reason: '' })
        .execute(),
    )
    await expect(insert).rejects.toThrow('two absences of one person at one time')
  })
})

import { describe, expect, it } from 'vitest'
import { editMatter } from '../../../src-main/weekly/edit-matter.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import type { MatterEdit, WeekRow } from '../../../src-shared/weekly.ts'
import { matterOf } from '../../helpers/fill-department.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { type OpenWeek, openWeek, week_47, week_48 } from './open-week.ts'

type Parts = Parameters<typeof matterOf>[1]

/** The edit a form sends: everything as the row has it, `parts` over it. */
function editOf(week: OpenWeek, row: WeekRow, parts: Parts, due_change: MatterEdit['due_change'] = null) {
  const { matter, line } = matterOf(week.department, { ...row, ...parts })
  const draft = Object.fromEntries(
    Object.keys(matterOf(week.department).matter).map((key) => [key, matter[key as keyof typeof matter]]),
  ) as typeof matter
  const edit: MatterEdit = { matter_week_id: row.id, matter: draft, line, due_change }
  return week.book.change((change) => editMatter(change, edit))
}

describe('adding a matter', () => {
  it('takes the number of its week year and category, and starts under way in a week that has begun', async () => {
    const week = await openWeek()
    expect(await week.add({ due_on: '2026-11-27', evidence: '通知' })).toEqual({ number: '2026-DJ-0001' })
    const row = await week.rowOf(week_47, '2026-DJ-0001')
    expect(row).toEqual({
      id: row.id,
      matter_id: row.matter_id,
      number: '2026-DJ-0001',
      week_monday: week_47,
      is_planned: true,
      title: '制定发展党员计划',
      detail: '',
      category_id: week.department.category_ids.DJ,
      category_name: '党建',
      group_id: week.department.group_ids.ZZ,
      group_name: '组织组',
      staff_id: week.department.staff_ids.zhang,
      staff_name: '张三',
      duty_id: null,
      helpers: '',
      leader: '',
      source: '',
      listed_on: '2026-11-20',
      original_due_on: '2026-11-27',
      due_on: '2026-11-27',
      due_text: '',
      remark: '',
      progress: '',
      week_state: 'in_progress',
      unfinished_reason: '',
      evidence: '通知',
      state: 'in_progress',
      is_reported_done: false,
      needs_evidence: false,
      missing: '',
      file_count: 0,
      paper: '',
      extended_times: 0,
      light: 'green',
      light_word: '按期',
      finished_on: null,
      signed_off_on: null,
      signed_off_by: '',
      carried_weeks: 0,
      return_reason: '',
      // What the light is read from comes along.
      amber_days: null,
      silent_from: week_47,
    })
    expect((await week.titles()).at(-1)).toBe('登记事项 2026-DJ-0001')
  })

  it('is 已交办 while its week lies ahead, and becomes 办理中 when a begun week says so', async () => {
    const week = await openWeek()
    await week.add({ week_monday: week_48, week_state: 'not_started' })
    const planned = (await week.sheet(week_47)).plan[0]
    expect(planned?.state).toBe('assigned')
    week.book.setToday('2026-11-24')
    await editOf(week, await week.rowOf(week_48, '2026-DJ-0001'), { remark: '另行通知' })
    expect((await week.rowOf(week_48, '2026-DJ-0001')).state).toBe('assigned')
    await editOf(week, await week.rowOf(week_48, '2026-DJ-0001'), { week_state: 'in_progress' })
    expect((await week.rowOf(week_48, '2026-DJ-0001')).state).toBe('in_progress')
  })

  it('counts the number in the ISO week year: the first of January 2027 still belongs to 2026', async () => {
    const week = await openWeek({ today: '2027-01-01' })
    expect(await week.add({ week_monday: '2026-12-28' })).toEqual({ number: '2026-DJ-0001' })
    expect(await week.add({ week_monday: '2027-01-04' })).toEqual({ number: '2027-DJ-0001' })
    expect((await week.sheet('2026-12-28')).head).toMatchObject({ week_year: 2026, week: 53 })
  })

  it('names the field when category, group, person or duty is gone or voided, and saves nothing', async () => {
    const week = await openWeek()
    await week.book.change(async ({ db }) => {
      await db.updateTable('categories').set({ voided_on: '2026-11-01' }).where('code', '=', 'JJ').execute()
      await db.updateTable('groups').set({ voided_on: '2026-11-01' }).where('code', '=', 'LZ').execute()
    })
    const fieldOf = async (parts: Parts) => Object.keys((await problemOf(week.add(parts))).fields ?? {})
    expect(await fieldOf({ category_id: week.department.category_ids.JJ })).toEqual(['matter.category_id'])
    expect(await fieldOf({ category_id: 999 })).toEqual(['matter.category_id'])
    expect(await fieldOf({ group_id: week.department.group_ids.LZ })).toEqual(['matter.group_id'])
    expect(await fieldOf({ staff_id: 999 })).toEqual(['matter.staff_id'])
    expect(await fieldOf({ duty_id: 999 })).toEqual(['matter.duty_id'])
    expect((await week.sheet(week_47)).rows).toEqual([])
    expect(await week.add()).toEqual({ number: '2026-DJ-0001' })
  })
})

describe('editing a matter', () => {
  it('changes its facts and the line of that week only', async () => {
    const week = await openWeek()
    const { number } = await week.add()
    await week.book.change(async ({ db }) => {
      const { id } = await db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
      const line = { matter_id: id, week_monday: week_48, is_planned: 1 as const, sort_order: 1 }
      const said = { progress: '下周再说', week_state: 'not_started' as const, unfinished_reason: '' }
      await db
        .insertInto('matter_weeks')
        .values({ ...line, ...said })
        .execute()
    })
    const before = await week.rowOf(week_47, number)
    await editOf(week, before, {
      title: '制定2027年发展党员计划',
      category_id: week.department.category_ids.ZH,
      staff_id: week.department.staff_ids.wang,
      progress: '已起草',
      week_state: 'unfinished',
      unfinished_reason: '等上级通知',
      evidence: '初稿',
    })
    expect(await week.rowOf(week_47, number)).toEqual({
      ...before,
      title: '制定2027年发展党员计划',
      category_id: week.department.category_ids.ZH,
      category_name: '综合',
      staff_id: week.department.staff_ids.wang,
      staff_name: '王五',
      progress: '已起草',
      week_state: 'unfinished',
      unfinished_reason: '等上级通知',
      evidence: '初稿',
    })
    expect((await week.sheet(week_47)).plan[0]).toMatchObject({ number, progress: '下周再说' })
    expect((await week.titles()).at(-1)).toBe('修改事项 2026-DJ-0001')
  })

  it('signs nothing off when the person says 已完成', async () => {
    const week = await openWeek()
    const { number } = await week.add()
    await editOf(week, await week.rowOf(week_47, number), { week_state: 'done' })
    const row = await week.rowOf(week_47, number)
    expect([row.week_state, row.state, row.signed_off_on]).toEqual(['done', 'in_progress', null])
  })

  it('refuses to move a due date without saying why, on the field', async () => {
    const week = await openWeek()
    const { number } = await week.add({ due_on: '2026-11-20' })
    const row = await week.rowOf(week_47, number)
    for (const due_on of ['2026-11-27', '2026-11-19', null]) {
      expect(await problemOf(editOf(week, row, { due_on, title: '改了' }))).toEqual({
        code: 'input',
        message: '时限已定为 2026-11-20，改动要写明是延期还是更正，原来的时限会一直保留。',
        fields: {
          'matter.due_on': '时限已定为 2026-11-20，改动要写明是延期还是更正，原来的时限会一直保留。',
        },
      })
    }
    expect(await week.rowOf(week_47, number)).toEqual(row)
  })

  it('keeps each extension beside the original due date', async () => {
    const week = await openWeek()
    const { number } = await week.add({ due_on: '2026-11-18' })
    const row = await week.rowOf(week_47, number)
    expect(row.light).toBe('red')
    const approved = { kind: 'extension', reason: '等批复', approved_by: '赵处' } as const
    await editOf(week, row, { due_on: '2026-11-27' }, approved)
    expect((await week.titles()).at(-1)).toBe('延期 2026-DJ-0001 到 2026-11-27')
    week.book.setToday('2026-11-24')
    await editOf(week, row, { due_on: null }, { ...approved, reason: '改为长期' })
    expect((await week.titles()).at(-1)).toBe('取消 2026-DJ-0001 的时限')
    await editOf(week, row, { due_on: '2026-12-31' })
    expect((await matterHistory(week.book.db, '2026-11-24', row.matter_id)).events).toEqual([
      {
        kind: 'extended',
        happened_on: '2026-11-20',
        by_name: '赵处',
        reason: '等批复',
        new_due_on: '2026-11-27',
        old_due_on: null,
      },
      {
        kind: 'extended',
        happened_on: '2026-11-24',
        by_name: '赵处',
        reason: '改为长期',
        new_due_on: null,
        old_due_on: null,
      },
    ])
    const after = await week.rowOf(week_47, number)
    expect([after.original_due_on, after.due_on]).toEqual(['2026-11-18', '2026-12-31'])
  })

  it('calls an earlier day no extension, and puts right what was written wrong with its trace', async () => {
    const week = await openWeek()
    const { number } = await week.add({ due_on: '2026-11-27' })
    const row = await week.rowOf(week_47, number)
    const extension = { kind: 'extension', reason: '写错了', approved_by: '赵处' } as const
    expect(await problemOf(editOf(week, row, { due_on: '2026-11-20' }, extension))).toMatchObject({
      fields: { 'matter.due_on': '延期要晚于现在的时限（2026年11月27日）；原来写错了的，请选“更正”。' },
    })
    await editOf(week, row, { due_on: '2026-11-20' }, { kind: 'correction', reason: '月份看错' })
    expect((await week.titles()).at(-1)).toBe('更正 2026-DJ-0001 的时限')
    const corrected = await week.rowOf(week_47, number)
    expect([corrected.original_due_on, corrected.due_on, corrected.extended_times]).toEqual([
      '2026-11-20',
      '2026-11-20',
      0,
    ])
    await editOf(week, corrected, { due_on: '2026-12-04' }, extension)
    await editOf(week, corrected, { due_on: '2026-12-11' }, { kind: 'correction', reason: '批的是11日' })
    const after = await week.rowOf(week_47, number)
    expect([after.original_due_on, after.due_on, after.extended_times]).toEqual([
      '2026-11-20',
      '2026-12-11',
      1,
    ])
    const { events } = await matterHistory(week.book.db, '2026-11-20', row.matter_id)
    expect(events.map(({ kind, old_due_on, new_due_on }) => [kind, old_due_on, new_due_on])).toEqual([
      ['corrected', '2026-11-27', '2026-11-20'],
      ['extended', null, '2026-12-04'],
      ['corrected', '2026-12-04', '2026-12-11'],
    ])
  })

  it('takes the first date of a matter that had none as its original one, without an extension', async () => {
    const week = await openWeek()
    const { number } = await week.add({ due_text: '月底前' })
    await editOf(week, await week.rowOf(week_47, number), { due_on: '2026-11-30' })
    const row = await week.rowOf(week_47, number)
    expect([row.original_due_on, row.due_on]).toEqual(['2026-11-30', '2026-11-30'])
    expect((await matterHistory(week.book.db, '2026-11-20', row.matter_id)).events).toEqual([])
  })

  it('keeps a voided category the matter has, but takes no other voided one', async () => {
    const week = await openWeek()
    const { number } = await week.add()
    await week.book.change(({ db }) =>
      db
        .updateTable('categories')
        .set({ voided_on: '2026-11-01' })
        .where('code', 'in', ['DJ', 'JJ'])
        .execute(),
    )
    const row = await week.rowOf(week_47, number)
    await editOf(week, row, { remark: '照旧' })
    expect((await week.rowOf(week_47, number)).remark).toBe('照旧')
    const moved = editOf(week, row, { category_id: week.department.category_ids.JJ })
    expect((await problemOf(moved)).fields).toHaveProperty(['matter.category_id'])
  })

  it('refuses what is signed off, withdrawn or gone, and says what to do', async () => {
    const week = await openWeek()
    const signed = await week.rowOf(week_47, (await week.add()).number)
    const withdrawn = await week.rowOf(week_47, (await week.add({ title: '办理退休手续' })).number)
    await week.signOff([signed.matter_id])
    await week.book.change((change) =>
      withdrawMatters(change, { matter_ids: [withdrawn.matter_id], reason: '不办了' }),
    )
    expect(await problemOf(editOf(week, signed, {}))).toEqual({
      code: 'matter_state',
      message: '2026-DJ-0001（制定发展党员计划）已销号，不能修改。',
      next: '需要改动时，请先退回这项事项。',
    })
    expect(await problemOf(editOf(week, withdrawn, {}))).toEqual({
      code: 'matter_state',
      message: '2026-DJ-0002（办理退休手续）已撤销，不能修改。',
      next: '需要重新办理时，请重新登记一项。',
    })
    expect(await problemOf(editOf(week, { ...signed, id: 999 }, {}))).toEqual({
      code: 'matter_gone',
      message: '台账里已经没有这项事项。',
      next: '可能是登记被撤销了，请刷新后重新选择。',
    })
  })

  it('leaves matters where they are when their person changes group or name', async () => {
    const week = await openWeek()
    const { number } = await week.add()
    const before = await week.rowOf(week_47, number)
    await week.book.change(({ db }) =>
      db
        .updateTable('staff')
        .set({ group_id: week.department.group_ids.LZ })
        .where('id', '=', week.department.staff_ids.zhang)
        .execute(),
    )
    expect(await week.rowOf(week_47, number)).toEqual(before)
  })
})

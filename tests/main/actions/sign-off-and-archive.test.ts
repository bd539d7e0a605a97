import { describe, expect, it } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { listArchive } from '../../../src-main/archive/list-archive.ts'
import { carryOver } from '../../../src-main/weekly/carry-over.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { ArchiveFilter } from '../../../src-shared/archive.ts'
import type { SignOff } from '../../../src-shared/weekly.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47, week_48 } from '../weekly/open-week.ts'

const archive = { retention: 'D30', location: '1柜2盒', materials: '通知、签到表', remark: '' } as const

async function openWeekToSign() {
  const week = await openWeek()
  const addRow = async (parts: Parameters<typeof week.add>[0] = {}, monday = week_47) => {
    const { number } = await week.add({ week_monday: monday, ...parts })
    const sheet = await week.sheet(week_47)
    const row = [...sheet.rows, ...sheet.plan].find((found) => found.number === number)
    if (!row) throw new Error(`${number} is in neither week`)
    return row
  }
  const sign = (matter_ids: number[], parts: Partial<SignOff> = {}) =>
    week.book.change((change) =>
      signOffAndArchive(change, {
        matter_ids,
        finished_on: '2026-11-19',
        signed_off_on: '2026-11-20',
        signed_off_by: '赵处',
        archive: null,
        ...parts,
      }),
    )
  return { ...week, addRow, sign }
}

describe('signOffAndArchive', () => {
  it('signs several matters off at once and records when, by whom, and the week as done', async () => {
    const { book, addRow, rowOf, sign, titles } = await openWeekToSign()
    const first = await addRow({ due_on: '2026-11-18', progress: '已办结' })
    const second = await addRow({ week_state: 'done', is_planned: false })
    expect(await sign([first.matter_id, second.matter_id, first.matter_id])).toEqual({
      signed_off: 2,
      archived: 0,
    })
    expect((await titles()).at(-1)).toBe('销号 2026-DJ-0001 等 2 项')
    const signed = {
      state: 'signed_off',
      week_state: 'done',
      is_reported_done: true,
      light: 'green',
      light_word: '按期',
      finished_on: '2026-11-19',
      signed_off_on: '2026-11-20',
      signed_off_by: '赵处',
    }
    expect(await rowOf(week_47, first.number)).toEqual({ ...first, ...signed })
    expect(await rowOf(week_47, second.number)).toEqual({ ...second, ...signed })
    expect((await matterHistory(book.db, '2026-11-20', first.matter_id)).events).toEqual([
      {
        kind: 'signed_off',
        happened_on: '2026-11-20',
        by_name: '赵处',
        reason: '',
        new_due_on: null,
        old_due_on: null,
      },
    ])
    const page = await listArchive(book.db, ArchiveFilter.parse({}))
    expect([page.total, page.waiting.map(({ number }) => number)]).toEqual([
      0,
      ['2026-DJ-0001', '2026-DJ-0002'],
    ])
  })

  it('archives in the same step when asked to (同步归档)', async () => {
    const { book, addRow, rowOf, sign, titles } = await openWeekToSign()
    const ids = []
    for (const title of ['一', '二', '三']) ids.push((await addRow({ title })).matter_id)
    expect(await sign(ids, { archive })).toEqual({ signed_off: 3, archived: 3 })
    expect((await titles()).at(-1)).toBe('销号并归档 2026-DJ-0001 等 3 项')
    expect(await rowOf(week_47, '2026-DJ-0003')).toMatchObject({ state: 'archived', week_state: 'done' })
    const page = await listArchive(book.db, ArchiveFilter.parse({}))
    expect(page.waiting).toEqual([])
    expect(page.rows[2]).toEqual({
      id: page.rows[2]?.id,
      matter_id: ids[0],
      number: '2026-DJ-0001',
      title: '一',
      category_name: '党建',
      group_name: '组织组',
      staff_name: '张三',
      finished_on: '2026-11-19',
      signed_off_on: '2026-11-20',
      signed_off_by: '赵处',
      archived_on: '2026-11-20',
      archived_by: '赵处',
      ...{ class_id: null, class_name: '', retention_rule: '', files: 0, missing: 0, corrections: 0 },
      ...archive,
    })
  })

  it('marks the week that runs, not a plan ahead of it, and takes the matter out of plans to come', async () => {
    const { book, addRow, sheet, rowOf, sign } = await openWeekToSign()
    const { matter_id, number } = await addRow()
    const rows = [{ matter_id, unfinished_reason: '' }]
    await book.change((change) => carryOver(change, { from_monday: week_47, rows }))
    await sign([matter_id])
    expect((await rowOf(week_47, number)).week_state).toBe('done')
    expect((await sheet(week_47)).plan).toEqual([])
  })

  it('keeps the one row of a matter that is finished before its first week', async () => {
    const { addRow, rowOf, sign } = await openWeekToSign()
    const { matter_id, number } = await addRow({}, week_48)
    await sign([matter_id])
    expect(await rowOf(week_48, number)).toMatchObject({ state: 'signed_off', week_state: 'done' })
  })

  it('refuses the whole step when one matter is signed off, archived or withdrawn already, and names it', async () => {
    const { book, addRow, rowOf, sign } = await openWeekToSign()
    const open = await addRow({ title: '待办' })
    const signed = await addRow({ title: '已办' })
    const archived = await addRow({ title: '已归' })
    const withdrawn = await addRow({ title: '已撤' })
    await sign([signed.matter_id])
    await sign([archived.matter_id], { archive })
    await book.change((change) =>
      withdrawMatters(change, { matter_ids: [withdrawn.matter_id], reason: '不办了' }),
    )
    const again = (row: { matter_id: number }) =>
      problemOf(sign([open.matter_id, row.matter_id], { archive })).then(({ message }) => message)
    expect(await again(signed)).toBe('2026-DJ-0002（已办）已销号，不能再销号。')
    expect(await again(archived)).toBe('2026-DJ-0003（已归）已归档，不能再销号。')
    expect(await again(withdrawn)).toBe('2026-DJ-0004（已撤）已撤销，不能再销号。')
    expect(await problemOf(sign([open.matter_id, 998, 999]))).toMatchObject({
      message: '有 2 项事项在台账里已经没有了。',
    })
    expect(await rowOf(week_47, open.number)).toEqual(open)
  })

  it('names the field of a date that cannot be', async () => {
    const { addRow, rowOf, sign } = await openWeekToSign()
    const row = await addRow()
    const fieldsOf = async (parts: Partial<SignOff>) => (await problemOf(sign([row.matter_id], parts))).fields
    expect(await fieldsOf({ finished_on: '2026-11-20', signed_off_on: '2026-11-19' })).toEqual({
      finished_on: '完成时间不能晚于销号时间（2026年11月19日）。',
    })
    expect(await fieldsOf({ signed_off_on: '2026-11-21' })).toEqual({
      signed_off_on: '销号时间不能晚于今天（2026年11月20日）。',
    })
    expect(await rowOf(week_47, row.number)).toEqual(row)
  })
})

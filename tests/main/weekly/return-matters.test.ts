import { describe, expect, it } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { returnMatters } from '../../../src-main/weekly/return-matters.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from './open-week.ts'

async function openWeekWithReturn() {
  const week = await openWeek()
  const giveBack = (matter_ids: number[], reason = '缺签到表', returned_on = week.book.clock.today()) =>
    week.book.change((change) =>
      returnMatters(change, { matter_ids, returned_on, returned_by: '赵处', reason }),
    )
  const addRow = async (parts: Parameters<typeof week.add>[0]) =>
    week.rowOf(week_47, (await week.add(parts)).number)
  return { ...week, giveBack, addRow }
}

describe('returnMatters', () => {
  it('puts what was reported done, and what was signed off, under way again with the reason', async () => {
    const { book, giveBack, addRow, rowOf, signOff, titles } = await openWeekWithReturn()
    const reported = await addRow({ week_state: 'done' })
    const signed = await addRow({ week_state: 'in_progress' })
    await signOff([signed.matter_id])
    expect(await giveBack([reported.matter_id, signed.matter_id])).toEqual({ returned: 2 })
    expect((await titles()).at(-1)).toBe('退回 2026-DJ-0001 等 2 项')
    const back = {
      week_state: 'in_progress',
      is_reported_done: false,
      state: 'in_progress',
      return_reason: '缺签到表',
    }
    expect(await rowOf(week_47, reported.number)).toEqual({ ...reported, ...back })
    expect(await rowOf(week_47, signed.number)).toEqual({ ...signed, ...back })
    expect((await matterHistory(book.db, '2026-11-20', signed.matter_id)).events).toEqual([
      {
        kind: 'signed_off',
        happened_on: '2026-11-20',
        by_name: '赵处',
        reason: '',
        new_due_on: null,
        old_due_on: null,
      },
      {
        kind: 'returned',
        happened_on: '2026-11-20',
        by_name: '赵处',
        reason: '缺签到表',
        new_due_on: null,
        old_due_on: null,
      },
    ])
  })

  it('shows the latest reason until the matter is signed off', async () => {
    const { giveBack, addRow, rowOf, signOff } = await openWeekWithReturn()
    const { matter_id, number } = await addRow({ week_state: 'done' })
    await giveBack([matter_id], '缺签到表')
    await signOff([matter_id])
    expect((await rowOf(week_47, number)).return_reason).toBe('')
    await giveBack([matter_id], '日期不对')
    expect((await rowOf(week_47, number)).return_reason).toBe('日期不对')
  })

  it('refuses what nobody reported as done, what is archived and what is withdrawn, and changes nothing', async () => {
    const { book, giveBack, addRow, rowOf } = await openWeekWithReturn()
    const open = await addRow({})
    const done = await addRow({ week_state: 'done' })
    const archived = await addRow({ title: '整理干部档案' })
    const archive = { retention: 'D10', location: '', materials: '', remark: '' } as const
    const day = '2026-11-20'
    await book.change((change) =>
      signOffAndArchive(change, {
        matter_ids: [archived.matter_id],
        finished_on: day,
        signed_off_on: day,
        signed_off_by: '赵处',
        archive,
      }),
    )
    expect(await problemOf(giveBack([done.matter_id, open.matter_id]))).toEqual({
      code: 'matter_state',
      message: '2026-DJ-0001（制定发展党员计划）还没有报完成，不能退回。',
      next: '进展不实时，请直接修改它的完成情况。',
    })
    expect(await problemOf(giveBack([done.matter_id, archived.matter_id]))).toEqual({
      code: 'matter_state',
      message: '2026-DJ-0003（整理干部档案）已归档，不能退回。',
      next: '已归档的事项只能查看；如果是刚刚归错，请在操作记录里撤销那次归档。',
    })
    expect((await problemOf(giveBack([done.matter_id], '缺材料', '2026-11-21'))).fields).toEqual({
      returned_on: '退回时间不能晚于今天（2026年11月20日）。',
    })
    expect(await rowOf(week_47, done.number)).toEqual(done)
  })
})

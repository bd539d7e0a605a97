import { describe, expect, it } from 'vitest'
import { askSignOff } from '../../../src-main/weekly/ask-sign-off.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { returnMatters } from '../../../src-main/weekly/return-matters.ts'
import { writeWeekLine } from '../../../src-main/weekly/week-lines.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from './open-week.ts'

async function openWeekToAsk() {
  const week = await openWeek()
  const ask = (matter_ids: number[], asked_by = '', asked_on = '2026-11-20') =>
    week.book.change((change) => askSignOff(change, { matter_ids, asked_on, asked_by, note: '材料已备齐' }))
  const addRow = async (parts: Parameters<typeof week.add>[0] = {}) =>
    week.rowOf(week_47, (await week.add(parts)).number)
  const say = (matter_id: number, week_state: 'done' | 'in_progress') =>
    week.book.change((change) =>
      writeWeekLine(change, {
        matter_id,
        week_monday: week_47,
        is_planned: true,
        line: { progress: '再核一遍', week_state, unfinished_reason: '', evidence: '' },
      }),
    )
  const eventsOf = async (matter_id: number) =>
    (await matterHistory(week.book.db, '2026-11-20', matter_id)).events
  return { ...week, ask, addRow, say, eventsOf }
}

describe('askSignOff', () => {
  it('lets matters wait for their review, asked for by each one’s own person unless somebody is named', async () => {
    const { ask, addRow, rowOf, eventsOf, titles } = await openWeekToAsk()
    const first = await addRow()
    const second = await addRow({ title: '核对名册' })
    expect(await ask([first.matter_id, second.matter_id])).toEqual({ asked: 2 })
    expect((await titles()).at(-1)).toBe('申请销号 2026-DJ-0001 等 2 项')
    const waiting = { state: 'sign_off_asked', week_state: 'done', is_reported_done: true }
    expect(await rowOf(week_47, first.number)).toEqual({ ...first, ...waiting })
    const third = await addRow({ title: '会议纪要' })
    await ask([third.matter_id], '李四')
    const asked = {
      kind: 'sign_off_asked',
      happened_on: '2026-11-20',
      reason: '材料已备齐',
      new_due_on: null,
      old_due_on: null,
    }
    expect([...(await eventsOf(second.matter_id)), ...(await eventsOf(third.matter_id))]).toEqual([
      { ...asked, by_name: '张三' },
      { ...asked, by_name: '李四' },
    ])
  })

  it('is reviewed by signing off or by returning, and each leaves its event', async () => {
    const { book, ask, addRow, rowOf, signOff, eventsOf } = await openWeekToAsk()
    const signed = await addRow()
    const returned = await addRow()
    await ask([signed.matter_id, returned.matter_id])
    await signOff([signed.matter_id])
    await book.change((change) =>
      returnMatters(change, {
        matter_ids: [returned.matter_id],
        returned_on: '2026-11-20',
        returned_by: '赵处',
        reason: '缺签到表',
      }),
    )
    expect((await rowOf(week_47, signed.number)).state).toBe('signed_off')
    expect(await rowOf(week_47, returned.number)).toMatchObject({
      state: 'in_progress',
      week_state: 'in_progress',
      return_reason: '缺签到表',
    })
    const kinds = async (matter_id: number) => (await eventsOf(matter_id)).map(({ kind }) => kind)
    expect(await kinds(signed.matter_id)).toEqual(['sign_off_asked', 'signed_off'])
    expect(await kinds(returned.matter_id)).toEqual(['sign_off_asked', 'returned'])
    await ask([returned.matter_id])
    expect(await kinds(returned.matter_id)).toEqual(['sign_off_asked', 'returned', 'sign_off_asked'])
  })

  it('falls when the week no longer says done, and stands when it says done again', async () => {
    const { ask, addRow, rowOf, say } = await openWeekToAsk()
    const { matter_id, number } = await addRow()
    await ask([matter_id])
    await say(matter_id, 'done')
    expect((await rowOf(week_47, number)).state).toBe('sign_off_asked')
    await say(matter_id, 'in_progress')
    expect((await rowOf(week_47, number)).state).toBe('in_progress')
  })

  it('refuses what is asked for already, what is signed off and a day to come, and changes nothing', async () => {
    const { ask, addRow, rowOf, signOff } = await openWeekToAsk()
    const open = await addRow()
    const asked = await addRow({ title: '已申请' })
    const signed = await addRow({ title: '已办' })
    await ask([asked.matter_id])
    await signOff([signed.matter_id])
    const words = async (matter_id: number) => (await problemOf(ask([open.matter_id, matter_id]))).message
    expect(await words(asked.matter_id)).toBe('2026-DJ-0002（已申请）待审核，不能再申请销号。')
    expect(await words(signed.matter_id)).toBe('2026-DJ-0003（已办）已销号，不能再申请销号。')
    expect((await problemOf(ask([open.matter_id], '', '2026-11-21'))).fields).toEqual({
      asked_on: '申请时间不能晚于今天（2026年11月20日）。',
    })
    expect(await rowOf(week_47, open.number)).toEqual(open)
  })
})

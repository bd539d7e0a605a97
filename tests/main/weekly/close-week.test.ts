import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mergeStaff } from '../../../src-main/actions/merge-staff.ts'
import { listChanges } from '../../../src-main/changes/list-changes.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { type Change, makeChange } from '../../../src-main/database/change.ts'
import { sqliteProblem } from '../../../src-main/sqlite-problem.ts'
import { askSignOff } from '../../../src-main/weekly/ask-sign-off.ts'
import { carryOver } from '../../../src-main/weekly/carry-over.ts'
import { checkWeek } from '../../../src-main/weekly/check-week.ts'
import { closeWeek } from '../../../src-main/weekly/close-week.ts'
import { editMatter } from '../../../src-main/weekly/edit-matter.ts'
import { handIn } from '../../../src-main/weekly/hand-in.ts'
import { listLocks, unlockWeek } from '../../../src-main/weekly/locks.ts'
import { returnMatters } from '../../../src-main/weekly/return-matters.ts'
import { writeWeekLine } from '../../../src-main/weekly/week-lines.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { type OpenWeek, openWeek, week_47, week_48 } from './open-week.ts'

let week: OpenWeek
beforeEach(async () => {
  week = await openWeek()
})
afterEach(() => week.book.close())

const close = (week_monday = week_47) => week.book.change((change) => closeWeek(change, { week_monday }))
const unlock = (reason = '补一份周报', week_monday = week_47) =>
  week.book.change((change) => unlockWeek(change, { week_monday, reason }))
const check = (week_monday = week_47) => checkWeek(week.book.db, week.book.clock.today(), week_monday)
const line = { progress: '已定稿', week_state: 'done', unfinished_reason: '', evidence: '' } as const
const write = (matter_id: number, week_monday = week_47) =>
  week.book.change((change) => writeWeekLine(change, { matter_id, week_monday, is_planned: true, line }))
/** As the door says it, also of what only SQLite refuses. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('it was not refused')),
    ({ code, message }) => sqliteProblem(code, message) ?? Promise.reject(new Error(message)),
  )
const closed_47 = '第47周（11月16日起）已经关账，当周的进展和报送情况不能再改，这一步没有保存。'

describe('the check before closing', () => {
  it('finds who is missing and what of each open matter is still to be said or done, and nothing of closed ones', async () => {
    const { staff_ids } = week.department
    const book = week.book
    await week.add({ title: '没有人', staff_id: null, due_on: '2026-11-27' })
    await week.add({ title: '没有时限' })
    await week.add({ title: '逾期没写原因', due_on: '2026-11-18' })
    await week.add({ title: '逾期写了原因', due_on: '2026-11-18', unfinished_reason: '等批复' })
    await week.add({ title: '报完成', due_on: '2026-11-18', week_state: 'done' })
    await week.add({ title: '已申请', due_on: '2026-11-20' })
    await week.add({ title: '已销号', due_on: '2026-11-20' })
    await week.add({ title: '长期', due_text: '长期' })
    const { rows } = await week.sheet(week_47)
    const idOf = (title: string) => rows.find((row) => row.title === title)?.matter_id ?? 0
    const asked = { asked_on: '2026-11-20', asked_by: '', note: '' }
    await book.change((change) => askSignOff(change, { ...asked, matter_ids: [idOf('已申请')] }))
    await week.signOff([idOf('已销号')])
    await book.change((change) =>
      handIn(change, { week_monday: week_47, staff_ids: [staff_ids.zhang], state: 'received' }),
    )
    await book.change((change) =>
      carryOver(change, {
        from_monday: week_47,
        rows: rows
          .filter(({ title }) => title !== '长期' && title !== '已销号')
          .map(({ matter_id }) => ({ matter_id, unfinished_reason: '' })),
      }),
    )
    const { title, obstacle, findings } = await check()
    const found = findings.map(({ kind, rows: of }) => [kind, of.map((row) => row.title || row.staff_name)])
    expect([title, obstacle, found]).toEqual([
      '第47周（11月16日—11月20日）',
      '',
      [
        ['missing', ['李四', '王五']],
        ['no_person', ['没有人']],
        ['no_due', ['没有时限']],
        ['no_reason', ['逾期没写原因']],
        ['not_reviewed', ['已申请']],
        ['not_signed_off', ['报完成']],
        ['not_carried', ['长期']],
      ],
    ])
  })

  it('finds nothing in a week where all is done, and says why a week cannot be closed', async () => {
    const { staff_ids } = week.department
    await week.book.change((change) =>
      handIn(change, {
        week_monday: week_47,
        staff_ids: [staff_ids.zhang, staff_ids.li, staff_ids.wang],
        state: 'nothing',
      }),
    )
    expect([await check(), (await check(week_48)).obstacle, (await check('2026-02-16')).obstacle]).toEqual([
      { title: '第47周（11月16日—11月20日）', obstacle: '', findings: [] },
      '这一周还没有开始，不能关账。',
      '这一周没有工作日，和第9周（2月24日—2月28日）一起关账。',
    ])
  })
})

describe('a closed week', () => {
  it('keeps who closed it and what was left open, and is told in the list of locks after it is unlocked', async () => {
    await week.add({ due_on: '2026-11-18' })
    const closed = await close()
    week.book.setToday('2026-11-23')
    await unlock()
    expect([closed, await listLocks(week.book.db), await week.titles()]).toEqual([
      { left_open: '未报 3 人，逾期没写未完成原因 1 项，没办结也没结转 1 项' },
      [
        {
          id: 1,
          week_monday: week_47,
          title: '第47周（11月16日—11月20日）',
          locked_on: '2026-11-20',
          locked_at: '09:00',
          locked_by: '经办人',
          left_open: '未报 3 人，逾期没写未完成原因 1 项，没办结也没结转 1 项',
          unlocked_on: '2026-11-23',
          unlocked_by: '经办人',
          unlock_reason: '补一份周报',
          rows: 1,
        },
      ],
      expect.arrayContaining([
        '关账 第47周（11月16日—11月20日）',
        '解锁 第47周（11月16日—11月20日）：补一份周报',
      ]),
    ])
  })

  it('lets no line and no report of it be added, changed or taken out, whichever way it comes', async () => {
    await week.add()
    const row = (await week.sheet(week_47)).rows[0]
    const matter_id = row?.matter_id ?? 0
    await close()
    const before = await week.sheet(week_47)
    const refusals = [
      await refusal(write(matter_id)),
      await refusal(week.add({ title: '补登一项' })),
      await refusal(
        week.book.change((change) =>
          handIn(change, {
            week_monday: week_47,
            staff_ids: [week.department.staff_ids.li],
            state: 'received',
          }),
        ),
      ),
      await refusal(week.book.change(({ db }) => db.deleteFrom('matter_weeks').execute())),
    ]
    expect([refusals.map(({ message }) => message), await week.sheet(week_47)]).toEqual([
      [closed_47, closed_47, closed_47, closed_47],
      before,
    ])
    expect(before.closed).toEqual({ lock_id: 1, locked_on: '2026-11-20', locked_at: '09:00' })
    await unlock()
    await write(matter_id)
    expect((await week.sheet(week_47)).rows[0]?.progress).toBe('已定稿')
  })

  it('is closed together with the week that is merged into it, and unlocked with it', async () => {
    week.book.setToday('2026-02-28')
    await week.add({ week_monday: '2026-02-16' })
    await close('2026-02-23')
    const message = '第8周（2月16日起）已经关账，当周的进展和报送情况不能再改，这一步没有保存。'
    expect([(await refusal(write(1, '2026-02-16'))).message, (await listLocks(week.book.db)).length]).toEqual(
      [message, 1],
    )
    await unlock('漏了一项', '2026-02-16')
    await write(1, '2026-02-16')
    expect((await week.sheet('2026-02-23')).closed).toBe(null)
  })

  it('is not closed twice nor unlocked twice, and can be closed again', async () => {
    await close()
    const twice = await problemOf(close())
    await unlock()
    const not_closed = await problemOf(unlock())
    await close()
    expect([twice.message, not_closed.message, (await listLocks(week.book.db)).map(({ id }) => id)]).toEqual([
      '第47周（11月16日—11月20日）已经关账。',
      '第47周（11月16日—11月20日）没有关账，不用解锁。',
      [2, 1],
    ])
  })

  it('lets the facts of its matters live on: what is said after closing stands in the next week', async () => {
    await week.add({ title: '要销号', due_on: '2026-11-20' })
    await week.add({ title: '要申请', due_on: '2026-11-20' })
    await week.add({ title: '要退回', due_on: '2026-11-20', week_state: 'done' })
    await close()
    const before = await week.sheet(week_47)
    const ids = before.rows.map(({ matter_id }) => matter_id)
    const [sign_off = 0, ask = 0, back = 0] = ids
    await week.signOff([sign_off])
    const asked = { asked_on: '2026-11-20', asked_by: '', note: '' }
    await week.book.change((change) => askSignOff(change, { ...asked, matter_ids: [ask] }))
    const returned = { returned_on: '2026-11-20', returned_by: '赵处', reason: '缺附件' }
    await week.book.change((change) => returnMatters(change, { ...returned, matter_ids: [back] }))
    const { rows } = await week.sheet(week_48)
    const lines = async () => (await week.sheet(week_47)).rows.map(({ week_state }) => week_state)
    expect([rows.map(({ title, state, week_state }) => [title, state, week_state]), await lines()]).toEqual([
      [
        ['要销号', 'signed_off', 'done'],
        ['要申请', 'sign_off_asked', 'done'],
        ['要退回', 'in_progress', 'in_progress'],
      ],
      before.rows.map(({ week_state }) => week_state),
    ])
  })

  it('lets a matter be edited as long as what the closed week said of it stays', async () => {
    await week.add({ progress: '已起草' })
    const row = (await week.sheet(week_47)).rows[0]
    if (row === undefined) throw new Error('the matter is gone')
    await close()
    const { title, detail, category_id, group_id, staff_id, duty_id, helpers } = row
    const { leader, source, due_on, due_text, remark } = row
    const facts = { title, detail, category_id, group_id, staff_id, duty_id, helpers, leader, source }
    const matter = { ...facts, due_on, due_text, remark, leader: '赵处' }
    const said = { progress: '已起草', week_state: row.week_state, unfinished_reason: '', evidence: '' }
    const edit = (progress: string) =>
      week.book.change((change) =>
        editMatter(change, { matter_week_id: row.id, matter, line: { ...said, progress }, due_change: null }),
      )
    await edit('已起草')
    expect([(await week.sheet(week_47)).rows[0]?.leader, (await refusal(edit('改了进展'))).message]).toEqual([
      '赵处',
      closed_47,
    ])
  })
})

describe('two records of one person', () => {
  it('become one although a week of theirs is closed, and nothing else gets past its lock on that way', async () => {
    const { zhang, wang } = week.department.staff_ids
    const both = { week_monday: week_47, staff_ids: [zhang, wang], state: 'nothing' as const }
    await week.book.change((change) => handIn(change, both))
    await week.book.change((change) => handIn(change, { ...both, staff_ids: [wang], state: 'received' }))
    await close()
    await week.book.change((change) => mergeStaff(change, { keep_id: zhang, drop_id: wang }))
    const { reports } = await week.sheet(week_47)
    expect(reports.map(({ name, state }) => [name, state])).toEqual([
      ['张三', 'received'],
      ['李四', 'missing'],
    ])
    await refusal(week.book.change((change) => handIn(change, { ...both, staff_ids: [zhang] })))
  })
})

describe('undoing around a closed week', () => {
  const lastId = () =>
    week.book.db
      .selectFrom('changes')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
      .then(({ id }) => id)

  it('refuses what the week had before it was closed, and takes it back once it is unlocked', async () => {
    await week.add()
    await write(1)
    const written = await lastId()
    await close()
    const refused = await problemOf(undoChange(week.book, week.book.clock, written))
    await unlock()
    await undoChange(week.book, week.book.clock, written)
    expect([refused, (await week.sheet(week_47)).rows[0]?.progress]).toEqual([
      {
        code: 'week_closed',
        message:
          '不能撤销“填报 2026-DJ-0001 的进展”：它改动的第47周（11月16日—11月20日）已经关账。没有改动任何内容。',
        next: '确实要撤销的，请先在“每周销号”里解锁这一周并写明原因，再来撤销。',
      },
      '',
    ])
  })

  it('takes back neither closing nor unlocking: both stay told', async () => {
    const { book } = week
    const undone = async (method: string, work: (change: Change) => Promise<unknown>) => {
      await makeChange(book, book.clock, { method }, work)
      return await problemOf(undoChange(book, book.clock, await lastId()))
    }
    const code = 'not_undoable'
    expect([
      await undone('weekly.close', (change) => closeWeek(change, { week_monday: week_47 })),
      await undone('weekly.unlock', (change) => unlockWeek(change, { week_monday: week_47, reason: '补报' })),
      (await listChanges(book.db, null)).rows.map(({ can_undo }) => can_undo).slice(0, 2),
    ]).toEqual([
      {
        code,
        message: '“关账 第47周（11月16日—11月20日）”要一直留在关账记录里，不能撤销。',
        next: '需要改动这一周的，请在“每周销号”里解锁并写明原因。',
      },
      {
        code,
        message: '“解锁 第47周（11月16日—11月20日）：补报”要一直留在关账记录里，不能撤销。',
        next: '改好以后，请重新关账。',
      },
      [false, false],
    ])
  })

  it('holds against an undo that the words were not asked about, by the triggers themselves', async () => {
    await close()
    expect(() => week.book.sqlite.exec('DELETE FROM week_locks')).toThrow('a lock of a week stays told')
    expect(() => week.book.sqlite.exec("UPDATE week_locks SET title = '别的'")).toThrow('stays told')
    expect(() => week.book.sqlite.exec('DELETE FROM week_snapshots')).toThrow('stays as it is')
  })
})

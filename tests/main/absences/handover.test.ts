import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addStandInAction,
  handBack,
  handOver,
  openHandover,
  removeStandInAction,
  saveHandover,
} from '../../../src-main/absences/edit-handover.ts'
import { getHandover } from '../../../src-main/absences/get-handover.ts'
import { getAbsence } from '../../../src-main/absences/list-absences.ts'
import { standInYear } from '../../../src-main/absences/stand-in-year.ts'
import { drawAbsencePaper } from '../../../src-main/reports/absence-papers.ts'
import { HandoverItem, looksLikePassword, no_password } from '../../../src-shared/handovers.ts'
import { insertMatter } from '../../helpers/matter.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openOffice, type TestOffice } from './open-office.ts'

let office: TestOffice
let id: number
/** 张三 is away in the week of 2026-11-16, up to Thursday; it is Friday. */
beforeEach(async () => {
  office = await openOffice()
  await office.book.change(async (change) => {
    await change.db.updateTable('duty_holders').set({ from_on: '2026-01-01' }).execute()
    change.describe('年初就任')
  })
  id = await office.register({ from_on: '2026-11-16', to_on: '2026-11-19' })
})
afterEach(() => office.book.close())

const item = (
  section: HandoverItem['section'],
  name: string,
  more: Partial<HandoverItem> = {},
): HandoverItem => ({
  section,
  name,
  quantity: '',
  medium: '',
  place: '',
  detail: '',
  is_back: false,
  ...more,
})
const open = (absence_id = id) => office.book.change((change) => openHandover(change, office.now, absence_id))
const get = (absence_id = id) => getHandover(office.book.db, office.now, absence_id)
const save = (items: HandoverItem[], absence_id = id) =>
  office.book.change((change) =>
    saveHandover(change, { absence_id, receiver: '李四', supervisor: '陆处长', place: '组织组', items }),
  )
const over = (handed_over_on = '2026-11-16') =>
  office.book.change((change) => handOver(change, { absence_id: id, handed_over_on }))
const back = (handed_back_on = '2026-11-20') =>
  office.book.change((change) => handBack(change, { absence_id: id, handed_back_on, back_note: '' }))

describe('a handover', () => {
  it('has a number of its year, the likely receiver, and the duties with who takes them', async () => {
    expect(await open()).toEqual({ number: '交接〔2026〕1号' })
    expect(await open()).toEqual({ number: '交接〔2026〕1号' })
    expect(await get()).toMatchObject({
      number: '交接〔2026〕1号',
      state: 'waiting',
      receiver: '李四',
      supervisor: '陆处长',
      duties: [{ number: 'ZZ-DJ-001', content: '组织主题党日', taken_by: '李四（B岗）' }],
      items: [],
    })
  })

  it('tells the open matters as they stand, soonest first', async () => {
    const { zhang } = office.people
    await insertMatter(office.book, '十二月党日', {
      staff_id: zhang,
      due_on: '2026-12-20',
      detail: '方案报批',
    })
    await insertMatter(office.book, '收党费', {
      staff_id: zhang,
      due_on: '2026-11-25',
      duty_id: office.duties.meeting,
    })
    await open()
    expect((await get()).matters).toEqual([
      {
        number: '2026-DJ-0002',
        title: '收党费',
        progress: '',
        next_step: '',
        due: '2026-11-25',
        state: '未启动',
        taken_by: '李四（B岗）',
      },
      {
        number: '2026-DJ-0001',
        title: '十二月党日',
        progress: '',
        next_step: '方案报批',
        due: '2026-12-20',
        state: '未启动',
        taken_by: '',
      },
    ])
  })

  it('keeps its lists and brings them again next time, without the notes and what was ticked', async () => {
    await open()
    const papers = [
      item('paper', '发展党员台账', { quantity: '1册', medium: '纸质', place: '1号柜', is_back: true }),
      item('note', '公示期内来电先登记'),
      item('access', '党员系统', { detail: '支部管理员' }),
    ]
    await save(papers)
    expect((await get()).items).toEqual(papers)
    await save(papers.slice(0, 1))
    await save([...papers.slice(0, 1), item('thing', '印章'), ...papers.slice(1)])
    expect((await get()).items.map(({ name }) => name)).toEqual([
      '发展党员台账',
      '印章',
      '公示期内来电先登记',
      '党员系统',
    ])
    const next = await office.register({ from_on: '2026-12-01', to_on: '2026-12-04' })
    await open(next)
    expect((await get(next)).items).toEqual([
      item('paper', '发展党员台账', { quantity: '1册', medium: '纸质', place: '1号柜' }),
      item('thing', '印章'),
      item('access', '党员系统', { detail: '支部管理员' }),
    ])
  })

  it('goes from 待交接 over 已交接 to 已返岗, in that order and not in the future', async () => {
    await open()
    const state = async () => [
      (await get()).state,
      (await getAbsence(office.book.db, office.now, id)).row.state,
    ]
    expect(await state()).toEqual(['waiting', 'back'])
    expect(await problemOf(back())).toMatchObject({ code: 'not_handed_over' })
    expect(await problemOf(over('2026-11-21'))).toMatchObject({ code: 'in_future' })
    await over()
    expect(await state()).toEqual(['handed_over', 'to_hand_back'])
    expect(await problemOf(back('2026-11-13'))).toMatchObject({ code: 'back_before' })
    await back()
    expect(await state()).toEqual(['handed_back', 'back'])
  })

  it('handed back before the planned end ends the absence the day before, in one step', async () => {
    await office.book.change(async (change) => {
      await change.db.updateTable('absences').set({ to_on: '2026-11-24' }).where('id', '=', id).execute()
      change.describe('延长')
    })
    await open()
    await over()
    await back('2026-11-18')
    const { row, events } = await getAbsence(office.book.db, office.now, id)
    expect([row.to_on, row.to_half, row.state, events.map(({ kind, reason }) => [kind, reason])]).toEqual([
      '2026-11-17',
      'pm',
      'back',
      [['shortened', '返岗交接']],
    ])
    expect((await office.titles_of_changes())[0]).toBe('交接单 交接〔2026〕1号 已返岗交接')
  })

  it('has a receiver when it is signed', async () => {
    await open()
    await office.book.change((change) =>
      saveHandover(change, { absence_id: id, receiver: '', supervisor: '', place: '', items: [] }),
    )
    expect(await problemOf(over())).toMatchObject({ fields: { receiver: '请先填写接收人。' } })
  })
})

describe('a password', () => {
  it.each([
    ['access', '密码 8866', true],
    ['access', '口令由张三告知', true],
    ['access', '用户 zhangsan ｐｗｄ 123', true],
    ['access', 'Password: abc', true],
    ['access', '审核权限，由管理员授权', false],
    ['access', 'OA 系统 spinning', false],
    ['note', '门禁密码：8866#', true],
    ['contact', 'pwd=1234', true],
    ['note', '密码已由本人重置', false],
    ['thing', '密码柜钥匙', false],
  ] as const)('in %s “%s”: %s', (section, words, is_found) => {
    expect(looksLikePassword(section, words)).toBe(is_found)
    const { error } = HandoverItem.safeParse(item(section, words))
    expect(error?.issues[0]?.message).toBe(is_found ? no_password : undefined)
  })
})

describe('what the stand-in did', () => {
  beforeEach(async () => {
    await open()
    const { zhang, li } = office.people
    const matter = await insertMatter(office.book, '十一月党日', {
      staff_id: zhang,
      duty_id: office.duties.meeting,
    })
    await insertMatter(office.book, '没有挂职责', { staff_id: zhang })
    await office.book.change(async (change) => {
      await change.db.updateTable('matter_weeks').set({ progress: '场地已定' }).execute()
      await change.db
        .insertInto('matter_events')
        .values({
          matter_id: matter,
          kind: 'signed_off',
          happened_on: '2026-11-18',
          by_name: '陆处长',
          reason: '',
          new_due_on: null,
        })
        .execute()
      // Friday is the day weekly reports are handed in: 张三 shall still be away then.
      await change.db.updateTable('absences').set({ to_on: '2026-11-20', to_half: 'am' }).execute()
      change.describe('一周')
    })
    await office.book.change((change) =>
      addStandInAction(change, {
        absence_id: id,
        staff_id: li,
        happened_on: '2026-11-17',
        content: '代开介绍信',
        result: '已办',
      }),
    )
  })

  it('is gathered from weekly lines, events and what was typed', async () => {
    const { done } = await get()
    expect(
      done.map(({ name, happened_on, what, result, is_finished }) => [
        name,
        happened_on,
        what,
        result,
        is_finished,
      ]),
    ).toEqual([
      ['李四', '2026-11-17', '代开介绍信', '已办', false],
      ['李四', '2026-11-18', '2026-DJ-0001 十一月党日', '销号', true],
      ['李四', '2026-11-20', '2026-DJ-0001 十一月党日', '正在推进：场地已定', false],
      ['', '2026-11-20', '2026-DJ-0002 没有挂职责', '正在推进：场地已定', false],
    ])
  })

  it('counts in the year of who stood in: days, duties, actions, results', async () => {
    const year = await standInYear(office.book.db, { day: '2026-11-20', half: 'pm' }, { year: 2026 })
    expect(year).toMatchObject([
      {
        name: '李四',
        occasions: 1,
        duties: 1,
        halves: 9,
        actions: 3,
        finished: 1,
        details: [{ for_name: '张三', kind: '年休假', halves: 9 }],
      },
    ])
    expect(await standInYear(office.book.db, office.now, { year: 2025 })).toEqual([])
  })

  it('counts only up to now', async () => {
    const [li] = await standInYear(office.book.db, { day: '2026-11-17', half: 'am' }, { year: 2026 })
    expect(li?.halves).toBe(3)
  })

  it('is taken out where it was typed by mistake', async () => {
    const typed = (await get()).done.find(({ action_id }) => action_id !== null)
    await office.book.change((change) => removeStandInAction(change, typed?.action_id ?? 0))
    expect((await get()).done.map(({ what }) => what)).not.toContain('代开介绍信')
  })
})

describe('the papers', () => {
  it('are drawn upright with three signatures, numbers and all lists', async () => {
    await open()
    await save([item('access', '党员系统', { detail: '支部管理员' })])
    const { file_name, sheet } = await drawAbsencePaper(office.book.db, office.now, {
      paper: 'handover',
      absence_id: id,
    })
    expect([file_name, sheet.orientation, sheet.head.left, sheet.foot]).toEqual([
      '工作交接单 张三（11月16日—19日）.xlsx',
      'portrait',
      '编号：交接〔2026〕1号',
      '移交人（签字）：　　　　接收人（签字）：　　　　监交人（签字）：',
    ])
    expect(sheet.tables.map(({ caption, rows }) => [caption, rows.length])).toEqual([
      [undefined, 1],
      ['一、职责及接替人', 1],
      ['二、在办事项', 0],
      ['三、文件资料清单', 0],
      ['四、系统权限', 1],
      ['五、印章、钥匙、物品', 0],
      ['六、重要联系人', 0],
      ['七、注意事项与风险', 0],
    ])
    // Every table stands on the same twelve columns.
    const spans = sheet.tables.map(({ columns }) => columns.reduce((sum, { span = 1 }) => sum + span, 0))
    expect(new Set(spans)).toEqual(new Set([sheet.widths.length]))
  })

  it.each(['board', 'risk', 'hand_back', 'stand_ins'] as const)('of %s stand on one grid', async (paper) => {
    await open()
    const requests = {
      board: { paper: 'board', at: { day: '2026-11-17', half: 'am' } },
      risk: { paper: 'risk', month: '2026-11' },
      hand_back: { paper: 'hand_back', absence_id: id },
      stand_ins: { paper: 'stand_ins', year: 2026 },
    } as const
    const { sheet } = await drawAbsencePaper(office.book.db, office.now, requests[paper])
    const spans = sheet.tables.map(({ columns }) => columns.reduce((sum, { span = 1 }) => sum + span, 0))
    expect(new Set(spans)).toEqual(new Set([sheet.widths.length]))
  })
})

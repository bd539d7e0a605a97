import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deputed } from '../../../src-main/absences/deputed.ts'
import { withDeputies } from '../../../src-main/reports/with-deputies.ts'
import { addMatter } from '../../../src-main/weekly/edit-matter.ts'
import { signOffMatters } from '../../../src-main/weekly/sign-off.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import { evidenceText, evidenceWords } from '../../../src-shared/matter-words.ts'
import type { MatterDraft, WeekLine } from '../../../src-shared/weekly.ts'
import { openOffice, type TestOffice } from './open-office.ts'

let office: TestOffice
/** 张三 is away in the week of 2026-11-16, up to Thursday; it is Friday. */
beforeEach(async () => {
  office = await openOffice()
  await office.book.change(async (change) => {
    await change.db.updateTable('duty_holders').set({ from_on: '2026-01-01' }).execute()
    change.describe('年初就任')
  })
  await office.register({ from_on: '2026-11-16', to_on: '2026-11-19' })
})
afterEach(() => office.book.close())

async function addOne(
  title: string,
  parts: Partial<MatterDraft> = {},
  line: Partial<WeekLine> = {},
): Promise<number> {
  const { book, people, duties } = office
  const matter: MatterDraft = {
    ...{ title, detail: '', category_id: 1, group_id: people.organisation, staff_id: people.zhang },
    ...{ duty_id: duties.meeting, helpers: '', leader: '', source: '', due_on: null, due_text: '' },
    ...{ remark: '', ...parts },
  }
  const said: WeekLine = {
    ...{ progress: '已办', week_state: 'done', unfinished_reason: '', evidence: '', ...line },
  }
  await book.change((change) =>
    addMatter(change, { week_monday: '2026-11-16', is_planned: true, matter, line: said }),
  )
  const { id } = await book.db
    .selectFrom('matters')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

function finish(matter_id: number, finished_on: string) {
  const signed = { finished_on, signed_off_on: '2026-11-20', signed_off_by: '陆处长' }
  return office.book.change((change) => signOffMatters(change, { matter_ids: [matter_id], ...signed }))
}

const inWeek = (today = '2026-11-20') => deputed(office.book.db, today, { week_mondays: ['2026-11-16'] })

describe('代A岗', () => {
  it('is who answered for the duty on the day the matter was finished, its person being away', async () => {
    const [away, back] = [await addOne('周三办完'), await addOne('周五办完')]
    await finish(away, '2026-11-18')
    await finish(back, '2026-11-20')
    expect(await inWeek()).toEqual([
      { matter_id: away, week_monday: '2026-11-16', on: '2026-11-18', name: '李四' },
    ])
    expect(await deputed(office.book.db, '2026-11-20', { matter_id: back })).toEqual([])
  })

  it('tells of what is only under way by the day it is written on, and of nothing that is not written', async () => {
    const under_way = await addOne('正在办', {}, { week_state: 'in_progress' })
    await addOne('没有写', {}, { week_state: 'in_progress', progress: '' })
    expect(await inWeek('2026-11-18')).toEqual([
      { matter_id: under_way, week_monday: '2026-11-16', on: '2026-11-18', name: '李四' },
    ])
    // Handed in on Friday, when 张三 is back.
    expect(await inWeek('2026-11-23')).toEqual([])
  })

  it('has nobody without a duty, for others, and where nobody stands in', async () => {
    const { people, duties } = office
    const none = await addOne('没有对应职责', { duty_id: null })
    const other = await addOne('李四的事', { staff_id: people.li, duty_id: duties.dues })
    await finish(none, '2026-11-18')
    await finish(other, '2026-11-18')
    expect(await inWeek()).toEqual([])
  })

  it('stands in the 备注 of reports, beside what is there', async () => {
    await finish(await addOne('周三办完', { remark: '已报厅里' }), '2026-11-18')
    const { book } = office
    const sheet = await weekSheet(book.db, '2026-11-20', { week_monday: '2026-11-16', group_id: null })
    const rows = await withDeputies(book.db, '2026-11-20', sheet.rows)
    expect(rows.map(({ remark }) => remark)).toEqual(['已报厅里；代A岗 李四'])
  })
})

it('what a report adds to the evidence is not taken for its words when the report comes back', () => {
  const kept = [
    { evidence: '签到表、会议记录', file_count: 2, paper: '3号柜第2盒' },
    { evidence: '签到表（复印件）', file_count: 1, paper: '' },
    { evidence: '签到表', file_count: 0, paper: '3号柜' },
    { evidence: '', file_count: 3, paper: '' },
    { evidence: '', file_count: 0, paper: '3号柜' },
    { evidence: '会议记录', file_count: 0, paper: '' },
  ]
  expect(kept.map((row) => evidenceText(row))).toEqual([
    '签到表、会议记录（电子件 2 份；纸质：3号柜第2盒）',
    '签到表（复印件）（电子件 1 份）',
    '签到表（纸质：3号柜）',
    '电子件 3 份',
    '纸质：3号柜',
    '会议记录',
  ])
  expect(kept.map((row) => evidenceWords(evidenceText(row)))).toEqual(kept.map(({ evidence }) => evidence))
})

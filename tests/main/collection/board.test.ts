import { afterEach, expect, it } from 'vitest'
import { collectionBoard } from '../../../src-main/collection/board.ts'
import { handInRecords } from '../../../src-main/collection/hand-in-record.ts'
import { returnReports } from '../../../src-main/collection/return-reports.ts'
import { drawHandInRecord } from '../../../src-main/reports/hand-in-record.ts'
import { handIn } from '../../../src-main/weekly/hand-in.ts'
import { type CollectionDesk, openCollection, week_47 } from '../../helpers/open-collection.ts'

let open: CollectionDesk | null = null
afterEach(async () => {
  await open?.desk.excel.stop()
  open = null
})

const week_46 = '2026-11-09'

/** 张三 on time, 李四 missing, 王五 returned once and late in week 46; week 47 is under way. */
async function begin(): Promise<CollectionDesk> {
  open = await openCollection('2026-11-13')
  const { book, department } = open
  const { zhang, wang } = department.staff_ids
  const received = (staff_id: number) =>
    book.change((change) =>
      handIn(change, { week_monday: week_46, staff_ids: [staff_id], state: 'received' }),
    )
  await received(zhang)
  await received(wang)
  await book.change((change) =>
    returnReports(change, { week_monday: week_46, staff_ids: [wang], reason: 'no_date', note: '' }),
  )
  book.setToday('2026-11-16')
  await received(wang)
  book.setToday('2026-11-20')
  return open
}

it('lists everyone of the week with what came and what was late before, and has the words to remind them', async () => {
  const { book, department } = await begin()
  const { zhang, li } = department.staff_ids
  await book.change((change) =>
    handIn(change, { week_monday: week_47, staff_ids: [zhang], state: 'nothing' }),
  )
  const board = await collectionBoard(book.db, book.clock, week_47)
  expect(
    board.people.map((person) => [
      person.name,
      person.state,
      person.received_at,
      person.earlier_late,
      person.earlier_missing,
    ]),
  ).toEqual([
    ['张三', 'nothing', '09:00', 0, 11],
    ['李四', 'missing', null, 0, 12],
    ['王五', 'missing', null, 1, 11],
  ])
  expect(board.people.find(({ staff_id }) => staff_id === li)?.returned_times).toBe(0)
  expect(board.reminder).toBe(
    '第47周（11月16日—11月20日）周报，截至11月20日09:00未报：劳资组李四；组织组王五。请尽快报组织人事处，没有事项的也请回复“无事项”。',
  )
})

it('counts of each person what was on time, late, missing and returned, also as a workbook', async () => {
  const { book } = await begin()
  const question = { from_monday: week_46, to_monday: week_47 }
  const { weeks, people } = await handInRecords(book.db, '2026-11-20', question)
  expect(weeks.map(({ monday }) => monday)).toEqual([week_46, week_47])
  expect(
    people.map(({ name, weeks: marks, returned, reasons, due }) => [name, marks, returned, reasons, due]),
  ).toEqual([
    ['张三', ['on_time', null], 0, '', 1],
    ['李四', ['missing', null], 0, '', 1],
    ['王五', ['late', null], 1, '没有时间节点 1', 1],
  ])
  const paper = await drawHandInRecord(book.db, '2026-11-20', question)
  expect(paper.sheet.tables[0]?.rows).toEqual([
    [1, '组织组', '张三', 1, 1, null, null, null, null, '', ''],
    [2, '劳资组', '李四', 1, null, null, 1, null, null, '', '未报：第46周'],
    [3, '组织组', '王五', 1, null, 1, null, null, 1, '没有时间节点 1', '迟报：第46周'],
  ])
})

import { expect, it } from 'vitest'
import type { Db } from '../../src-main/database/tables.ts'
import { listDuties } from '../../src-main/duties/list-duties.ts'
import { findEverywhere } from '../../src-main/search/find.ts'
import { listGroups } from '../../src-main/settings/groups.ts'
import { listStaff } from '../../src-main/staff/list-staff.ts'
import { DutyFilter } from '../../src-shared/duties.ts'
import { addDepartment, addDuties, duty } from '../helpers/department.ts'
import { insertMatter } from '../helpers/matter.ts'
import { openTestBook } from '../helpers/open-test-book.ts'
import { watchQueries } from '../helpers/watch-queries.ts'

it('lists and searches with the same few queries however many rows there are', async () => {
  const book = await openTestBook()
  const today = book.clock.today()
  const { organisation, zhang, li, wang } = await addDepartment(book)
  const count = async (work: (db: Db) => Promise<unknown>) => {
    const watched = watchQueries(book)
    await work(watched.db)
    return watched.queries.length
  }
  const counts = async () => ({
    listDuties: await count((db) => listDuties(db, today, DutyFilter.parse({ text: '张三' }))),
    listStaff: await count((db) => listStaff(db, today, true)),
    listGroups: await count(listGroups),
    find: await count((db) => findEverywhere(db, today, '张三')),
  })
  await addDuties(book, [duty(organisation, { a_staff_id: zhang, b_staff_ids: [li, wang] })])
  await insertMatter(book, '张三的事项', { staff_id: zhang })
  const few = await counts()
  await addDuties(
    book,
    Array.from({ length: 40 }, () => duty(organisation, { a_staff_id: zhang, b_staff_ids: [wang, li] })),
  )
  for (let n = 0; n < 20; n++) await insertMatter(book, '张三的事项', { staff_id: zhang })
  expect([few, await counts()]).toEqual([
    { listDuties: 2, listStaff: 1, listGroups: 1, find: 11 },
    { listDuties: 2, listStaff: 1, listGroups: 1, find: 11 },
  ])
  await book.close()
})

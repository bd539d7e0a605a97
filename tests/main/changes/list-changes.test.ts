import { expect, it } from 'vitest'
import { listChanges } from '../../../src-main/changes/list-changes.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { addStaff } from '../../../src-main/staff/edit-staff.ts'
import { person } from '../../helpers/department.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

it('lists pages of fifty, newest first, each change once', async () => {
  const book = await openTestBook()
  for (let nth = 2; nth <= 120; nth += 1) {
    await book.change((change) => addStaff(change, person(`人员${nth}`)))
  }
  const pages: number[][] = []
  for (let before_id: number | null = null, has_more = true; has_more; ) {
    const page = await listChanges(book.db, before_id)
    pages.push(page.rows.map(({ id }) => id))
    before_id = page.rows.at(-1)?.id ?? null
    has_more = page.has_more
  }
  const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, nth) => from - nth)
  expect(pages).toEqual([down(120, 71), down(70, 21), down(20, 1)])
})

it('says of each change who made it, how many rows it touched and whether it still stands', async () => {
  const book = await openTestBook()
  await book.change((change) => addStaff(change, person('张三')))
  await undoChange(book, book.clock, 2)
  await undoChange(book, book.clock, 3)
  await undoChange(book, book.clock, 2)
  const line = { made_at: book.clock.now().toISOString(), who: '经办人', row_count: 1 }
  const { rows } = await listChanges(book.db, null)
  expect(rows.at(-1)).toMatchObject({ title: '建立台账', can_undo: false })
  expect(rows.slice(0, 4)).toEqual([
    { ...line, id: 5, title: '撤销：新增人员 张三', undoes_change_id: 2, undone_by: null, can_undo: true },
    { ...line, id: 4, title: '重做：新增人员 张三', undoes_change_id: 3, undone_by: null, can_undo: true },
    { ...line, id: 3, title: '撤销：新增人员 张三', undoes_change_id: 2, undone_by: 4, can_undo: false },
    { ...line, id: 2, title: '新增人员 张三', undoes_change_id: null, undone_by: 5, can_undo: false },
  ])
})

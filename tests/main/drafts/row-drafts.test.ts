import { expect, it } from 'vitest'
import { keepRowDrafts, rowDrafts } from '../../../src-main/drafts/row-drafts.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

const draft = {
  key: 'new-1',
  id: null,
  cells: { content: '写到一半' },
  issues: [{ field: 'group', severity: 'wrong' as const, found: '', why: '没有写组别。' }],
}

it('keeps what is not saved word for word, for each grid by itself, and without a trace in the trail', async () => {
  const book = await openTestBook()
  const trail = () => book.sqlite.prepare('SELECT count(*) FROM change_rows').pluck().get()
  const before = trail()
  expect(await rowDrafts(book.db, 'duties')).toEqual([])
  await keepRowDrafts(book.db, 'weekly', [draft])
  await keepRowDrafts(book.db, 'duties', [{ ...draft, cells: { content: '别的' } }])
  await keepRowDrafts(book.db, 'duties', [draft, { ...draft, key: 'new-2' }])
  expect(await rowDrafts(book.db, 'duties')).toEqual([draft, { ...draft, key: 'new-2' }])
  await keepRowDrafts(book.db, 'duties', [])
  expect([await rowDrafts(book.db, 'duties'), await rowDrafts(book.db, 'weekly')]).toEqual([[], [draft]])
  expect(trail()).toBe(before)
})

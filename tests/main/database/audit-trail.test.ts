import { expect, it } from 'vitest'
import { migrations } from '../../../migrations/index.ts'
import { migrate } from '../../../src-main/database/migrate.ts'
import { openDatabase } from '../../../src-main/database/open-database.ts'
import { addStaff, editStaff } from '../../../src-main/staff/edit-staff.ts'
import { person } from '../../helpers/department.ts'
import { trail_tables } from '../../helpers/dump.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

it('has a before and an after of every row a change touched', async () => {
  const book = await openTestBook()
  await book.change((change) => addStaff(change, person('张三')))
  await book.change((change) => editStaff(change, 1, person('张三', { post: '科员' })))
  const images = book.sqlite
    .prepare(
      'SELECT change_id, table_name, row_id, operation, before, after FROM change_rows WHERE change_id > 1',
    )
    .all()
  const before = { ...person('张三'), id: 1, sort_order: 1, left_on: null }
  const parsed = (images as { before: string | null; after: string | null }[]).map((row) => ({
    ...row,
    before: row.before === null ? null : (JSON.parse(row.before) as object),
    after: row.after === null ? null : (JSON.parse(row.after) as object),
  }))
  const row = { table_name: 'staff', row_id: 1 }
  expect(parsed).toEqual([
    { ...row, change_id: 2, operation: 'insert', before: null, after: before },
    { ...row, change_id: 3, operation: 'update', before, after: { ...before, post: '科员' } },
  ])
})

it('can be neither changed nor deleted', async () => {
  const book = await openTestBook()
  for (const statement of [
    "UPDATE changes SET title = '别的'",
    'DELETE FROM changes',
    "UPDATE change_rows SET table_name = 'staff'",
    'DELETE FROM change_rows',
  ]) {
    expect(() => book.sqlite.exec(statement)).toThrow('the audit trail is append-only')
  }
})

it('is kept of every table there is but the search index and kept totals, which are derived from them', () => {
  const { sqlite } = openDatabase(':memory:')
  migrate(sqlite, migrations)
  const tables = sqlite
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
         AND name NOT LIKE 'kept\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[]
  const audited = tables.filter((table) => {
    const triggers = sqlite
      .prepare(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name LIKE '%\\_audit\\_%' ESCAPE '\\'",
      )
      .pluck()
      .get(table)
    return triggers === 3
  })
  const silent = trail_tables.filter((table) => !table.endsWith('_register'))
  expect(audited.toSorted()).toEqual(tables.filter((table) => !silent.includes(table)).toSorted())
})

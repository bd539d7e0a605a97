import { expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'
import { dumpOf } from '../helpers/dump.ts'

const step = migrations.find(({ words }) => words.startsWith('archive classes'))
const rebuilt = step?.version ?? 0

it('the wider archive_entries keeps every row, its ids, those once given, its guards and its place in the search', () => {
  const { sqlite } = openDatabase(':memory:')
  migrate(sqlite, migrations.slice(0, rebuilt - 1))
  sqlite.exec("INSERT INTO changes VALUES (1, '2026-11-20T01:00:00Z', '周敏', 'archive.add', '归档', NULL)")
  sqlite.exec('UPDATE open_change SET change_id = 1')
  sqlite.exec("INSERT INTO groups (code, name, sort_order) VALUES ('ZZ', '组织组', 1)")
  sqlite.exec("INSERT INTO categories (code, name, sort_order) VALUES ('DJ', '党建', 1)")
  for (const serial of [1, 2, 3]) {
    const number = `2026-DJ-000${serial}`
    sqlite.exec(`INSERT INTO number_register (number, kind, scope, serial, state, reason)
      VALUES ('${number}', 'matter', '2026-DJ', ${serial}, 'used', '')`)
    sqlite.exec(`INSERT INTO matters (id, number, title, detail, category_id, group_id, helpers, leader, source, listed_on,
        due_text, state, finished_on, signed_off_on, signed_off_by, evidence, remark)
      SELECT ${serial}, '${number}', '制定计划', '', min(categories.id), min(groups.id), '', '', '', '2026-11-16',
        '', 'signed_off', '2026-11-19', '2026-11-20', '赵处', '', '' FROM categories, groups`)
  }
  sqlite.exec(`INSERT INTO archive_entries
      (id, matter_id, archived_on, archived_by, retention, location, materials, remark) VALUES
    (4, 1, '2026-11-20', '孙科', 'D30', '1柜2盒', '通知', ''),
    (7, 2, '2026-11-20', '孙科', 'Y', '', '', '原件')`)
  sqlite.exec('UPDATE open_change SET is_undo = 1')
  sqlite.exec("INSERT INTO archive_entries VALUES (9, 3, '2026-11-20', '孙科', 'D10', '', '', '')")
  sqlite.exec('DELETE FROM archive_entries WHERE id = 9')
  sqlite.exec('UPDATE open_change SET is_undo = 0')
  sqlite.exec('DELETE FROM search_touched')
  const before = dumpOf(sqlite)

  migrate(sqlite, migrations.slice(0, rebuilt))
  const after = dumpOf(sqlite)
  const wider = (before.archive_entries ?? []).map((row) => ({
    ...(row as object),
    class_id: null,
    retention_rule: '',
  }))
  expect(after.archive_entries).toEqual(wider)
  expect(after.change_rows).toEqual(before.change_rows)

  const add = (retention: string) =>
    sqlite
      .prepare(`INSERT INTO archive_entries (matter_id, archived_on, archived_by, retention, location, materials, remark)
        VALUES (3, '2026-11-20', '孙科', ?, '', '', '') RETURNING id`)
      .pluck()
      .get(retention)
  expect(() => add('D0')).toThrow('CHECK constraint failed')
  expect(() => add('长期')).toThrow('CHECK constraint failed')
  expect(add('D5')).toBe(10)
  const touched = sqlite.prepare('SELECT subject, row_id FROM search_touched ORDER BY subject').raw()
  expect(touched.all()).toEqual([['archive_entries', 10]])
  sqlite.exec("UPDATE matters SET title = '改了' WHERE id = 1")
  expect(touched.all()).toEqual([
    ['archive_entries', 4],
    ['archive_entries', 10],
    ['matters', 1],
  ])
  expect(() => sqlite.exec("UPDATE archive_entries SET location = '2柜'")).toThrow('archived: read-only')
  expect(() => sqlite.exec('DELETE FROM archive_entries')).toThrow('archived: read-only')
  sqlite.close()
})

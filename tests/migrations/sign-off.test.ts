import { expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'
import { dumpOf } from '../helpers/dump.ts'

const widened = 19

it('the wider matter_events keeps every row, its ids, those once given, and the guard of the archive', () => {
  const { sqlite } = openDatabase(':memory:')
  migrate(sqlite, migrations.slice(0, widened - 1))
  sqlite.exec("INSERT INTO changes VALUES (1, '2026-11-20T01:00:00Z', '周敏', 'weekly.add', '登记', NULL)")
  sqlite.exec('UPDATE open_change SET change_id = 1')
  sqlite.exec(
    `INSERT INTO number_register (number, kind, scope, serial, state, reason)
    VALUES ('2026-DJ-0001', 'matter', '2026-DJ', 1, 'used', '')`,
  )
  sqlite.exec("INSERT INTO groups (code, name, sort_order) VALUES ('ZZ', '组织组', 1)")
  sqlite.exec("INSERT INTO categories (code, name, sort_order) VALUES ('DJ', '党建', 1)")
  sqlite.exec(`INSERT INTO matters (id, number, title, detail, category_id, group_id, helpers, leader, source, listed_on,
      due_text, state, finished_on, signed_off_on, signed_off_by, evidence, remark)
    SELECT 1, '2026-DJ-0001', '制定计划', '', min(categories.id), min(groups.id), '', '', '', '2026-11-16',
      '', 'signed_off', '2026-11-19', '2026-11-20', '赵处', '', '' FROM categories, groups`)
  sqlite.exec(`INSERT INTO matter_events (id, matter_id, kind, happened_on, by_name, reason, new_due_on) VALUES
    (3, 1, 'extended', '2026-11-17', '赵处', '等批复', '2026-11-27'),
    (5, 1, 'signed_off', '2026-11-20', '赵处', '', NULL),
    (9, 1, 'returned', '2026-11-20', '赵处', '记错', NULL)`)
  sqlite.exec('DELETE FROM matter_events WHERE id = 9')
  const before = dumpOf(sqlite)
  migrate(sqlite, migrations.slice(0, widened))
  const after = dumpOf(sqlite)
  expect(after.matter_events).toEqual(before.matter_events)
  expect(after.change_rows).toEqual(before.change_rows)

  const add = sqlite.prepare(`INSERT INTO matter_events (matter_id, kind, happened_on, by_name, reason)
    VALUES (1, 'sign_off_asked', '2026-11-20', '张三', '') RETURNING id`)
  expect(add.pluck().get()).toBe(10)
  const trail = sqlite.prepare("SELECT max(row_id) FROM change_rows WHERE table_name = 'matter_events'")
  expect(trail.pluck().get()).toBe(10)
  sqlite.exec("UPDATE matters SET state = 'archived'")
  expect(() => add.run()).toThrow('archived: read-only')
  expect(() => sqlite.exec('DELETE FROM matter_events')).toThrow('archived: read-only')
  sqlite.close()
})

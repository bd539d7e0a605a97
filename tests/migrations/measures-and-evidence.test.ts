import type { Database } from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'
import { dumpOf } from '../helpers/dump.ts'

const widened = 21

function bookBefore(): Database {
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
  return sqlite
}

it('events keep their rows and ids through the step, and a 更正 keeps the date that was wrong', () => {
  const sqlite = bookBefore()
  const before = dumpOf(sqlite)
  migrate(sqlite, migrations.slice(0, widened))
  const after = dumpOf(sqlite)
  expect(after.matter_events).toEqual(
    (before.matter_events ?? []).map((event) => ({ ...(event as object), old_due_on: null })),
  )
  expect(after.change_rows).toEqual(before.change_rows)
  const add =
    sqlite.prepare(`INSERT INTO matter_events (matter_id, kind, happened_on, by_name, reason, new_due_on, old_due_on)
    VALUES (1, 'corrected', '2026-11-20', '周敏', '年份写错', '2026-11-27', '2025-11-27') RETURNING id`)
  expect(add.pluck().get()).toBe(10)
  const image = sqlite.prepare(
    "SELECT after ->> '$.old_due_on' FROM change_rows WHERE table_name = 'matter_events' AND row_id = 10",
  )
  expect(image.pluck().get()).toBe('2025-11-27')
  sqlite.close()
})

it('measures and evidence of an archived matter are read-only with it', () => {
  const sqlite = bookBefore()
  migrate(sqlite, migrations.slice(0, widened))
  const digest = 'a'.repeat(64)
  sqlite.exec(
    `INSERT INTO files VALUES (1, 'sha256', '${digest}', 9, '签到表.pdf', 'pdf', '2026-11-20'),
    (2, 'sha256', '${digest}', 9, '照片.jpg', 'jpeg', '2026-11-20')`,
  )
  sqlite.exec("INSERT INTO measures VALUES (1, '主题党日', '次', 'times', 1, NULL)")
  const adds = [
    "INSERT INTO matter_measures (matter_id, measure_id, amount, names, note) VALUES (1, 1, 100, '[]', '')",
    'INSERT INTO matter_files (matter_id, file_id) VALUES (1, 1)',
    "INSERT INTO matter_papers (matter_id, place) VALUES (1, '3号柜')",
  ]
  for (const add of adds) sqlite.exec(add)
  sqlite.exec("UPDATE matters SET state = 'archived'")
  const refused = [
    'INSERT INTO matter_files (matter_id, file_id) VALUES (1, 2)',
    'DELETE FROM matter_files',
    "UPDATE matter_papers SET place = '4号柜'",
    'UPDATE matter_measures SET amount = 200',
    'DELETE FROM matter_events',
  ]
  for (const write of refused) expect(() => sqlite.exec(write), write).toThrow('archived: read-only')
  sqlite.close()
})

it('a 去重人数 is never less than the people it names', () => {
  const sqlite = bookBefore()
  migrate(sqlite, migrations.slice(0, widened))
  sqlite.exec("INSERT INTO measures VALUES (1, '退休', '位', 'people', 1, NULL)")
  const add = (amount: number) => () =>
    sqlite.exec(`INSERT INTO matter_measures (matter_id, measure_id, amount, names, note)
      VALUES (1, 1, ${amount}, '["张三","李四"]', '')`)
  expect(add(199)).toThrow('CHECK constraint failed')
  expect(add(200)).not.toThrow()
  sqlite.close()
})

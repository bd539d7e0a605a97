import { expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'

it('counts the matters that a book had before there were statistics', () => {
  const book = openDatabase(':memory:')
  const before = migrations.slice(
    0,
    migrations.findIndex(({ words }) => words.startsWith('spans of matters')),
  )
  migrate(book.sqlite, before)
  book.sqlite.exec(`BEGIN;
    UPDATE open_change SET change_id = 1;
    INSERT INTO groups (id, code, name, sort_order) VALUES (1, 'ZZ', '组织组', 1);
    INSERT INTO categories (id, code, name, sort_order) VALUES (1, 'DJ', '党建', 1);
    INSERT INTO number_register (kind, scope, serial, number, state, reason)
      VALUES ('matter', '2026-DJ', 1, '2026-DJ-0001', 'used', '');
    INSERT INTO matters (id, number, title, detail, category_id, group_id, helpers, leader, source, listed_on, due_on, due_text,
      state, finished_on, signed_off_on, signed_off_by, evidence, remark)
      VALUES (7, '2026-DJ-0001', '组织主题党日', '', 1, 1, '', '', '', '2026-11-06', '2026-11-13', '', 'signed_off',
        '2026-11-18', '2026-11-20', '处长', '', '');
    INSERT INTO matter_weeks (matter_id, week_monday, is_planned, progress, week_state, unfinished_reason, sort_order)
      VALUES (7, '2026-11-09', 1, '', 'unfinished', '', 1), (7, '2026-11-16', 1, '', 'done', '', 1);
    INSERT INTO changes (id, made_at, who, method, title) VALUES (1, '2026-11-20T09:00:00Z', '周敏', 'test', '登记');
    UPDATE open_change SET change_id = NULL;
    COMMIT`)
  migrate(book.sqlite, migrations)
  const of = { staff_id: 0, group_id: 1, category_id: 1 }
  const none = { planned: 0, unplanned: 0, finished: 0, late: 0, withdrawn: 0, lapsed: 0, settled: 0 }
  expect([
    book.sqlite.prepare('SELECT * FROM kept_spans').all(),
    book.sqlite.prepare('SELECT * FROM kept_totals').all(),
  ]).toEqual([
    [
      {
        ...of,
        matter_id: 7,
        is_planned: 1,
        entered: '2026-11-09',
        closed_as: 'finished',
        closed: '2026-11-16',
        is_late: 1,
        lapsed: '2026-11-09',
      },
    ],
    [
      { ...of, ...none, week_monday: '2026-11-09', planned: 1, lapsed: 1 },
      { ...of, ...none, week_monday: '2026-11-16', finished: 1, late: 1, settled: 1 },
    ],
  ])
  book.sqlite.close()
})

import { expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'

const collection = migrations.findIndex(({ words }) => words.startsWith('forms that go out'))

it('reports that were handed in before their time was kept stay as they are, and the trail names the time from then on', () => {
  const { sqlite } = openDatabase(':memory:')
  migrate(sqlite, migrations.slice(0, collection))
  sqlite.exec('UPDATE open_change SET change_id = 1')
  sqlite.exec("INSERT INTO changes VALUES (1, '2026-11-20T01:00:00Z', '周敏', 'weekly.handIn', '登记', NULL)")
  sqlite.exec(
    "INSERT INTO staff (id, name, staff_code, post, phone, note, sort_order) VALUES (1, '张三', '', '', '', '', 1)",
  )
  sqlite.exec("INSERT INTO week_reports VALUES (1, 1, '2026-11-16', 'received', '2026-11-20')")
  migrate(sqlite, migrations.slice(0, collection + 1))
  const kept = sqlite.prepare('SELECT * FROM week_reports').all()
  expect(kept).toEqual([
    {
      ...{ id: 1, staff_id: 1, week_monday: '2026-11-16', state: 'received' },
      ...{ received_on: '2026-11-20', received_at: '' },
    },
  ])
  sqlite.exec("UPDATE week_reports SET received_at = '16:30'")
  const image = sqlite.prepare("SELECT after ->> 'received_at' FROM change_rows ORDER BY id DESC LIMIT 1")
  expect(image.pluck().get()).toBe('16:30')
  expect(() => sqlite.exec("UPDATE week_reports SET received_at = '4 pm'")).toThrow('CHECK')
  sqlite.close()
})

// A change that an older version of the program has made is undone in the tables as they are now.
import { expect, it } from 'vitest'
import { migrations } from '../../../migrations/index.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { clockOf } from '../../../src-main/clock.ts'
import { migrate } from '../../../src-main/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../../src-main/database/open-database.ts'
import { problemOf } from '../../helpers/problem-of.ts'

const details = migrations.find(({ words }) => words.startsWith('duties in full'))?.version ?? 0
const clock = clockOf(() => new Date('2026-11-20T09:00:00'))

/** Writes as the program does: within one transaction, under an open change. */
function change(book: OpenDatabase, id: number, title: string, ...statements: string[]): void {
  book.sqlite.transaction(() => {
    book.sqlite.prepare('UPDATE open_change SET change_id = ?').run(id)
    for (const statement of statements) book.sqlite.exec(statement)
    book.sqlite
      .prepare("INSERT INTO changes VALUES (?, '2026-03-02T01:00:00Z', '周敏', 'test', ?, NULL)")
      .run(id, title)
    book.sqlite.prepare('UPDATE open_change SET change_id = ?').run(null)
  })()
}

/** A book as it was before duties had all their columns, with three changes in it. */
function oldBook() {
  const book = openDatabase(':memory:')
  migrate(
    book.sqlite,
    migrations.filter(({ version }) => version < details),
  )
  change(
    book,
    1,
    '建立处室',
    "INSERT INTO groups VALUES (1, 'ZZ', '组织组', 1, NULL), (2, 'RS', '人事组', 2, NULL)",
    "INSERT INTO categories VALUES (1, 'DJ', '党建', 1, NULL), (2, 'ZH', '综合', 2, NULL)",
    "INSERT INTO number_register VALUES (1, 'duty', 'ZZ-DJ', 1, 'ZZ-DJ-001', 'used', '')",
    "INSERT INTO staff VALUES (1, '张三', 1, '', '组长', '', '', 1, NULL, NULL)",
    `INSERT INTO duties VALUES (1, 'ZZ-DJ-001', 1, 1, '三月的表述', '每月', '', '', '', '', '', 1, NULL, '')`,
  )
  change(
    book,
    2,
    '调整职责和人员',
    "UPDATE duties SET content = '四月的表述', group_id = 2",
    "UPDATE staff SET group_id = 2, post = '副处长'",
  )
  change(book, 3, '删除类别 综合', 'DELETE FROM categories WHERE id = 2')
  migrate(book.sqlite, migrations)
  return book
}

it('takes back, last first, rows that have gained columns since', async () => {
  const book = oldBook()
  const now = () => ({
    duty: book.sqlite.prepare('SELECT content, group_id, kind, weight, schedule, from_on FROM duties').get(),
    person: book.sqlite.prepare('SELECT group_id, post, position, political_status FROM staff').get(),
    categories: book.sqlite.prepare('SELECT name, parent_id FROM categories ORDER BY id').all(),
  })
  await undoChange(book, clock, 3)
  await undoChange(book, clock, 2)
  expect(now()).toEqual({
    duty: {
      content: '三月的表述',
      group_id: 1,
      kind: 'regular',
      weight: 'ordinary',
      schedule: '',
      from_on: null,
    },
    person: { group_id: 1, post: '组长', position: '', political_status: '' },
    categories: [
      { name: '党建', parent_id: null },
      { name: '综合', parent_id: null },
    ],
  })
  await undoChange(book, clock, 1)
  expect([now().duty, now().person, now().categories]).toEqual([undefined, undefined, []])
  await book.close()
})

it('leaves what was written into the new columns since, and does again what was taken back', async () => {
  const book = oldBook()
  change(book, 4, '填写牌面', "UPDATE duties SET card_text = '党费收缴与使用', kind = 'phase'")
  await undoChange(book, clock, 2)
  const duty = () => book.sqlite.prepare('SELECT content, card_text, kind FROM duties').get()
  expect(duty()).toEqual({ content: '三月的表述', card_text: '党费收缴与使用', kind: 'phase' })
  await undoChange(book, clock, 5)
  expect(duty()).toEqual({ content: '四月的表述', card_text: '党费收缴与使用', kind: 'phase' })
  await book.close()
})

it('refuses where a former text stands on it by now', async () => {
  const book = oldBook()
  change(book, 4, '调动张三', "INSERT INTO staff_past_places VALUES (1, 1, '2026-11-18', 1, '组长', '')")
  await undoChange(book, clock, 3)
  await undoChange(book, clock, 2)
  const { code, details: later } = await problemOf(undoChange(book, clock, 1))
  expect([code, later?.map((line) => line.slice(-4))]).toEqual(['stood_upon', ['调动张三']])
  await book.close()
})

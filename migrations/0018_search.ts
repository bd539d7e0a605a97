import type { Database } from 'better-sqlite3'
import type { Migration } from './migration.ts'

/** The columns whose change moves a record in the index. */
const searched = {
  duties: ['number', 'content', 'due_rule', 'basis', 'output', 'remark'],
  matters: ['number', 'title', 'detail', 'source', 'helpers', 'state'],
  archive_entries: ['matter_id', 'location', 'materials'],
}

/**
 * The search index of duties, matters and archive entries, and what is not in it yet: triggers note the rows that a
 * change touches, and the program indexes them before the change is kept. They cannot do it themselves, for a schema
 * that is not trusted may call no function of ours. What the book has already is noted as work for the first start.
 */
export const search: Migration = {
  version: 18,
  words: 'search index',
  up(db) {
    for (const table of Object.keys(searched)) {
      db.exec(`CREATE VIRTUAL TABLE search_${table}
        USING fts5 (words, initials, content = '', contentless_delete = 1, tokenize = 'ascii')`)
    }
    db.exec(`CREATE TABLE search_touched (
      id INTEGER PRIMARY KEY,
      subject TEXT NOT NULL CHECK (subject IN ('duties', 'matters', 'archive_entries')),
      row_id INTEGER NOT NULL,
      change_id INTEGER NOT NULL,
      UNIQUE (subject, row_id)
    ) STRICT`)
    db.exec('CREATE INDEX search_touched_by_change_id ON search_touched (change_id)')
    for (const [table, columns] of Object.entries(searched)) {
      noteTouched(db, table, 'insert', 'AFTER INSERT', 'NEW')
      noteTouched(db, table, 'update', `AFTER UPDATE OF ${columns.join(', ')}`, 'NEW')
      noteTouched(db, table, 'delete', 'AFTER DELETE', 'OLD')
      db.exec(
        `INSERT INTO search_touched (subject, row_id, change_id) SELECT '${table}', id, 0 FROM ${table}`,
      )
    }
  },
}

/** An archive entry is found by the words of its matter, too. */
function noteTouched(db: Database, table: string, name: string, when: string, row: 'NEW' | 'OLD'): void {
  const entries =
    table === 'matters' ? note('archive_entries', `id FROM archive_entries WHERE matter_id = ${row}.id`) : ''
  db.exec(`CREATE TRIGGER ${table}_search_${name} ${when} ON ${table}
    BEGIN ${note(table, `${row}.id WHERE true`)} ${entries} END`)
}

function note(table: string, ids: string): string {
  return `INSERT INTO search_touched (subject, change_id, row_id)
    SELECT '${table}', (SELECT coalesce(change_id, 0) FROM open_change), ${ids}
    ON CONFLICT (subject, row_id) DO UPDATE SET change_id = excluded.change_id;`
}

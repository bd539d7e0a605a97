// Triggers that note what a change touches of the search index, so that the change indexes it before it is kept. They
// cannot index it themselves, for a schema that is not trusted may call no function of ours.
import type { Database } from 'better-sqlite3'

type Row = 'NEW' | 'OLD'
type Subject = 'duties' | 'matters' | 'archive_entries' | 'archive_items' | 'files'

interface Watched {
  /** Their change moves a record in the index. */
  columns: readonly string[]
  /** The records that a row of this table is part of, and their ids. */
  notes: readonly Note[]
  /** Further ones, which can stand on the row only while it is there. */
  follows?: readonly Note[]
}

type Note = readonly [Subject, (row: Row) => string]

const itself = (row: Row) => `${row}.id WHERE true`
/** A file is found with the filters of the record it belongs to. */
const its_file: readonly Note[] = [['files', (row) => `${row}.file_id WHERE true`]]

const entriesOf = (row: Row) => `SELECT id FROM archive_entries WHERE matter_id = ${row}.id`

const watched: Readonly<Record<string, Watched>> = {
  duties: {
    columns: ['number', 'content', 'due_rule', 'basis', 'output', 'remark', 'group_id', 'category_id'],
    notes: [['duties', itself]],
  },
  matters: {
    columns: [
      ...['number', 'title', 'detail', 'source', 'helpers', 'state'],
      ...['category_id', 'group_id', 'staff_id', 'listed_on'],
    ],
    notes: [['matters', itself]],
    follows: [
      ['archive_entries', (row) => `id FROM archive_entries WHERE matter_id = ${row}.id`],
      ['archive_items', (row) => `id FROM archive_items WHERE entry_id IN (${entriesOf(row)})`],
      ['files', (row) => `file_id FROM matter_files WHERE matter_id = ${row}.id`],
      ['files', (row) => `file_id FROM archive_files WHERE entry_id IN (${entriesOf(row)})`],
    ],
  },
  archive_entries: {
    columns: ['matter_id', 'location', 'materials', 'archived_on', 'retention'],
    notes: [['archive_entries', itself]],
  },
  archive_corrections: {
    columns: ['entry_id', 'item_id', 'after_text'],
    notes: [
      ['archive_entries', (row) => `${row}.entry_id WHERE ${row}.entry_id IS NOT NULL`],
      ['archive_items', (row) => `${row}.item_id WHERE ${row}.item_id IS NOT NULL`],
    ],
  },
  archive_items: {
    columns: [
      ...['entry_id', 'year', 'retention', 'title', 'responsible', 'document_number', 'dated_on', 'remark'],
      'archive_number',
    ],
    notes: [['archive_items', itself]],
  },
  item_parts: {
    columns: ['item_id', 'title'],
    notes: [['archive_items', (row) => `${row}.item_id WHERE true`]],
  },
  files: { columns: ['name', 'added_on'], notes: [['files', itself]] },
  staff: {
    columns: ['group_id'],
    notes: [],
    follows: [['files', (row) => `file_id FROM staff_photos WHERE staff_id = ${row}.id`]],
  },
  staff_photos: { columns: ['staff_id', 'file_id'], notes: its_file },
  submissions: { columns: ['file_id'], notes: its_file },
  archive_files: { columns: ['entry_id', 'file_id', 'trashed_on'], notes: its_file },
  matter_files: { columns: ['matter_id', 'file_id'], notes: its_file },
}

export const watched_tables = Object.keys(watched)

/** Puts the triggers on a table of the list above; again when a later step builds the table anew. */
export function noteSearched(db: Database, table: string): void {
  const { columns, notes, follows = [] } = watched[table] ?? { columns: [], notes: [] }
  const update = `AFTER UPDATE OF ${columns.join(', ')}`
  // Part of one record before and of another afterwards: both change.
  const left = notes.filter(([, idsOf]) => idsOf !== itself)
  for (const [name, when, row, noted] of [
    ['insert', 'AFTER INSERT', 'NEW', notes],
    ['update', update, 'NEW', [...notes, ...follows]],
    ['leave', update, 'OLD', left],
    ['delete', 'AFTER DELETE', 'OLD', notes],
  ] as const) {
    db.exec(`DROP TRIGGER IF EXISTS ${table}_search_${name}`)
    if (noted.length === 0) continue
    const body = noted.map(([subject, idsOf]) => note(subject, idsOf(row))).join('\n')
    db.exec(`CREATE TRIGGER ${table}_search_${name} ${when} ON ${table} BEGIN ${body} END`)
  }
}

function note(subject: Subject, ids: string): string {
  return `INSERT INTO search_touched (subject, change_id, row_id)
    SELECT '${subject}', (SELECT coalesce(change_id, 0) FROM open_change), ${ids}
    ON CONFLICT (subject, row_id) DO UPDATE SET change_id = excluded.change_id;`
}

import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * Files that belong to records. The bytes lie in the store beside the book, named by their digest; here is what they
 * were called and how large they are. Each subject's own table points at its files. The first: photos of people.
 */
export const files: Migration = {
  version: 7,
  words: 'files and photos of people',
  up(db) {
    db.exec(`CREATE TABLE files (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      digest_kind TEXT NOT NULL CHECK (digest_kind = 'sha256'),
      digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
      size INTEGER NOT NULL CHECK (size > 0),
      name TEXT NOT NULL CHECK (name <> ''),
      media TEXT NOT NULL CHECK (media <> ''),
      added_on TEXT NOT NULL CHECK (added_on IS date(added_on))
    ) STRICT`)
    db.exec('CREATE INDEX files_by_digest ON files (digest)')

    db.exec(`CREATE TABLE staff_photos (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      staff_id INTEGER NOT NULL UNIQUE REFERENCES staff (id) ON DELETE RESTRICT,
      file_id INTEGER NOT NULL UNIQUE REFERENCES files (id) ON DELETE RESTRICT
    ) STRICT`)
    for (const table of ['files', 'staff_photos']) auditTable(db, table)
  },
}

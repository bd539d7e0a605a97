import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * 督办 and 整改: what is said of a matter that somebody above follows, beside what is said of every matter. It may change
 * after the matter is archived: whether what was mended stays so is told for years (长期坚持).
 */
export const trackedMatters: Migration = {
  version: 29,
  words: 'matters under supervision (督办) and rectification (整改)',
  up(db) {
    db.exec(`CREATE TABLE tracked_matters (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matter_id INTEGER NOT NULL UNIQUE REFERENCES matters (id) ON DELETE RESTRICT,
      kind TEXT NOT NULL CHECK (kind IN ('supervision', 'rectification')),
      demand TEXT NOT NULL CHECK (demand <> ''),
      shown_as TEXT NOT NULL,
      goal TEXT NOT NULL,
      measures TEXT NOT NULL,
      units TEXT NOT NULL,
      effect TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('open', 'done', 'stage', 'long_term'))
    ) STRICT`)
    auditTable(db, 'tracked_matters')
  },
}

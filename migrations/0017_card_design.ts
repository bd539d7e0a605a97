import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** 岗位职责牌: how the cards were last made, and the unit's own image on them. One row at most. */
export const cardDesign: Migration = {
  version: 17,
  words: 'design of the duty cards',
  up(db) {
    db.exec(`CREATE TABLE card_design (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      kind TEXT NOT NULL,
      paper TEXT NOT NULL,
      colour TEXT NOT NULL,
      font TEXT NOT NULL,
      shows_photo INTEGER NOT NULL CHECK (shows_photo IN (0, 1)),
      shows_political_status INTEGER NOT NULL CHECK (shows_political_status IN (0, 1)),
      shows_backups INTEGER NOT NULL CHECK (shows_backups IN (0, 1)),
      shows_phone INTEGER NOT NULL CHECK (shows_phone IN (0, 1)),
      supervision_phone TEXT NOT NULL,
      image_file_id INTEGER UNIQUE REFERENCES files (id) ON DELETE RESTRICT
    ) STRICT`)
    auditTable(db, 'card_design')
  },
}

import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** 补齐: what an archived entry lacked and got later, beside the checklist, which stays as it was. */
export const suppliedMaterials: Migration = {
  version: 28,
  words: 'materials of archive entries that came later',
  up(db) {
    db.exec(`CREATE TABLE supplied_materials (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      material_id INTEGER NOT NULL UNIQUE REFERENCES entry_materials (id) ON DELETE RESTRICT,
      supplied_on TEXT NOT NULL CHECK (supplied_on IS date(supplied_on)),
      supplied_by TEXT NOT NULL CHECK (supplied_by <> ''),
      note TEXT NOT NULL
    ) STRICT`)
    for (const operation of ['UPDATE', 'DELETE']) {
      db.exec(`CREATE TRIGGER supplied_materials_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON supplied_materials
        WHEN (SELECT is_undo FROM open_change) = 0
        BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
    }
    auditTable(db, 'supplied_materials')
  },
}

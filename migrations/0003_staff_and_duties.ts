import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** People, what each duty is, and who holds it as A岗 or B岗 from which day to which. */
export const staffAndDuties: Migration = {
  version: 3,
  words: 'staff, duties and their holders',
  up(db) {
    db.exec(`CREATE TABLE staff (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL CHECK (name <> ''),
      group_id INTEGER REFERENCES groups (id) ON DELETE RESTRICT,
      staff_code TEXT NOT NULL,
      post TEXT NOT NULL,
      phone TEXT NOT NULL,
      note TEXT NOT NULL,
      sort_order INTEGER NOT NULL,
      joined_on TEXT CHECK (joined_on IS date(joined_on)),
      left_on TEXT CHECK (left_on IS date(left_on))
    ) STRICT`)
    db.exec("CREATE UNIQUE INDEX staff_by_staff_code ON staff (staff_code) WHERE staff_code <> ''")
    db.exec('CREATE INDEX staff_by_name ON staff (name)')
    db.exec('CREATE INDEX staff_by_group_id ON staff (group_id)')

    db.exec(`CREATE TABLE duties (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      number TEXT NOT NULL UNIQUE REFERENCES number_register (number) ON DELETE RESTRICT,
      group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE RESTRICT,
      category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
      content TEXT NOT NULL CHECK (content <> ''),
      frequency TEXT NOT NULL,
      due_rule TEXT NOT NULL,
      basis TEXT NOT NULL,
      standard TEXT NOT NULL,
      output TEXT NOT NULL,
      remark TEXT NOT NULL,
      sort_order INTEGER NOT NULL,
      voided_on TEXT CHECK (voided_on IS date(voided_on)),
      void_reason TEXT NOT NULL CHECK (voided_on IS NULL OR void_reason <> '')
    ) STRICT`)
    db.exec('CREATE INDEX duties_by_group_id ON duties (group_id)')

    db.exec(`CREATE TABLE duty_holders (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      duty_id INTEGER NOT NULL REFERENCES duties (id) ON DELETE RESTRICT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      role TEXT NOT NULL CHECK (role IN ('A', 'B')),
      rank INTEGER NOT NULL CHECK (rank > 0 AND (role = 'B' OR rank = 1)),
      from_on TEXT NOT NULL CHECK (from_on IS date(from_on)),
      to_on TEXT CHECK (to_on IS date(to_on) AND to_on >= from_on)
    ) STRICT`)
    db.exec('CREATE INDEX duty_holders_by_duty_id ON duty_holders (duty_id)')
    db.exec('CREATE INDEX duty_holders_by_staff_id ON duty_holders (staff_id)')
    // At most one holder a day for each rank of a duty: one A, and one B of each order.
    for (const operation of ['INSERT', 'UPDATE']) {
      db.exec(`CREATE TRIGGER duty_holders_one_a_day_${operation.toLowerCase()} BEFORE ${operation} ON duty_holders
        WHEN EXISTS (
          SELECT 1 FROM duty_holders AS other
          WHERE other.duty_id = NEW.duty_id AND other.role = NEW.role AND other.rank = NEW.rank
            AND other.id IS NOT NEW.id
            AND other.from_on <= coalesce(NEW.to_on, '9999-12-31')
            AND NEW.from_on <= coalesce(other.to_on, '9999-12-31'))
        BEGIN SELECT RAISE(ABORT, 'two holders of one rank on one day'); END`)
    }
    for (const table of ['staff', 'duties', 'duty_holders']) auditTable(db, table)
  },
}

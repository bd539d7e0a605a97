import type { Database } from 'better-sqlite3'

const in_use = '(SELECT number FROM matters UNION ALL SELECT number FROM duties)'

/** Rules across rows that no table can hold by itself; each query finds what breaks one. */
const rules: Readonly<Record<string, string>> = {
  'an archived matter has its entry':
    "SELECT id FROM matters WHERE state = 'archived' AND id NOT IN (SELECT matter_id FROM archive_entries)",
  'an entry is of an archived matter':
    "SELECT m.id FROM archive_entries JOIN matters m ON m.id = matter_id WHERE m.state <> 'archived'",
  'a matter stands in a week': 'SELECT id FROM matters WHERE id NOT IN (SELECT matter_id FROM matter_weeks)',
  'a used number stands for something': `SELECT number FROM number_register WHERE state = 'used' AND number NOT IN ${in_use}`,
  'a gap stands for nothing': `SELECT number FROM number_register WHERE state = 'gap' AND number IN ${in_use}`,
  'no change is open': 'SELECT id FROM open_change WHERE change_id IS NOT NULL OR is_undo <> 0',
  'every row of the trail has its change':
    'SELECT id FROM change_rows WHERE change_id NOT IN (SELECT id FROM changes)',
  'every change touched a row': 'SELECT id FROM changes WHERE id NOT IN (SELECT change_id FROM change_rows)',
  'changes are numbered without gap': 'SELECT max(id) FROM changes HAVING max(id) <> count(*)',
}

export function brokenRules(sqlite: Database): string[] {
  const broken = Object.entries(rules).filter(([, query]) => sqlite.prepare(query).all().length > 0)
  const pages = sqlite.pragma('integrity_check', { simple: true })
  const references = sqlite.pragma('foreign_key_check') as unknown[]
  return [
    ...broken.map(([rule]) => rule),
    ...(pages === 'ok' ? [] : [`integrity_check: ${String(pages)}`]),
    ...(references.length === 0 ? [] : [`foreign_key_check: ${references.length}`]),
  ]
}

type Row = Record<string, unknown>

/** Plays the trail from its beginning: what it ends with must be what the tables hold, row for row. */
export function differencesFromTrail(sqlite: Database): string[] {
  const images = sqlite.prepare('SELECT table_name, row_id, after FROM change_rows ORDER BY id').all() as {
    table_name: string
    row_id: number
    after: string | null
  }[]
  const played = new Map<string, Map<number, string>>()
  for (const { table_name, row_id, after } of images) {
    const rows = played.get(table_name) ?? new Map<number, string>()
    played.set(table_name, rows)
    if (after === null) rows.delete(row_id)
    else rows.set(row_id, JSON.stringify(JSON.parse(after)))
  }
  return [...played].flatMap(([table, rows]) => differencesIn(sqlite, table, rows))
}

function differencesIn(sqlite: Database, table: string, played: ReadonlyMap<number, string>): string[] {
  const rows = sqlite.prepare(`SELECT * FROM "${table}"`).all() as Row[]
  const different = rows.filter((row) => played.get(Number(row.id)) !== JSON.stringify(row))
  return [
    ...different.map((row) => `${table} ${String(row.id)} is not what the trail says`),
    ...(rows.length === played.size ? [] : [`${table} has ${rows.length} rows, the trail ${played.size}`]),
  ]
}

// What the office sets for itself, one JSON value a name.
import { default_settings, Settings } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

/** Names that were never saved have the default. */
export async function getSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('settings').select(['name', 'value']).execute()
  const saved = Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value)]))
  return Settings.parse({ ...default_settings, ...saved })
}

export async function saveSettings(change: Change, settings: Settings): Promise<void> {
  change.describe('修改设置')
  for (const [name, value] of Object.entries(settings)) {
    await change.db
      .insertInto('settings')
      .values({ name, value: JSON.stringify(value) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(value) }))
      .execute()
  }
}

import { type Retention, usual_retentions } from '../../src-shared/retention.ts'
import type { Db } from '../database/tables.ts'

/** The terms of the 保管期限表; those of the standard while the unit has no table. */
export async function termsOfUnit(db: Db): Promise<Retention[]> {
  const rows = await db.selectFrom('retention_rules').select('retention').distinct().execute()
  return rows.length === 0 ? [...usual_retentions] : rows.map(({ retention }) => retention)
}

// Numbers of papers that are signed, 交接〔2026〕3号: counted per kind and year, never given twice.
import { sql } from 'kysely'
import type { Change } from '../database/change.ts'

/** `takePaperNumber(change, '交接', 2026) // '交接〔2026〕3号'` */
export async function takePaperNumber(change: Change, kind: string, year: number): Promise<string> {
  const { last } = await change.db
    .selectFrom('paper_register')
    .select(sql<number>`coalesce(max(serial), 0)`.as('last'))
    .where('kind', '=', kind)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  const serial = last + 1
  const number = `${kind}〔${year}〕${serial}号`
  await change.db
    .insertInto('paper_register')
    .values({ kind, year, serial, number, state: 'used', reason: '' })
    .execute()
  return number
}

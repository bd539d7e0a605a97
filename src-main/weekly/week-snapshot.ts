// 周五快照: every list of a week as it stood at closing, each in one packed row beside its lock.
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { sql } from 'kysely'
import type { WeekSnapshot } from '../../src-shared/closing.ts'
import type { Defect } from '../../src-shared/sign-offs.ts'
import type { PersonReport, WeekRow, WeekSheet } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { listDefects } from './defects.ts'
import { getLock } from './locks.ts'
import { selectWeekRows, toWeekRow } from './matter-rows.ts'
import { isOpenIn } from './open-matters.ts'
import { weekRules } from './rules.ts'
import { weekSheet } from './week-sheet.ts'

type Head = Omit<WeekSheet, 'rows' | 'plan' | 'reports' | 'closed'>

/** By their names in the database. */
interface Lists {
  head: Head[]
  rows: WeekRow[]
  plan: WeekRow[]
  reports: PersonReport[]
  overdue: WeekRow[]
  defects: Defect[]
}

export async function keepSnapshot(change: Change, lock_id: number, week_monday: string): Promise<void> {
  const { db, today } = change
  const {
    rows,
    plan,
    reports,
    closed: _,
    ...head
  } = await weekSheet(db, today, { week_monday, group_id: null })
  const lists: Lists = {
    head: [head],
    rows,
    plan,
    reports,
    overdue: await overdueMatters(db, today),
    defects: await listDefects(db, { with_cured: false }),
  }
  const values = []
  for (const [list, all] of Object.entries(lists)) {
    const packed_rows = await promisify(gzip)(JSON.stringify(all))
    values.push({ lock_id, list, row_count: all.length, packed_rows })
  }
  await db.insertInto('week_snapshots').values(values).execute()
}

export async function readSnapshot(db: Db, lock_id: number): Promise<WeekSnapshot> {
  const lock = await getLock(db, lock_id)
  const stored = await db
    .selectFrom('week_snapshots')
    .select(['list', 'packed_rows'])
    .where('lock_id', '=', lock_id)
    .execute()
  const packed = new Map(stored.map(({ list, packed_rows }) => [list, packed_rows]))
  const unpack = async <Name extends keyof Lists>(list: Name): Promise<Lists[Name]> => {
    const bytes = packed.get(list)
    if (bytes === undefined) throw new Error(`the snapshot of lock ${lock_id} has no list ${list}`)
    return JSON.parse((await promisify(gunzip)(bytes)).toString('utf8')) as Lists[Name]
  }
  const [head] = await unpack('head')
  if (head === undefined) throw new Error(`the snapshot of lock ${lock_id} has no head`)
  const { locked_on, locked_at } = lock
  const sheet: WeekSheet = {
    ...head,
    rows: await unpack('rows'),
    plan: await unpack('plan'),
    reports: await unpack('reports'),
    closed: { lock_id, locked_on, locked_at },
  }
  return { lock, sheet, overdue: await unpack('overdue'), defects: await unpack('defects') }
}

/** Open matters of any week past their date, the longest overdue first, each as in its newest week. */
async function overdueMatters(db: Db, today: string): Promise<WeekRow[]> {
  const rules = await weekRules(db, today)
  const rows = await selectWeekRows(db)
    .where(isOpenIn('m'))
    .where('m.due_on', '<', today)
    .where(sql<boolean>`w.week_monday = (SELECT max(week_monday) FROM matter_weeks WHERE matter_id = m.id)`)
    .where('w.week_state', '<>', 'done')
    .orderBy('m.due_on')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => toWeekRow(row, rules))
}

// 到期鉴定: what has come to the end of its term by a year, and what was decided about it.
import { sql } from 'kysely'
import type { Appraisal, DueList, DueThing } from '../../src-shared/archive-care.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { lastYearKept, type Retention } from '../../src-shared/retention.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

interface Candidate {
  kind: 'entry' | 'item'
  id: number
  number: string
  title: string
  year: number
  retention: Retention
  place: string
  appraisal_id: number | null
  result: Appraisal['result'] | null
  new_retention: Retention | null
  appraised_on: string | null
  appraised_by: string | null
  reason: string | null
}

/** Whose last year is before this one, of items and of entries that yield no item; and what was appraised this year. */
export async function dueThings(db: Db, year: number): Promise<DueList> {
  const found = [...(await candidatesOf(db, 'entry', year)), ...(await candidatesOf(db, 'item', year))]
  const rows = found.flatMap((one): DueThing[] => {
    const first = lastYearKept(one.year, one.retention)
    const term = one.result === 'extended' && one.new_retention !== null ? one.new_retention : one.retention
    const last_year = lastYearKept(one.year, term)
    const was_decided = one.appraised_on?.startsWith(String(year)) === true
    const is_due = last_year !== null && last_year < year && one.result !== 'destroy'
    if (!is_due && !was_decided) return []
    const { kind, id, number, title, place } = one
    const shown = was_decided ? one.retention : term
    return [
      {
        ...{ kind, id, number, title, year: one.year, retention: shown, place },
        last_year: (was_decided ? first : last_year) ?? year,
        appraisal: was_decided ? appraisalOf(one) : null,
      },
    ]
  })
  return {
    year,
    rows: rows.sort((one, other) => one.last_year - other.last_year || (one.number < other.number ? -1 : 1)),
  }
}

function appraisalOf(one: Candidate): DueThing['appraisal'] {
  const { result, new_retention, appraised_on, appraised_by, reason } = one
  if (result === null) return null
  return {
    result,
    new_retention,
    appraised_on: appraised_on ?? '',
    appraised_by: appraised_by ?? '',
    reason: reason ?? '',
  }
}

const corrected = (column: 'entry_id' | 'item_id', field: string, id: string) =>
  sql<string>`(SELECT c.after_text FROM archive_corrections AS c
    WHERE c.${sql.ref(column)} = ${sql.ref(id)} AND c.field = ${field} ORDER BY c.id DESC LIMIT 1)`

const last_appraisal = (column: 'entry_id' | 'item_id', id: string) =>
  sql<number>`(SELECT max(x.id) FROM archive_appraisals AS x WHERE x.${sql.ref(column)} = ${sql.ref(id)})`

async function candidatesOf(db: Db, kind: 'entry' | 'item', year: number): Promise<Candidate[]> {
  const { rows } = await (kind === 'entry' ? entriesBefore(year) : itemsBefore(year)).execute(db)
  return rows
}

/** Only what a term of at least one year could have ended; 永久 is never looked at. */
function entriesBefore(year: number) {
  return sql<Candidate>`
    SELECT t.*, a.id AS appraisal_id, a.result, a.new_retention, a.appraised_on, a.appraised_by, a.reason FROM (
      SELECT 'entry' AS kind, e.id, m.number, m.title, CAST(substr(e.archived_on, 1, 4) AS INTEGER) AS year,
        coalesce(${corrected('entry_id', 'retention', 'e.id')}, e.retention) AS retention,
        coalesce(${corrected('entry_id', 'location', 'e.id')}, e.location) AS place,
        ${last_appraisal('entry_id', 'e.id')} AS last_id
      FROM archive_entries AS e JOIN matters AS m ON m.id = e.matter_id
      WHERE e.archived_on < ${`${year}-01-01`}
        AND (e.retention <> 'Y' OR e.id IN (SELECT entry_id FROM archive_corrections WHERE field = 'retention'))
        AND NOT EXISTS (SELECT 1 FROM archive_items AS i WHERE i.entry_id = e.id AND i.run_id IS NOT NULL)
    ) AS t LEFT JOIN archive_appraisals AS a ON a.id = t.last_id
    WHERE t.retention <> 'Y' AND t.year + CAST(substr(t.retention, 2) AS INTEGER) < ${year}`
}

function itemsBefore(year: number) {
  return sql<Candidate>`
    SELECT t.*, a.id AS appraisal_id, a.result, a.new_retention, a.appraised_on, a.appraised_by, a.reason FROM (
      SELECT 'item' AS kind, i.id, i.archive_number AS number, i.title, i.year, i.retention,
        coalesce((SELECT CASE b.shelf WHEN '' THEN '' ELSE b.shelf || ' ' END || '第' || b.box_number || '盒'
          FROM archive_boxes AS b WHERE b.id = i.box_id), '') AS place,
        ${last_appraisal('item_id', 'i.id')} AS last_id
      FROM archive_items AS i WHERE i.run_id IS NOT NULL AND i.retention <> 'Y'
        AND i.year + CAST(substr(i.retention, 2) AS INTEGER) < ${year}
    ) AS t LEFT JOIN archive_appraisals AS a ON a.id = t.last_id`
}

/** 鉴定结果 of each: kept for a longer term, or to be destroyed; the record itself stays for good. */
export async function appraise(
  change: Change,
  { things, result, new_retention, approved_by, reason }: Appraisal,
): Promise<{ appraised: number }> {
  if (result === 'extended' && new_retention === null) {
    const message = '请选择延长到的保管期限。'
    throw new UserProblem({ code: 'no_term', message, fields: { new_retention: message } })
  }
  const rows = things.map(({ kind, id }) => ({
    ...{
      entry_id: kind === 'entry' ? id : null,
      item_id: kind === 'item' ? id : null,
      result,
      reason,
      approved_by,
    },
    ...{ new_retention: result === 'extended' ? new_retention : null },
    ...{ appraised_on: change.today, appraised_by: change.who },
  }))
  await change.db.insertInto('archive_appraisals').values(rows).execute()
  change.describe(`登记 ${rows.length} 件到期鉴定：${result === 'extended' ? '延长保管' : '同意销毁'}`)
  return { appraised: rows.length }
}

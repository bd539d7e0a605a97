import { sql } from 'kysely'
import type { MatterState } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { matterGone } from './refuse-matters.ts'

/** What a change looks at before it touches a matter. */
export interface KeptMatter {
  id: number
  number: string
  title: string
  state: MatterState
  signed_off_on: string | null
  evidence: string
  due_on: string | null
  original_due_on: string | null
  staff_name: string
  /** Its category demands evidence. */
  needs_evidence: 0 | 1
  /** As a file, or on paper somewhere. */
  has_material: 0 | 1
}

/** In the order of `ids`, each once; a matter that is gone stops the change. */
export async function getMatters(db: Db, ids: readonly number[]): Promise<KeptMatter[]> {
  const wanted = [...new Set(ids)]
  const found = await db
    .selectFrom('matters as m')
    .innerJoin('categories', 'categories.id', 'm.category_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select(['m.id', 'm.number', 'm.title', 'm.state', 'm.signed_off_on', 'm.evidence', 'm.due_on'])
    .select([
      'm.original_due_on',
      'categories.needs_evidence',
      sql<0 | 1>`(EXISTS (SELECT 1 FROM matter_files WHERE matter_id = m.id)
        OR EXISTS (SELECT 1 FROM matter_papers WHERE matter_id = m.id))`.as('has_material'),
      sql<string>`coalesce(staff.name, '')`.as('staff_name'),
    ])
    .where('m.id', 'in', wanted)
    .execute()
  const by_id = new Map(found.map((matter) => [matter.id, matter]))
  if (found.length < wanted.length) throw matterGone(wanted.length - found.length)
  return wanted.flatMap((id) => by_id.get(id) ?? [])
}

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
}

/** In the order of `ids`, each once; a matter that is gone stops the change. */
export async function getMatters(db: Db, ids: readonly number[]): Promise<KeptMatter[]> {
  const wanted = [...new Set(ids)]
  const found = await db
    .selectFrom('matters')
    .select(['id', 'number', 'title', 'state', 'signed_off_on', 'evidence'])
    .where('id', 'in', wanted)
    .execute()
  const by_id = new Map(found.map((matter) => [matter.id, matter]))
  if (found.length < wanted.length) throw matterGone(wanted.length - found.length)
  return wanted.flatMap((id) => by_id.get(id) ?? [])
}

import type { ArchiveEntry } from '../../src-shared/archive.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Db } from '../database/tables.ts'
import { selectNamedEntries } from './archive-entries.ts'
import { withDetails } from './entry-details.ts'

export async function getArchiveEntry(db: Db, id: number): Promise<ArchiveEntry> {
  const entry = await selectNamedEntries(db).where('e.id', '=', id).executeTakeFirst()
  const [whole] = await withDetails(db, entry ? [entry] : [])
  if (whole) return whole
  throw new UserProblem({
    code: 'entry_gone',
    message: '归档库里已经没有这一卷。',
    next: '可能是归档被撤销了，请刷新后再试。',
  })
}

// 合并记录: what every merge of returned files did, kept with the trail.
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { MergeFile, MergeLine, MergeReport } from '../../src-shared/collection.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { undoneBy } from '../changes/undone-by.ts'
import type { Db } from '../database/tables.ts'

/** Of a week, newest first. */
export async function listMerges(db: Db, week_monday: string): Promise<MergeLine[]> {
  return await linesOf(db, await selectMerges(db).where('m.week_monday', '=', week_monday).execute())
}

export async function getMergeReport(db: Db, id: number): Promise<MergeReport> {
  const [line] = await linesOf(db, await selectMerges(db).where('m.id', '=', id).execute())
  if (line === undefined) {
    throw new UserProblem({
      code: 'merge_report_gone',
      message: '没有这份合并报告。',
      next: '请回到收表，另选一份。',
    })
  }
  const stored = await db
    .selectFrom('collection_merge_files')
    .select('packed_report')
    .where('merge_id', '=', id)
    .orderBy('id')
    .execute()
  const files: MergeFile[] = []
  for (const { packed_report } of stored) {
    files.push(JSON.parse((await promisify(gunzip)(packed_report)).toString('utf8')) as MergeFile)
  }
  return { ...line, files }
}

function selectMerges(db: Db) {
  return db
    .selectFrom('collection_merges as m')
    .innerJoin('changes', 'changes.id', 'm.change_id')
    .select(['m.id', 'm.change_id', 'm.week_monday', 'changes.made_at', 'changes.who'])
    .orderBy('m.id', 'desc')
}

type Stored = Awaited<ReturnType<ReturnType<typeof selectMerges>['execute']>>

async function linesOf(db: Db, merges: Stored): Promise<MergeLine[]> {
  const names = await db
    .selectFrom('collection_merge_files')
    .select(['merge_id', 'file_name'])
    .where(
      'merge_id',
      'in',
      merges.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const undone = await undoneBy(db)
  return merges.map((merge) => ({
    ...merge,
    file_names: names.filter(({ merge_id }) => merge_id === merge.id).map(({ file_name }) => file_name),
    is_undone: undone.has(merge.change_id),
  }))
}

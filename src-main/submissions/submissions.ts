import { UserProblem } from '../../src-shared/problem.ts'
import { type NewSubmission, type Submission, way_words } from '../../src-shared/submissions.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { addFile } from '../files/add-file.ts'
import type { StoredObject } from '../files/file-store.ts'

/** Newest first. */
export async function listSubmissions(db: Db): Promise<Submission[]> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('files', 'files.id', 'submissions.file_id')
    .leftJoin('submissions as newer', 'newer.replaces_id', 'submissions.id')
    .selectAll('submissions')
    .select(['files.name as file_name', 'files.size as file_size', 'files.digest'])
    .select('newer.id as replaced_by_id')
    .orderBy('submissions.sent_on', 'desc')
    .orderBy('submissions.id', 'desc')
    .execute()
  return rows.map(({ request, report, file_id: _, ...row }) => ({
    ...row,
    can_compare: request !== '' && !isPdf(row.file_name),
  }))
}

/** It can be read by people, not held against the book row by row. */
export function isPdf(file_name: string): boolean {
  return /\.pdf$/i.test(file_name)
}

/** `stored`: the very bytes, in the file store already. */
export async function addSubmission(
  change: Change,
  { draft, request, replaces_id }: NewSubmission,
  stored: StoredObject,
  file_name: string,
): Promise<{ id: number }> {
  const replaced = replaces_id === null ? null : await replaceable(change.db, replaces_id)
  const file = await addFile(change, stored, file_name)
  const verb = replaces_id === null ? '登记上报' : '登记补报'
  change.describe(`${verb}“${draft.title}”（报${draft.sent_to}，${way_words[draft.way]}）`)
  return change.db
    .insertInto('submissions')
    .values({
      ...draft,
      // A corrected file is still the same report.
      report: request?.report ?? replaced?.report ?? '',
      request: request === null ? (replaced?.request ?? '') : JSON.stringify(request),
      file_id: file.id,
      replaces_id,
      recorded_by: change.who,
      voided_on: null,
      void_reason: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function voidSubmission(change: Change, id: number, reason: string): Promise<void> {
  const { title, voided_on } = await getSubmission(change.db, id)
  if (voided_on !== null) {
    throw new UserProblem({ code: 'already_void', message: `“${title}”已经作废过了。` })
  }
  await change.db
    .updateTable('submissions')
    .set({ voided_on: change.today, void_reason: reason })
    .where('id', '=', id)
    .execute()
  change.describe(`作废上报“${title}”：${reason}`)
}

export async function getSubmission(db: Db, id: number) {
  const row = await db
    .selectFrom('submissions')
    .innerJoin('files', 'files.id', 'submissions.file_id')
    .where('submissions.id', '=', id)
    .selectAll('submissions')
    .select(['files.name as file_name', 'files.size as file_size', 'files.digest'])
    .executeTakeFirst()
  if (row) return row
  throw new UserProblem({
    code: 'submission_gone',
    message: '找不到这条上报记录，可能刚被撤销。',
    next: '请返回上报记录重新选择。',
  })
}

async function replaceable(db: Db, replaces_id: number) {
  const replaced = await getSubmission(db, replaces_id)
  const newer = await db
    .selectFrom('submissions')
    .where('replaces_id', '=', replaces_id)
    .select('sent_on')
    .executeTakeFirst()
  if (!newer) return replaced
  throw new UserProblem({
    code: 'replaced_already',
    message: `“${replaced.title}”已经在 ${newer.sent_on} 补报过。`,
    next: '请在最新的一次补报上再登记补报。',
  })
}

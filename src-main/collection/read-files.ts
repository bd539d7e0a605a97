import { UserProblem } from '../../src-shared/problem.ts'
import type { Desk } from '../desk.ts'
import { digestOf } from '../imports/return-sheet.ts'
import type { ReturnedFile } from './returned-file.ts'

/** Reads a file that was dropped or chosen; one that cannot be read is told and does not stop the others. */
export async function readFile(
  { excel, incoming }: Pick<Desk, 'excel' | 'incoming'>,
  token: string,
  signal: AbortSignal,
): Promise<ReturnedFile> {
  const path = incoming.pathOf(token)
  const file = { id: token, file_name: incoming.get(token).name }
  const digest = (await digestOf(path)) ?? ''
  try {
    return { ...file, digest, workbook: await excel.read(path, { signal }), problem: [] }
  } catch (error) {
    if (!(error instanceof UserProblem) || signal.aborted) throw error
    const { message, next } = error.problem
    return { ...file, digest, workbook: null, problem: next === undefined ? [message] : [message, next] }
  }
}

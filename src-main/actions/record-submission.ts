import { UserProblem } from '../../src-shared/problem.ts'
import type { NewSubmission } from '../../src-shared/submissions.ts'
import type { Desk } from '../desk.ts'
import { addSubmission } from '../submissions/submissions.ts'
import { changeWithFiles } from './change-with-files.ts'

/** Freezes the very bytes of the file in the store and writes down that it was handed upward. */
export function recordSubmission(
  desk: Pick<Desk, 'books' | 'clock' | 'incoming'>,
  submission: NewSubmission,
): Promise<{ id: number }> {
  return changeWithFiles(desk, 'submissions.add', [submission.file], (change, [file]) => {
    if (!file) throw nothingToFreeze()
    return addSubmission(change, submission, file, file.name)
  })
}

function nothingToFreeze(): UserProblem {
  return new UserProblem({
    code: 'no_file',
    message: '没有要登记的文件。',
    next: '请先导出，或选择已经上报的文件。',
  })
}

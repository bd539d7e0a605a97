import { basename, extname, resolve } from 'node:path'
import type { CleanAnswer } from '../../src-shared/preflight.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Desk } from '../desk.ts'

/** 另存干净的一份: a copy without comments and names of authors, beside the file that she keeps. */
export async function saveCleanCopy(
  { dialogs, excel, incoming }: Pick<Desk, 'dialogs' | 'excel' | 'incoming'>,
  token: string,
): Promise<CleanAnswer> {
  const source = incoming.pathOf(token)
  const { name } = incoming.get(token)
  const ending = extname(name)
  const suggested = `${basename(name, ending)}（已清除批注和作者）${ending}`
  const chosen = await dialogs.chooseWhereToSave('另存干净的一份', suggested)
  if (chosen === null) return { state: 'cancelled' }
  const path = chosen.toLowerCase().endsWith(ending.toLowerCase()) ? chosen : `${chosen}${ending}`
  if (resolve(path) === resolve(source)) throw sameFile(name)
  await excel.clean(source, path)
  const [taken] = (await incoming.take([{ path }])).files
  if (taken === undefined) throw new Error('the copy that was just written cannot be taken in')
  return { state: 'saved', token: taken.token, file_name: basename(path) }
}

function sameFile(name: string): UserProblem {
  return new UserProblem({
    code: 'copy_over_original',
    message: `“${name}”是原件，没有覆盖。`,
    next: '请换一个文件名，原件里的批注要留着备查。',
  })
}

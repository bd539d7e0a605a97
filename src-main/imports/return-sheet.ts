import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import type { ImportKind, ImportPreview, ReturnAnswer } from '../../src-shared/imports.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Desk } from '../desk.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import { import_columns } from './imports.ts'
import type { Plan } from './plan-import.ts'
import { returnEdits } from './return-edits.ts'

/** A file that was read for an import, and what its preview said. */
export interface PreviewedFile {
  path: string
  digest: string | null
  workbook: ReadWorkbook
  kind: ImportKind
  plan: Pick<Plan, 'understanding'>
  shown: Pick<ImportPreview, 'sheet' | 'rows' | 'issues'>
}

/** SHA-256 of a file; null when it cannot be read, which the reader then puts into words. */
export async function digestOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
  return hash.digest('hex')
}

/** 退回表: asks where to, and writes the clerk's own file with everything that is wrong in it marked. */
export async function saveReturnSheet(
  { dialogs, excel }: Pick<Desk, 'dialogs' | 'excel'>,
  { path, digest, workbook, kind, plan, shown }: PreviewedFile,
): Promise<{ answer: ReturnAnswer; saved_as: string | null }> {
  const planned = await returnEdits(workbook, shown, import_columns[kind], plan.understanding.mapping)
  if (planned === null || planned.cells + planned.rows === 0) throw nothingToReturn()
  const ending = endingOf(path, workbook)
  const chosen = await dialogs.chooseWhereToSave('保存退回表', suggestedName(path, ending))
  if (chosen === null) return { answer: { state: 'cancelled' }, saved_as: null }
  const out = extname(chosen).toLowerCase() === ending ? chosen : `${chosen}${ending}`
  if (resolve(out) === resolve(path)) throw overTheSource(path)
  const { edits, ...counts } = planned
  await excel.patch(path, out, { sheets: [edits], ...(digest === null ? {} : { digest }) })
  return {
    answer: { state: 'saved', file_name: basename(out), ...counts },
    saved_as: out,
  }
}

/** A book with macros stays one; what is no .xlsx becomes one. */
function endingOf(path: string, { format }: ReadWorkbook): string {
  return format === 'xlsx' && extname(path).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx'
}

function suggestedName(path: string, ending: string): string {
  const name = basename(path, extname(path)).replace(/^退回-/, '')
  return `退回-${name}${ending}`
}

function nothingToReturn(): UserProblem {
  return new UserProblem({
    code: 'nothing_to_return',
    message: '这张表没有错误，也没有要提醒的地方，不用退回。',
  })
}

function overTheSource(path: string): UserProblem {
  return new UserProblem({
    code: 'return_over_source',
    message: '退回表不能盖住原来的文件，没有保存。',
    where: basename(path),
    next: '请换一个文件名或文件夹再保存。',
  })
}

import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { UserProblem } from '../../src-shared/problem.ts'

type Rename = (from: string, to: string) => Promise<void>

/** Virus scanners hold a new file for a moment on Windows; in milliseconds. */
const pauses = [5, 10, 20, 40, 80, 160, 250]

/** Where a file lies until it is complete. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`)
}

/** Writes beside the target under another name first, so that the target is the old file or the whole new one. */
export async function saveFile(path: string, bytes: Buffer, renameFile: Rename = rename): Promise<number> {
  const fill = async (file: FileHandle) => {
    await file.writeFile(bytes)
    return bytes.length
  }
  return await saveFileBy(path, fill, renameFile)
}

/** As `saveFile`, for what is written bit by bit; `fill` answers the number of bytes. */
export async function saveFileBy(
  path: string,
  fill: (file: FileHandle) => Promise<number>,
  renameFile: Rename = rename,
): Promise<number> {
  const temporary = temporaryPath(path)
  try {
    const file = await open(temporary, 'w')
    let bytes: number
    try {
      bytes = await fill(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await patiently(() => renameFile(temporary, path))
    return bytes
  } catch (error) {
    await rm(temporary, { force: true })
    throw asSavingProblem(error, path)
  }
}

async function patiently(step: () => Promise<void>): Promise<void> {
  for (const pause of pauses) {
    try {
      return await step()
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error
      await wait(pause)
    }
  }
  await step()
}

const inUse = ['正被其他程序占用，没有导出。', '请先在 Excel/WPS 中关闭它，再导出一次。'] as const
const noSpace = ['没有存下：磁盘空间不足。', '请清理磁盘，或换一个位置再导出。'] as const
const notWritable = ['没有存下：这个文件夹不允许写入。', '请换一个文件夹再导出。'] as const

const reasons: Record<string, readonly [what: string, next: string]> = {
  EPERM: inUse,
  EBUSY: inUse,
  EACCES: inUse,
  ENOSPC: noSpace,
  EDQUOT: noSpace,
  EROFS: notWritable,
  ENOENT: ['没有存下：文件夹不存在，U 盘可能已经拔出。', '请重新选择导出的位置。'],
  ENOTDIR: ['没有存下：文件夹不存在。', '请重新选择导出的位置。'],
  EISDIR: ['没有存下：已有一个同名的文件夹。', '请换一个文件名再导出。'],
  ENOTEMPTY: ['没有存下：已有一个同名的文件夹。', '请换一个文件名再导出。'],
  ENAMETOOLONG: ['没有存下：文件名太长。', '请换一个短些的文件名再导出。'],
}

function asSavingProblem(error: unknown, path: string): unknown {
  const code = codeOf(error)
  // Opening the temporary file fails on the folder, renaming it on the target.
  const isFolder = error instanceof Error && 'syscall' in error && error.syscall === 'open'
  const [what, next] = (isFolder && reasons[code] === inUse ? notWritable : reasons[code]) ?? []
  if (!what || !next) return error
  const file = basename(path)
  return new UserProblem(
    { code: 'export_not_saved', message: `“${file}”${what}`, where: path, next },
    { cause: error },
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

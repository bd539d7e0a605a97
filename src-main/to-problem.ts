// The only translator of what is thrown into what the clerk reads; everything without words here is a bug.
import { z } from 'zod'
import { fieldMessages } from '../src-shared/field-messages.ts'
import { type Problem, UserProblem } from '../src-shared/problem.ts'
import { BrokenCopy } from './backups/examine-copy.ts'
import { logBug, logTrouble } from './log.ts'
import { sqliteProblem } from './sqlite-problem.ts'

export function toProblem(error: unknown): Problem {
  if (error instanceof UserProblem) {
    if (error.cause !== undefined) logTrouble(error.cause)
    return error.problem
  }
  if (error instanceof z.ZodError) return inputProblem(error)
  const problem = outsideProblem(error)
  if (problem === null) return bugProblem(logBug(error))
  logTrouble(error)
  return problem
}

function inputProblem(error: z.ZodError): Problem {
  const fields = fieldMessages(error)
  const messages = [...new Set(Object.values(fields))]
  return {
    code: 'input',
    message: messages.length > 3 ? `有 ${messages.length} 处填写得不对。` : messages.join(''),
    next: '请改正后再保存。',
    fields,
  }
}

/** What the disk, SQLite or another program did. */
function outsideProblem(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null
  if (error instanceof BrokenCopy) {
    return {
      code: 'backup_failed',
      message: '备份没有通过检查，没有保存。',
      next: '请检查磁盘后再试一次；如果还是这样，请从较早的备份恢复。',
    }
  }
  if (error instanceof TypeError && error.message === 'The database connection is not open') {
    return { code: 'book_changing', message: '台账数据刚刚换过，这一步没有保存。', next: '请再试一次。' }
  }
  if (!('code' in error) || typeof error.code !== 'string') return null
  return error.code.startsWith('SQLITE_')
    ? sqliteProblem(error.code, error.message)
    : fileProblem(error.code, 'path' in error ? error.path : null)
}

const file_words: Record<string, Omit<Problem, 'where'>> = {
  ENOSPC: {
    code: 'disk_full',
    message: '磁盘空间不足，没有保存。',
    next: '请清理磁盘（至少留出 200 MB），或者换一个位置，然后再试一次。',
  },
  EBUSY: {
    code: 'file_in_use',
    message: '文件正被别的程序占用。',
    next: '请关闭正在使用它的程序（例如 WPS、Excel），然后再试一次。',
  },
  EACCES: {
    code: 'no_permission',
    message: '没有读写这个文件或文件夹的权限，或者它正被别的程序占用。',
    next: '请关闭正在使用它的程序（例如 WPS、Excel），或者换一个有权限的位置，然后再试一次。',
  },
  EROFS: {
    code: 'read_only',
    message: '这个位置是只读的，不能保存。',
    next: '请换一个可以写入的位置，然后再试一次。',
  },
  ENOENT: {
    code: 'file_gone',
    message: '找不到这个文件或文件夹。',
    next: '请检查它是否被移动、改名，或者移动盘是否已拔出，然后再试一次。',
  },
  EIO: {
    code: 'disk_trouble',
    message: '读写文件时磁盘出错。',
    next: '请检查磁盘或移动盘是否完好，然后再试一次。',
  },
}
const same_words: Record<string, string> = {
  EDQUOT: 'ENOSPC',
  EPERM: 'EACCES',
  ENOTDIR: 'ENOENT',
  ENXIO: 'EIO',
}

function fileProblem(code: string, path: unknown): Problem | null {
  const words = file_words[same_words[code] ?? code]
  if (!words) return null
  return typeof path === 'string' ? { ...words, where: path } : words
}

export function bugProblem(reference: string): Problem {
  return {
    code: 'bug',
    message: `程序出了意外（编号 ${reference}），这一步没有保存。`,
    next: '以前保存的内容都在，可以继续使用。如果再次出现，请把编号告诉维护人员。',
  }
}

import { basename } from 'node:path'
import { UserProblem } from '../../src-shared/problem.ts'

interface Reason {
  code: string
  /** Goes behind the file's name: 是空文件，没有内容可读。 */
  what: string
  next: string
  sheet?: string | undefined
  cell?: string | undefined
}

/** Why a file cannot be read, thrown by the parts of the reader, which do not know the file's name. */
export class Unreadable extends Error {
  readonly reason: Reason

  constructor(reason: Reason, options?: ErrorOptions) {
    super(reason.what, options)
    this.reason = reason
  }
}

const sendAgain = '请用 WPS 或 Excel 打开检查，另存为 .xlsx 后重新选择；打不开时请填报人重发。'

export function damaged(what: string, cause?: unknown): Unreadable {
  return new Unreadable({ code: 'workbook_damaged', what: `已损坏：${what}。`, next: sendAgain }, { cause })
}

export function tooMuch(what: string, next = '请删去多余的内容，或拆成几个文件后再导入。'): Unreadable {
  return new Unreadable({ code: 'workbook_too_big', what, next })
}

export function tooLong(): Unreadable {
  return tooMuch('有单元格的文字超过 32 767 字。', '请缩短该单元格的文字。')
}

export function forbidden(what: string, next: string): Unreadable {
  return new Unreadable({ code: 'workbook_refused', what, next })
}

export function withPlace(error: unknown, place: { sheet?: string; cell?: string }): unknown {
  if (!(error instanceof Unreadable)) return error
  const { reason } = error
  return new Unreadable(
    { ...reason, sheet: reason.sheet ?? place.sheet, cell: reason.cell ?? place.cell },
    { cause: error.cause },
  )
}

/** Names the file; everything that is no `Unreadable` is handed back as it is. */
export function asProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Unreadable)) return error
  const { code, what, next, sheet, cell } = error.reason
  const file = basename(path)
  const place = [file, sheet && `工作表“${sheet}”`, cell && `单元格 ${cell}`].filter(Boolean).join('，')
  return new UserProblem({ code, message: `“${file}”${what}`, where: place, next }, { cause: error })
}

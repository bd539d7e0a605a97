import { basename } from 'node:path'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Task } from './excel-messages.ts'

const exportAgain = '请再试一次；仍不行时换到本机的文件夹（不要直接存到 U 盘），或缩小范围分几次导出。'

const isReading = ({ task }: Task) => task === 'read' || task === 'look'

function words(task: Task): { file: string; verb: string } {
  return { file: basename(task.path), verb: isReading(task) ? '读取' : '生成' }
}

export function cancelled(task: Task): UserProblem {
  const { file, verb } = words(task)
  return new UserProblem({
    code: 'cancelled',
    message: `已取消${verb}“${file}”，没有改动任何数据。`,
    where: file,
  })
}

export function tooSlow(task: Task): UserProblem {
  const { file, verb } = words(task)
  return new UserProblem({
    code: 'excel_too_slow',
    message: `${verb}“${file}”用时过长，已停止，没有改动任何数据。`,
    where: file,
    next: isReading(task)
      ? '文件可能过大或内部异常：请用 WPS 或 Excel 打开，只留需要的工作表，另存为新的 .xlsx 后再试。'
      : exportAgain,
  })
}

export function crashed(task: Task, outOfMemory: boolean): UserProblem {
  const { file, verb } = words(task)
  const reason = outOfMemory ? '内容过大，内存不够' : '表格处理程序意外中断'
  return new UserProblem({
    code: 'excel_crashed',
    message: `${verb}“${file}”时${reason}，没有改动任何数据。`,
    where: file,
    next: isReading(task)
      ? '请再试一次；仍不行时用 WPS 或 Excel 打开，只留需要的内容，另存为新的 .xlsx 后再试。'
      : exportAgain,
  })
}

// Trouble while there is no page yet, or beside it: the system's own message box, with the harmless answer first.
import { dialog } from 'electron'
import type { Problem } from '../src-shared/problem.ts'
import type { Started, Stopped } from './start-up.ts'
import { toProblem } from './to-problem.ts'

function wordsOf(problem: Problem): { message: string; detail: string } {
  const detail = [problem.where, ...(problem.details ?? []), problem.next].filter(
    (line) => line !== undefined,
  )
  return { message: problem.message, detail: detail.join('\n\n') }
}

/** The book cannot be opened: leave, or go back to one of the newest good backups. Null means leave. */
export async function askForWayOut(stopped: Stopped): Promise<Started | null> {
  const offered = stopped.backups.slice(0, 3)
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: '履职台账',
    ...wordsOf(stopped.problem),
    buttons: [
      '退出',
      ...offered.map((backup) => `恢复 ${new Date(backup.made_at).toLocaleString('zh-CN')} 的备份`),
    ],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  const backup = offered[response - 1]
  if (backup === undefined) return null
  try {
    return await stopped.restore(backup.name)
  } catch (error) {
    return { ...stopped, problem: toProblem(error) }
  }
}

export async function showFinding(problem: Problem): Promise<void> {
  await dialog.showMessageBox({
    type: 'warning',
    title: '履职台账',
    ...wordsOf(problem),
    buttons: ['知道了'],
  })
}

import { type Problem, UserProblem } from '../../src-shared/problem.ts'
import { migrate } from '../database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../database/open-database.ts'
import { logInfo } from '../log.ts'
import { type BackupPlace, keepNewest, writeBackup } from './write-backup.ts'

/** Brings a closed book to this program's version: first a proven backup, then every step in one transaction. */
export async function migrateSafely(path: string, place: BackupPlace): Promise<void> {
  const book = openDatabase(path)
  try {
    const backup = await backUp(book, place)
    try {
      migrate(book.sqlite, place.steps)
    } catch (error) {
      throw new UserProblem(failed(path, backup), { cause: error })
    }
    logInfo(`migrated to ${String(book.sqlite.pragma('user_version', { simple: true }))}, backup ${backup}`)
  } finally {
    await book.close()
  }
}

async function backUp(book: OpenDatabase, place: BackupPlace): Promise<string> {
  try {
    const { name } = await writeBackup(book, 'migration', place)
    await keepNewest(place.folder)
    return name
  } catch (error) {
    throw new UserProblem(
      {
        code: 'migration_backup_failed',
        message: '升级台账前要先做备份，但备份没有做成，所以没有升级。原来的数据没有改动。',
        where: place.folder,
        next: '请检查磁盘空间和备份文件夹的写入权限，然后重新启动本程序。',
      },
      { cause: error },
    )
  }
}

function failed(path: string, backup: string): Problem {
  return {
    code: 'migration_failed',
    message: `升级台账时出错，没有升级。原来的数据没有改动，升级前的备份是 ${backup}。`,
    where: path,
    next: '请继续使用原来的程序，并把日志文件夹交给维护人员。',
  }
}

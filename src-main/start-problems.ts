// What the clerk reads when the book cannot be opened, each with the way out.
import { type Problem, UserProblem } from '../src-shared/problem.ts'
import type { FileFinding } from './database/inspect-file.ts'

const way_out =
  '请从备份恢复；恢复前会把现在的文件另存到备份文件夹，不会删除。没有备份时，请保留这个文件并联系维护人员。'

export function fileProblem(
  found: Exclude<FileFinding, { kind: 'missing' | 'ours' }>,
  path: string,
  newest: number,
  app_version: string,
): Problem {
  switch (found.kind) {
    case 'newer':
      return {
        code: 'newer_book',
        message: `台账是由更新的程序保存的（数据版本 ${found.version}），现在的程序 ${app_version} 只能打开数据版本 ${newest} 及以前的台账。`,
        where: path,
        next: '请安装更新的程序后再打开。台账文件没有改动。',
      }
    case 'foreign':
      return {
        code: 'foreign_file',
        message: '台账的位置上是另一个程序的数据库，不是履职台账。',
        where: path,
        next: way_out,
      }
    case 'not_a_database':
      return {
        code: 'not_a_database',
        message: '台账文件不是数据库，或者文件开头已经损坏，打不开。',
        where: path,
        next: way_out,
      }
    case 'damaged':
      return damageProblem(path)
  }
}

export function damageProblem(path: string): Problem {
  return {
    code: 'database_damaged',
    message: '台账文件已经损坏或不完整，打不开。',
    where: path,
    next: way_out,
  }
}

/** With backups there, an empty book must not quietly take the place of a lost one. */
export function missingProblem(path: string): Problem {
  return {
    code: 'book_missing',
    message: '台账文件不见了，但备份还在。',
    where: path,
    next: '请从备份恢复；如果文件被移走或被杀毒软件隔离，请先放回原处再启动。确实要从空白台账重新开始的，请先把备份文件夹移到别处。',
  }
}

export function folderProblem(folder: string, cause: unknown): UserProblem {
  return new UserProblem(
    {
      code: 'folder_not_writable',
      message: '数据文件夹不能写入。',
      where: folder,
      next: '请检查文件夹是否存在、是否有读写权限、磁盘是否已满或是只读的，然后重新启动本程序。',
    },
    { cause },
  )
}

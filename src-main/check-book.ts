import type { Problem } from '../src-shared/problem.ts'
import { runAside } from './database/aside.ts'
import { lookOver, type Soundness } from './database/aside-jobs.ts'
import { isDamage } from './database/inspect-file.ts'
import { alone, type OpenDatabase } from './database/open-database.ts'
import { logInfo } from './log.ts'

/** Looks over every page and every reference of the open book, aside. Null when it is sound. */
export async function checkBook(book: OpenDatabase): Promise<Problem | null> {
  const found = await findings(book)
  if (found.length === 0) return null
  logInfo(`check: ${found.join('; ')}`)
  return {
    code: 'database_damaged',
    message: '检查发现台账数据库有损坏，有些内容可能读不出来。',
    where: book.path,
    next: '请先不要登记新内容，到设置的备份页从最近的备份恢复；恢复前会先把现在的数据另存一份。',
  }
}

async function findings(book: OpenDatabase): Promise<string[]> {
  try {
    const { pages, references } = await soundnessOf(book)
    return [
      ...pages.filter((words) => words !== 'ok' && !isAboutIndex(words)),
      ...references.slice(0, 5).map(({ table, parent }) => `${table} refers to a missing row of ${parent}`),
    ]
  } catch (error) {
    if (error instanceof Error && isDamage(error)) return [error.message]
    throw error
  }
}

/** A book in memory is seen by its own connection only. */
function soundnessOf(book: OpenDatabase): Promise<Soundness> {
  if (book.sqlite.memory) return alone(book, () => lookOver(book.sqlite, 'quick_check'))
  return runAside({ kind: 'look_over', path: book.path, how: 'quick_check' })
}

/** The search index holds nothing of its own: it is mended (search/mend-index.ts), not complained about. */
function isAboutIndex(words: string): boolean {
  return /fts5.*\bsearch_/i.test(words)
}

// What takes seconds in a book of twenty years and needs no change of it: done by a thread of its own (aside.ts).
import { rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { openReadOnly } from './open-database.ts'
import { countRows } from './schema.ts'

export type AsideJob =
  | { kind: 'look_over'; path: string; how: 'quick_check' | 'integrity_check' }
  | { kind: 'copy'; path: string; to: string }

export interface Soundness {
  /** What the check says of pages, rows and indexes; `ok` alone when there is nothing. */
  pages: string[]
  /** References to rows that are not there. */
  references: { table: string; parent: string }[]
}

export interface AsideAnswers {
  look_over: Soundness
  /** Rows of every table, in the book as it was copied. */
  copy: Record<string, number>
}

export function doAside(job: AsideJob): AsideAnswers[AsideJob['kind']] {
  const sqlite = openReadOnly(job.path)
  try {
    return job.kind === 'look_over' ? lookOver(sqlite, job.how) : copyBook(sqlite, job.to)
  } finally {
    sqlite.close()
  }
}

export function lookOver(sqlite: Database, how: 'quick_check' | 'integrity_check'): Soundness {
  const pages = sqlite.pragma(`${how}(5)`) as Record<string, string>[]
  return {
    pages: pages.map((line) => line[how] ?? ''),
    references: sqlite.pragma('foreign_key_check') as Soundness['references'],
  }
}

const tries = 5

/** A change that comes in between makes the counts those of another book, so both are done again. */
function copyBook(sqlite: Database, to: string): Record<string, number> {
  const version = () => sqlite.pragma('data_version', { simple: true })
  for (let nth = 1; ; nth += 1) {
    const before = version()
    rmSync(to, { force: true })
    sqlite.prepare('VACUUM INTO ?').run(to)
    const counts = countRows(sqlite)
    if (version() === before || nth === tries) return counts
  }
}

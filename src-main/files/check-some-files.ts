import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FileTrouble } from '../../src-shared/files.ts'
import type { Problem } from '../../src-shared/problem.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import { checkSlice } from './check-files.ts'
import { type FileStore, nothingThere } from './file-store.ts'

const Progress = z.object({ after: z.string().regex(/^([0-9a-f]{64})?$/) })

/** Read at one start at least, and as a part of all: twenty working days go through everything. */
const least_bytes = 64 * 1024 * 1024
const part = 20

/** The files whose turn it is; where it stopped is remembered beside them. Null when they are sound. */
export async function checkSomeFiles(book: OpenDatabase, store: FileStore): Promise<Problem | null> {
  const path = join(store.folder, 'check.json')
  const after = await readProgress(path)
  const first = await checkSlice(book, store, { after, bytes: least_bytes })
  if (first.total === 0) return null
  const troubles = [...first.troubles]
  let { next } = first
  const left = Math.ceil(first.bytes / part) - least_bytes
  if (next !== null && left > 0) {
    const second = await checkSlice(book, store, { after: next, bytes: left })
    troubles.push(...second.troubles)
    next = second.next
  }
  await mkdir(store.folder, { recursive: true })
  await writeFile(path, JSON.stringify({ after: next ?? '' }))
  return troubles.length === 0 ? null : problemOf(troubles)
}

/** Where it stopped is no treasure: without it the round begins anew. */
async function readProgress(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(nothingThere)
  try {
    return Progress.parse(JSON.parse(text ?? '')).after
  } catch {
    return ''
  }
}

function problemOf(troubles: readonly FileTrouble[]): Problem {
  return {
    code: 'files_damaged',
    message: `检查发现 ${troubles.length} 个附件有损坏或不见了。`,
    details: troubles
      .slice(0, 20)
      .map(({ name, records, words }) => `${records.join('、') || '已撤销的记录'}：“${name}”${words}`),
    next: '请到“备份与恢复”检查附件，能从备份取回的可以当场取回。',
  }
}

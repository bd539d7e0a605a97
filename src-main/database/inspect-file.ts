import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { application_id, openReadOnly } from './open-database.ts'

export type FileFinding =
  | { kind: 'missing' }
  | { kind: 'ours'; version: number }
  | { kind: 'newer'; version: number }
  /** A SQLite database of another program. */
  | { kind: 'foreign' }
  | { kind: 'not_a_database' }
  | { kind: 'damaged' }

const magic = 'SQLite format 3\0'

/**
 * What lies at `path`, from the first 100 bytes and without changing one of them
 * (https://www.sqlite.org/fileformat2.html#the_database_header). `newest` is the version this program brings.
 */
export function inspectFile(path: string, newest: number): FileFinding {
  if (!existsSync(path)) return { kind: 'missing' }
  const header = firstBytes(path)
  if (header.toString('latin1', 0, 16) !== magic) return { kind: 'not_a_database' }
  if (!isPlausible(header)) return { kind: 'damaged' }
  const has_log = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
  if (!has_log && isCutShort(path, header)) return { kind: 'damaged' }
  const marks = has_log ? marksThroughLog(path) : marksOf(header)
  if (marks === null) return { kind: 'damaged' }
  if (marks.application_id !== application_id) return { kind: 'foreign' }
  const { version } = marks
  return { kind: version > newest ? 'newer' : 'ours', version }
}

interface Marks {
  application_id: number
  version: number
}

function firstBytes(path: string): Buffer {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  return header
}

function marksOf(header: Buffer): Marks {
  return { application_id: header.readInt32BE(68), version: header.readInt32BE(60) }
}

/** The last change may still be in the write-ahead log; a read-only connection sees it and folds nothing in. */
function marksThroughLog(path: string): Marks | null {
  const sqlite = openReadOnly(path)
  try {
    return {
      application_id: sqlite.pragma('application_id', { simple: true }) as number,
      version: sqlite.pragma('user_version', { simple: true }) as number,
    }
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  } finally {
    sqlite.close()
  }
}

/** Page size, read and write version, the three fixed payload fractions and UTF-8. */
function isPlausible(header: Buffer): boolean {
  const page_size = pageSizeOf(header)
  return (
    page_size >= 512 &&
    Number.isInteger(Math.log2(page_size)) &&
    header.readUInt8(18) <= 2 &&
    header.readUInt8(19) <= 2 &&
    header.readUInt8(21) === 64 &&
    header.readUInt8(22) === 32 &&
    header.readUInt8(23) === 32 &&
    header.readUInt32BE(56) <= 1
  )
}

/** The page count counts when the change counter agrees with the one it was written with. */
function isCutShort(path: string, header: Buffer): boolean {
  if (header.readUInt32BE(24) !== header.readUInt32BE(92)) return false
  return statSync(path).size < pageSizeOf(header) * header.readUInt32BE(28)
}

function pageSizeOf(header: Buffer): number {
  const written = header.readUInt16BE(16)
  return written === 1 ? 65_536 : written
}

/** SQLite says that the file itself is broken. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
}

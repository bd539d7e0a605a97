// A backup is a database file and beside it a JSON record of what was found in it right after it was written.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type Backup, type BackupReason, backup_reasons } from '../../src-shared/backups.ts'
import { digestOf, moveOver, syncFile } from '../database/durable-file.ts'
import { manifestPath } from './backup-store.ts'

export const BackupRecord = z.object({
  name: z.string(),
  /** Counts up from backup to backup: which is newer is never asked of the clock. */
  sequence: z.int().positive(),
  made_at: z.string(),
  reason: z.enum(Object.keys(backup_reasons) as [BackupReason, ...BackupReason[]]),
  bytes: z.int().positive(),
  sha256: z.string(),
  /** `user_version` of the copy. */
  version: z.int(),
  app_version: z.string(),
  /** Rows of every table. */
  counts: z.record(z.string(), z.int()),
  /** Files of the book, and how many of them could not be copied. Books of earlier versions had none. */
  files: z.object({ count: z.int(), lost: z.int() }).default({ count: 0, lost: 0 }),
})
export type BackupRecord = z.infer<typeof BackupRecord>

const temp_name = /^backup-.*\.tmp(-wal|-shm|-journal)?$/

/** `stampOf(moment) // '20261122-153012'` on the office PC's own calendar. */
export function stampOf(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${moment.getFullYear()}${two(moment.getMonth() + 1)}${two(moment.getDate())}`
  return `${day}-${two(moment.getHours())}${two(moment.getMinutes())}${two(moment.getSeconds())}`
}

/** A name no file in the folder has: `backup-20261122-153012-daily.db`. */
export function freeName(folder: string, moment: Date, reason: BackupReason): string {
  const stem = `backup-${stampOf(moment)}-${reason}`
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? `${stem}.db` : `${stem}-${nth}.db`
    if (!existsSync(join(folder, name)) && !existsSync(join(folder, `${name}.tmp`))) return name
  }
}

function recordPath(folder: string, name: string): string {
  return join(folder, name.replace(/\.db$/, '.json'))
}

export async function writeRecord(folder: string, record: BackupRecord): Promise<void> {
  const path = recordPath(folder, record.name)
  writeFileSync(`${path}.tmp`, `${JSON.stringify(record, null, 2)}\n`)
  syncFile(`${path}.tmp`)
  await moveOver(`${path}.tmp`, path)
}

/** The records that can be read, newest first. */
export function readRecords(folder: string): BackupRecord[] {
  if (!existsSync(folder)) return []
  const records = readdirSync(folder)
    .filter((name) => /^backup-.*\.json$/.test(name))
    .map((name) => readRecord(join(folder, name)))
    .filter((record) => record !== null)
  return records.sort((one, other) => other.sequence - one.sequence || (other.name < one.name ? -1 : 1))
}

function readRecord(path: string): BackupRecord | null {
  const record = BackupRecord.safeParse(parseJson(readFileSync(path, 'utf8')))
  return record.success && recordPath('', record.data.name) === basename(path) ? record.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A record cut short vouches for nothing: the backup counts as one without a record.
    return null
  }
}

/** Why a backup cannot be restored, in Chinese; null when file and record agree to the byte. */
export async function troubleOf(folder: string, record: BackupRecord): Promise<string | null> {
  const path = join(folder, record.name)
  if (!existsSync(path)) return '备份文件不见了。'
  const is_as_written = statSync(path).size === record.bytes && (await digestOf(path)) === record.sha256
  return is_as_written ? null : '备份文件在保存以后被改动或损坏，不能用来恢复。'
}

export function toBackup(
  record: BackupRecord,
  unusable: string | null,
  files_missing = record.files.lost,
): Backup {
  const { name, made_at, reason, bytes, counts, files } = record
  const of = (table: keyof Backup['counts']) => counts[table] ?? 0
  return {
    name,
    made_at,
    reason,
    bytes,
    counts: {
      staff: of('staff'),
      duties: of('duties'),
      matters: of('matters'),
      archive_entries: of('archive_entries'),
      changes: of('changes'),
    },
    files: { count: files.count, missing: files_missing },
    unusable,
  }
}

/** The file first: a record without its file is swept at the next start, a file without record would stay. */
export function removeBackup(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true })
  rmSync(recordPath(folder, name), { force: true })
  rmSync(manifestPath(folder, name), { force: true })
}

/** What a crash left half made. */
export function sweepBackups(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (temp_name.test(name)) rmSync(join(folder, name), { force: true })
  }
  for (const record of readRecords(folder)) {
    if (!existsSync(join(folder, record.name))) removeBackup(folder, record.name)
  }
}

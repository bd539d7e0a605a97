import { z } from 'zod'

export const BackupName = z.string().regex(/^[\w.-]{1,80}\.db$/, '没有这个备份。')

export const backup_reasons = {
  daily: '每日首次启动',
  manual: '手工备份',
  migration: '升级前',
  restore: '恢复前',
} as const
export type BackupReason = keyof typeof backup_reasons

export interface BackupCounts {
  staff: number
  duties: number
  matters: number
  archive_entries: number
  changes: number
}

export interface Backup {
  name: string
  /** UTC moment. */
  made_at: string
  reason: BackupReason
  bytes: number
  /** Opened, checked and counted after it was written. */
  counts: BackupCounts
  /** Why it cannot be restored: the file is no longer the one that was checked. Null when it can. */
  unusable: string | null
}

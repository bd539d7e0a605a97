import { z } from 'zod'
import type { FileTrouble } from './files.ts'

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

export interface Restored {
  /** The backup that takes it back. */
  safety_copy: string
  /** Files that neither the store nor the backup has whole. */
  lost: FileTrouble[]
}

export interface Backup {
  name: string
  /** UTC moment. */
  made_at: string
  reason: BackupReason
  bytes: number
  /** Opened, checked and counted after it was written. */
  counts: BackupCounts
  /** 附件: how many belong to it, and how many of those its folder does not have. */
  files: { count: number; missing: number }
  /** Why it cannot be restored: the file is no longer the one that was checked. Null when it can. */
  unusable: string | null
}

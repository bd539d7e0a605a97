import type { Backups } from './backups/backups.ts'
import type { Books } from './books.ts'
import type { Clock } from './clock.ts'
import type { Excel } from './excel/excel.ts'

/**
 * What the handlers work with. What comes from Electron (dialogs, folders) is handed in here, so that everything
 * below runs in plain Node too.
 */
export interface Desk {
  readonly books: Books
  readonly backups: Backups
  readonly clock: Clock
  readonly excel: Excel
  readonly dialogs: Dialogs
  readonly app_version: string
}

export interface Dialogs {
  /** Null when cancelled. */
  chooseWorkbook(title: string): Promise<string | null>
  /** `suggested` is a file name without a folder; null when cancelled. */
  chooseWhereToSave(title: string, suggested: string): Promise<string | null>
  showInFolder(path: string): void
}

import type { FileKind } from '../src-shared/files.ts'
import type { Backups } from './backups/backups.ts'
import type { Books } from './books.ts'
import type { Clock } from './clock.ts'
import type { Excel } from './excel/excel.ts'
import type { Incoming } from './files/incoming.ts'
import type { Previews } from './previews/previews.ts'
import type { PageToPrint } from './print-page.ts'

/**
 * What the handlers work with. What comes from Electron (dialogs, folders) is handed in here, so that everything
 * below runs in plain Node too.
 */
export interface Desk {
  readonly books: Books
  readonly backups: Backups
  readonly clock: Clock
  readonly excel: Excel
  readonly previews: Previews
  readonly dialogs: Dialogs
  /** Files dropped, pasted or chosen, known to the page by their tokens. */
  readonly incoming: Incoming
  /** Draws a page of ours as PDF. */
  readonly printPage: (page: PageToPrint) => Promise<Buffer>
  readonly app_version: string
}

export interface Dialogs {
  /** Null when cancelled. */
  chooseWorkbook(title: string): Promise<string | null>
  /** None when cancelled. */
  chooseFiles(title: string, kind: FileKind, many: boolean): Promise<string[]>
  /** Null when cancelled. */
  chooseFolder(title: string): Promise<string | null>
  /** `suggested` is a file name without a folder; null when cancelled. */
  chooseWhereToSave(title: string, suggested: string): Promise<string | null>
  showInFolder(path: string): void
  /** In the program the system has for it. @throws a `UserProblem` when there is none */
  openFile(path: string): Promise<void>
}

import { join } from 'node:path'
import type { Backups } from '../../src-main/backups/backups.ts'
import type { Books } from '../../src-main/books.ts'
import type { OpenDatabase } from '../../src-main/database/open-database.ts'
import type { Desk } from '../../src-main/desk.ts'
import { type Excel, openExcel } from '../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../src-main/excel/start-node-process.ts'
import { createFileStore, type FileStore } from '../../src-main/files/file-store.ts'
import { createIncoming } from '../../src-main/files/incoming.ts'
import { openNodePreviews } from './open-node-previews.ts'
import type { TestBook } from './open-test-book.ts'
import { tempFolder } from './temp-folder.ts'

/** A desk with a real book and the real Excel process; the dialogs answer what the test has put there. */
export interface ImportDesk extends Desk {
  excel: Excel
  /** What the dialog for opening answers next; null cancels. */
  to_open: string | null
  /** The folder that files are saved into; null cancels. */
  save_into: string | null
  /** What the dialogs were asked, title and suggested name. */
  asked: string[]
  shown: string[]
  /** The book that is open; set it to open another. */
  book: OpenDatabase
}

export function importDesk(book: TestBook): ImportDesk {
  let files: FileStore | undefined
  // Made where it is first needed: a desk may stand before the first test.
  const store = () => {
    files ??= createFileStore(tempFolder())
    return files
  }
  const desk: ImportDesk = {
    book,
    to_open: null,
    save_into: null,
    asked: [],
    shown: [],
    clock: book.clock,
    excel: openExcel(startNodeProcess),
    app_version: '0.1.0',
    books: { current: () => desk.book, files: store } as Books,
    backups: {} as Backups,
    incoming: createIncoming(),
    previews: openNodePreviews(),
    printPage: async () => Buffer.from('%PDF-'),
    dialogs: {
      async chooseWorkbook(title) {
        desk.asked.push(title)
        return desk.to_open
      },
      async chooseFiles(title) {
        desk.asked.push(title)
        return desk.to_open === null ? [] : [desk.to_open]
      },
      async chooseFolder(title) {
        desk.asked.push(title)
        return desk.save_into
      },
      async chooseWhereToSave(title, suggested) {
        desk.asked.push(`${title}：${suggested}`)
        return desk.save_into === null ? null : join(desk.save_into, suggested)
      },
      openFile: async () => {},
      showInFolder: (path) => void desk.shown.push(path),
    },
  }
  return desk
}

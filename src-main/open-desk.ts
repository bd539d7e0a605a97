// What stands behind the page: the book opened (or the way out asked for), and the door to everything done with it.
import { app } from 'electron'
import { answer, isChange, replyOf } from './answer.ts'
import { clockOf } from './clock.ts'
import type { Desk } from './desk.ts'
import { createDialogs } from './dialogs.ts'
import { openExcel } from './excel/excel.ts'
import { startUtilityProcess } from './excel/start-utility-process.ts'
import { createIncoming } from './files/incoming.ts'
import { removeCopies } from './files/stored-file.ts'
import { createHandlers } from './handlers.ts'
import { createPictures, type Pictures } from './pictures.ts'
import { openPreviews } from './previews/previews.ts'
import { printPage } from './print-page.ts'
import { createQuiet } from './quiet.ts'
import { type Door, tellEveryWindow } from './serve.ts'
import { startUp } from './start-up.ts'
import { askForWayOut, showFinding } from './stopped-dialog.ts'
import { startUtilityChild } from './utility-child.ts'

export interface OpenedDesk extends Door {
  /** Once the first screen stands and the page asks for nothing more: the slow checks and the day's backup; what they find is shown. */
  lookAround(): Promise<void>
  /** Images of the book, and those on their way in. */
  readonly pictures: Pictures
  close(): Promise<unknown>
}

/** Null when the book cannot be opened and the clerk has chosen to leave. */
export async function openDesk(folder: string, now: () => Date): Promise<OpenedDesk | null> {
  const clock = clockOf(now)
  const app_version = app.getVersion()
  let started = await startUp({
    folder,
    clock,
    app_version,
    fillSample: async (book, at) => (await import('./sample/fill-sample.ts')).fillSample(book, at),
  })
  while (started.state === 'stopped') {
    const next = await askForWayOut(started)
    if (next === null) return null
    started = next
  }
  const { books, backups, afterFirstScreen } = started
  const excel = openExcel(startUtilityProcess)
  const previews = openPreviews(() => startUtilityChild('preview-process.js', 'preview'))
  const incoming = createIncoming()
  const desk: Desk = {
    books,
    backups,
    clock,
    excel,
    previews,
    dialogs: createDialogs(),
    incoming,
    printPage,
    app_version,
  }
  const handlers = createHandlers(desk)
  const quiet = createQuiet()
  return {
    answer: (name, input) => quiet.during(() => answer(handlers, name, input)),
    take: (sources) => replyOf(() => incoming.take(sources)),
    pictures: createPictures(desk),
    isChange,
    async lookAround() {
      await quiet.comes()
      const finding = await afterFirstScreen()
      await removeCopies()
      tellEveryWindow()
      if (finding !== null) await showFinding(finding)
    },
    close() {
      previews.stop()
      return Promise.allSettled([excel.stop(), books.close()])
    },
  }
}

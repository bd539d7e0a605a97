// Start-up, read aloud.
import { join } from 'node:path'
import { app, BrowserWindow, dialog, Menu, session } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { clockOf } from './clock.ts'
import type { Desk } from './desk.ts'
import { createDialogs } from './dialogs.ts'
import { openExcel } from './excel/excel.ts'
import { startUtilityProcess } from './excel/start-utility-process.ts'
import { createHandlers } from './handlers.ts'
import { logBug } from './log.ts'
import { stayOffline } from './offline.ts'
import { refuseEverythingElse, refuseNavigation } from './refuse.ts'
import { runSelfCheck } from './self-check.ts'
import { serve } from './serve.ts'
import { makeReady, type Ready, startUp } from './start-up.ts'
import { askForWayOut, showFinding } from './stopped-dialog.ts'
import { readSwitches } from './switches.ts'
import { toProblem } from './to-problem.ts'
import { openWindow } from './window.ts'

const switches = readSwitches(process.argv, app.isPackaged)
app.setPath('userData', switches.folder ?? join(app.getPath('appData'), 'duty-ledger'))
registerAppScheme()
stayOffline(app.commandLine)
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

if (switches.self_check)
  void app
    .whenReady()
    .then(runSelfCheck)
    .then((code) => app.exit(code))
else if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp)
else endWithoutLock()

async function start(): Promise<void> {
  Menu.setApplicationMenu(null)
  refuseEverythingElse(session.defaultSession)
  refuseNavigation()
  const folder = app.getPath('userData')
  const clock = clockOf(switches.now)
  let started = await startUp({
    folder: join(folder, 'data'),
    clock,
    app_version: app.getVersion(),
    fillSample: async (book, at) => (await import('./sample/fill-sample.ts')).fillSample(book, at),
  })
  while (started.state === 'stopped') {
    const next = await askForWayOut(started)
    if (next === null) return app.exit(1)
    started = next
  }
  const { books, backups } = started
  const excel = openExcel(startUtilityProcess)
  const desk: Desk = { books, backups, clock, excel, dialogs: createDialogs(), app_version: app.getVersion() }
  serveApp(join(import.meta.dirname, '../renderer'))
  serve(createHandlers(desk))
  openWindow(folder).once('show', () => void lookAround(started as Ready))
  closeAtTheEnd(desk)
}

/** Either the program runs already, and its window has been called, or its folder does not even take the lock. */
function endWithoutLock(): void {
  try {
    makeReady(app.getPath('userData'))
    app.quit()
  } catch (error) {
    void app
      .whenReady()
      .then(() => showFinding(toProblem(error)))
      .then(() => app.exit(1))
  }
}

/** Once the first screen stands: the slow checks and the day's backup. */
async function lookAround(ready: Ready): Promise<void> {
  const finding = await ready.afterFirstScreen()
  if (finding !== null) await showFinding(finding)
}

function closeAtTheEnd(desk: Desk): void {
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void Promise.allSettled([desk.excel.stop(), desk.books.close()]).then(() => app.exit(0))
  })
}

function giveUp(error: unknown): void {
  const reference = logBug(error)
  dialog.showErrorBox(
    '履职台账没有启动',
    `程序启动时出现意外情况（编号 ${reference}），台账数据没有改动。\n请把这个编号告诉维护人员。`,
  )
  app.exit(1)
}

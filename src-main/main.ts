// Start-up, read aloud. The page starts in a process of its own, so it goes first; the book is opened meanwhile.
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, Menu, session } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { stayOffline } from './offline.ts'
import type { OpenedDesk } from './open-desk.ts'
import { refuseEverythingElse, refuseNavigation } from './refuse.ts'
import { serve } from './serve.ts'
import { readSwitches } from './switches.ts'
import { openWindow } from './window.ts'

const switches = readSwitches(process.argv, app.isPackaged)
app.setPath('userData', switches.folder ?? join(app.getPath('appData'), 'duty-ledger'))
registerAppScheme()
stayOffline(app.commandLine)
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

if (switches.self_check) void app.whenReady().then(checkSelf)
else if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp)
else void endWithoutLock()

async function start(): Promise<void> {
  Menu.setApplicationMenu(null)
  refuseEverythingElse(session.defaultSession)
  refuseNavigation()
  const folder = app.getPath('userData')
  const opening = openTheDesk(join(folder, 'data'))
  serveApp(join(import.meta.dirname, '../renderer'), async () => (await opening)?.pictures)
  serve(opening)
  const window = openWindow(folder, opening)
  window.once('show', async () => (await opening)?.lookAround())
  app.on('second-instance', () => callToFront(window))
  app.on('window-all-closed', () => app.quit())
  const desk = await opening
  if (desk === null) return app.exit(1)
  app.once('will-quit', (event) => {
    event.preventDefault()
    void desk.close().then(() => app.exit(0))
  })
}

/** Most of the program is read only now, while the page's process starts. */
async function openTheDesk(folder: string): Promise<OpenedDesk | null> {
  const { openDesk } = await import('./open-desk.ts')
  return openDesk(folder, switches.now)
}

function callToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

async function checkSelf(): Promise<void> {
  const { runSelfCheck } = await import('./self-check.ts')
  app.exit(await runSelfCheck())
}

/** Either the program runs already, and its window has been called, or its folder does not even take the lock. */
async function endWithoutLock(): Promise<void> {
  const [{ makeReady }, { toProblem }, { showFinding }] = await Promise.all([
    import('./start-up.ts'),
    import('./to-problem.ts'),
    import('./stopped-dialog.ts'),
  ])
  try {
    makeReady(app.getPath('userData'))
    app.quit()
  } catch (error) {
    await app.whenReady()
    await showFinding(toProblem(error))
    app.exit(1)
  }
}

async function giveUp(error: unknown): Promise<void> {
  const { logBug } = await import('./log.ts')
  const reference = logBug(error)
  dialog.showErrorBox(
    '履职台账没有启动',
    `程序启动时出现意外情况（编号 ${reference}），台账数据没有改动。\n请把这个编号告诉维护人员。`,
  )
  app.exit(1)
}

import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { page_origin } from './app-protocol.ts'
import { showContextMenu } from './context-menu.ts'
import { fitToScreens, readWindowState, rememberWindow } from './window-state.ts'

/**
 * Loads the page into the one window, and shows it at the place, size and screen it had once there is a desk behind it.
 * `folder` keeps that memory.
 */
export function openWindow(folder: string, opening: Promise<unknown>): BrowserWindow {
  const state = readWindowState(folder)
  const window = new BrowserWindow({
    ...fitToScreens(state),
    minWidth: 1100,
    minHeight: 640,
    show: false,
    title: '履职台账',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1c1e' : '#f6f5f2',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('context-menu', (_event, params) => showContextMenu(window, params))
  rememberWindow(folder, window)
  const show = (desk: unknown) => {
    if (desk === null) return
    if (state.is_maximized) window.maximize()
    window.show()
  }
  // That the desk could not be opened is told by who opens it.
  window.once('ready-to-show', () => void opening.then(show, () => undefined))
  void window.loadURL(`${page_origin}/${state.screen}`)
  return window
}

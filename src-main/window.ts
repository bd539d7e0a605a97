import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { page_origin } from './app-protocol.ts'
import { showContextMenu } from './context-menu.ts'
import { fitToScreens, readWindowState, rememberWindow } from './window-state.ts'

/** Opens the one window at the place, size and screen it had; `folder` keeps that memory. */
export function openWindow(folder: string): BrowserWindow {
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
  if (state.is_maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('context-menu', (_event, params) => showContextMenu(window, params))
  rememberWindow(folder, window)
  void window.loadURL(`${page_origin}/${state.screen}`)
  return window
}

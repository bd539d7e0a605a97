// The system's own dialogs. Only here does a file path come into the app; the page never sees one.
import { basename, dirname, join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import type { Dialogs } from './desk.ts'

const readable = { name: 'Excel 工作簿、WPS 表格、CSV', extensions: ['xlsx', 'xlsm', 'xls', 'et', 'csv'] }
const written = { name: 'Excel 工作簿', extensions: ['xlsx'] }

/** Remembers the folder of the last choice for the next one, apart for opening and for saving. */
export function createDialogs(): Dialogs {
  const last = { open: app.getPath('documents'), save: app.getPath('documents') }
  const owner = () => BrowserWindow.getAllWindows()[0] as BrowserWindow
  return {
    async chooseWorkbook(title) {
      const answer = await dialog.showOpenDialog(owner(), {
        title,
        buttonLabel: '选择',
        defaultPath: last.open,
        filters: [readable, { name: '所有文件', extensions: ['*'] }],
        properties: ['openFile'],
      })
      const path = answer.filePaths[0]
      if (answer.canceled || path === undefined) return null
      last.open = dirname(path)
      return path
    },
    async chooseWhereToSave(title, suggested) {
      const answer = await dialog.showSaveDialog(owner(), {
        title,
        buttonLabel: '导出',
        defaultPath: join(last.save, basename(suggested)),
        filters: [written],
      })
      if (answer.canceled || !answer.filePath) return null
      last.save = dirname(answer.filePath)
      return answer.filePath
    },
    showInFolder(path) {
      shell.showItemInFolder(path)
    },
  }
}

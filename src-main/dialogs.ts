// The system's own dialogs. Only here does a file path come into the app; the page never sees one.
import { basename, dirname, join } from 'node:path'
import { app, BrowserWindow, dialog, type FileFilter, shell } from 'electron'
import type { FileKind } from '../src-shared/files.ts'
import { UserProblem } from '../src-shared/problem.ts'
import type { Dialogs } from './desk.ts'

const readable = { name: 'Excel 工作簿、WPS 表格、CSV', extensions: ['xlsx', 'xlsm', 'xls', 'et', 'csv'] }
const images = { name: '图片', extensions: ['jpg', 'jpeg', 'png', 'bmp', 'webp'] }
const everything = { name: '所有文件', extensions: ['*'] }
const filters: Record<FileKind, FileFilter[]> = {
  any: [everything],
  image: [images, everything],
  workbook: [readable, everything],
}
const written = { name: 'Excel 工作簿', extensions: ['xlsx'] }
const writtenText = { name: 'CSV 文本表格', extensions: ['csv'] }
const pdf = { name: 'PDF 文件', extensions: ['pdf'] }

function writtenAs(suggested: string): FileFilter {
  if (suggested.endsWith('.pdf')) return pdf
  if (suggested.endsWith('.csv')) return writtenText
  return suggested.endsWith('.xlsx') ? written : everything
}

/** Remembers the folder of the last choice for the next one, apart for opening and for saving. */
export function createDialogs(): Dialogs {
  const last = { open: app.getPath('documents'), save: app.getPath('documents') }
  // A window that prints is never shown.
  const owner = () => BrowserWindow.getAllWindows().find((window) => window.isVisible()) as BrowserWindow
  async function choose(title: string, kind: FileKind, many: boolean): Promise<string[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
      title,
      buttonLabel: '选择',
      defaultPath: last.open,
      filters: filters[kind],
      properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
    })
    if (canceled || filePaths[0] === undefined) return []
    last.open = dirname(filePaths[0])
    return filePaths
  }
  return {
    chooseWorkbook: async (title) => (await choose(title, 'workbook', false))[0] ?? null,
    chooseFiles: choose,
    async chooseFolder(title) {
      const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
        title,
        buttonLabel: '存到这里',
        defaultPath: last.save,
        properties: ['openDirectory', 'createDirectory'],
      })
      const [folder] = filePaths
      if (canceled || folder === undefined) return null
      last.save = folder
      return folder
    },
    async chooseWhereToSave(title, suggested) {
      const answer = await dialog.showSaveDialog(owner(), {
        title,
        buttonLabel: '导出',
        defaultPath: join(last.save, basename(suggested)),
        filters: [writtenAs(suggested)],
      })
      if (answer.canceled || !answer.filePath) return null
      last.save = dirname(answer.filePath)
      return answer.filePath
    },
    showInFolder(path) {
      shell.showItemInFolder(path)
    },
    async openFile(path) {
      const trouble = await shell.openPath(path)
      if (trouble === '') return
      throw new UserProblem({
        code: 'not_opened',
        message: `系统没能打开“${basename(path)}”，这台电脑上可能没有能打开它的程序。`,
        next: '请另存一份，拷到装有相应程序的电脑上打开。',
      })
    },
  }
}

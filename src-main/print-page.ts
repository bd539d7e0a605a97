// Paper by the page that shows it: a hidden window draws it, its PDF is taken, and the window is gone.
import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { page_origin } from './app-protocol.ts'

export interface PageToPrint {
  /** What the page is asked to draw, as the part of its address behind `#`. */
  hash: string
  /** Of the paper, in millimetres. */
  width: number
  height: number
}

/** The page says by this title that everything is drawn, measured and loaded. */
const ready_title = '排版完成'
const patience_ms = 120_000
const mm_per_inch = 25.4

export async function printPage({ hash, width, height }: PageToPrint): Promise<Buffer> {
  const [parent] = BrowserWindow.getAllWindows()
  const window = new BrowserWindow({
    show: false,
    ...(parent === undefined ? {} : { parent }),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      backgroundThrottling: false,
    },
  })
  try {
    const drawn = untilDrawn(window)
    await window.loadURL(`${page_origin}/print.html#${hash}`)
    await drawn
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: false,
      pageSize: { width: width / mm_per_inch, height: height / mm_per_inch },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    })
  } finally {
    window.destroy()
  }
}

function untilDrawn(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (why: string) => reject(new Error(`The page to print was not drawn: ${why}`))
    const timer = setTimeout(() => end('it took too long'), patience_ms)
    window.once('closed', () => {
      clearTimeout(timer)
      end('its window was closed')
    })
    window.webContents.once('render-process-gone', (_event, { reason }) => end(reason))
    window.webContents.on('page-title-updated', (_event, title) => {
      if (title === ready_title) resolve()
    })
  })
}

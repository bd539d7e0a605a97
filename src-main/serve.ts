import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Reply } from '../src-shared/problem.ts'
import { page_origin } from './app-protocol.ts'

/** What answers the page; it never throws. */
export interface Door {
  answer(name: unknown, input: unknown): Promise<Reply<unknown>>
  /** Takes in files by their paths or bytes, which only the preload can name. */
  take(sources: unknown): Promise<Reply<unknown>>
  /** Whether the method of this name changes the book. */
  isChange(name: unknown): boolean
}

/** The only ipcMain.handle of the app. What the page asks before the door is open waits for it; null: it stays shut. */
export function serve(opening: Promise<Door | null>): void {
  const doorFor = async (event: IpcMainInvokeEvent): Promise<Door> => {
    if (!isOurPage(event)) throw new Error('Refused: the call does not come from our page')
    const door = await opening
    if (door === null) throw new Error('The program is ending')
    return door
  }
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    const door = await doorFor(event)
    const reply = await door.answer(name, input)
    if (reply.ok && door.isChange(name)) tellEveryWindow()
    return reply
  })
  // Apart from the calls, so that no call of the page can ever name a path.
  ipcMain.handle('take', async (event, sources: unknown) => (await doorFor(event)).take(sources))
}

function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && frame.origin === page_origin
}

/** What the page shows may be of yesterday: it asks anew. */
export function tellEveryWindow(): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('changed')
}

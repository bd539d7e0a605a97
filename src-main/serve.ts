import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Reply } from '../src-shared/problem.ts'
import { page_origin } from './app-protocol.ts'

/** What answers the page; it never throws. */
export interface Door {
  answer(name: unknown, input: unknown): Promise<Reply<unknown>>
  /** Whether the method of this name changes the book. */
  isChange(name: unknown): boolean
}

/** The only ipcMain.handle of the app. What the page asks before the door is open waits for it; null: it stays shut. */
export function serve(opening: Promise<Door | null>): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    if (!isOurPage(event)) throw new Error('Refused: the call does not come from our page')
    const door = await opening
    if (door === null) throw new Error('The program is ending')
    const reply = await door.answer(name, input)
    if (reply.ok && door.isChange(name)) tellEveryWindow()
    return reply
  })
}

function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && frame.origin === page_origin
}

function tellEveryWindow(): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('changed')
}

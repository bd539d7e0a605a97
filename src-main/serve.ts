import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { contract, type Handlers } from '../src-shared/contract.ts'
import { answer, isMethod } from './answer.ts'
import { page_origin } from './app-protocol.ts'

/** The only ipcMain.handle of the app. */
export function serve(handlers: Handlers): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    if (!isOurPage(event)) throw new Error('Refused: the call does not come from our page')
    const reply = await answer(handlers, name, input)
    if (reply.ok && isMethod(name) && contract[name].kind === 'change') tellEveryWindow()
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

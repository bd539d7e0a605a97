// Starts the built app as Electron does, but prints each message box instead of showing it and answers it harmlessly.
import { dialog } from 'electron'

dialog.showMessageBox = async (options) => {
  process.stdout.write(`${JSON.stringify(options)}\n`)
  return { response: options.cancelId ?? 0, checkboxChecked: false }
}
await import('../../../out/main/main.js')

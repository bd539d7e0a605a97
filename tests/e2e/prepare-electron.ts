import { openDisplay } from '../../tools/display.ts'
import { electronRuntime } from '../../tools/electron-runtime.ts'

/** Once before all tests, so that the workers find an Electron and a display; what is returned runs after them. */
export default async function prepareElectron(): Promise<() => Promise<void>> {
  await electronRuntime()
  return openDisplay()
}

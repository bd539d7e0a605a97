// The one door between the page and the main process.
import { contextBridge, ipcRenderer, webUtils } from 'electron'

/** Where the file lies, which the page itself is never told; a picture without a file goes as its bytes. */
async function sourceOf(file: File) {
  const path = webUtils.getPathForFile(file)
  return path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { path }
}

contextBridge.exposeInMainWorld('bridge', {
  call: (name: string, input: unknown) => ipcRenderer.invoke('call', name, input),
  take: async (files: File[]) => ipcRenderer.invoke('take', await Promise.all(files.map(sourceOf))),
  onChanged: (listener: () => void) => {
    const heard = () => listener()
    ipcRenderer.on('changed', heard)
    return () => {
      ipcRenderer.off('changed', heard)
    }
  },
})

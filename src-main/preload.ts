// The one door between the page and the main process.
import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('bridge', {
  call: (name: string, input: unknown) => ipcRenderer.invoke('call', name, input),
  onChanged: (listener: () => void) => {
    const heard = () => listener()
    ipcRenderer.on('changed', heard)
    return () => {
      ipcRenderer.off('changed', heard)
    }
  },
})

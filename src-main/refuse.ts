// What a web page may do in a browser and ours may not: leave, open windows, ask for permissions, use the network.
import { app, type Session } from 'electron'
import { page_origin } from './app-protocol.ts'

function isOurs(url: string): boolean {
  return url === page_origin || url.startsWith(`${page_origin}/`) || url.startsWith('devtools://')
}

export function refuseEverythingElse(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((request, decide) => {
    const is_local = isOurs(request.url) || /^(data|blob):/.test(request.url)
    decide({ cancel: !is_local })
  })
  session.on('will-download', (event) => event.preventDefault())
}

export function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

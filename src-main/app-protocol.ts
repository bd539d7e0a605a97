// Serves the page at app://ledger from a fixed list of files, with a fresh nonce for styles at each load.
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { protocol } from 'electron'
import type { Picture, Pictures } from './pictures.ts'

export const page_origin = 'app://ledger'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Everything the page may ever load, by path: a request is looked up here and never joined to a folder. */
function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]))
}

/** Offline, and nothing from anywhere else. antd writes its styles into tags that carry the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** `pictures` answers the images of the book once there is one. */
export function serveApp(folder: string, pictures: () => Promise<Pictures | undefined>): void {
  const files = listFiles(folder)
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== page_origin) return new Response('', { status: 404 })
    const path = url.pathname === '/' ? '/index.html' : url.pathname
    const file = files.get(path)
    if (file === undefined) return pictureAnswer(await (await pictures())?.(path))
    const type = types[extname(file)] ?? 'application/octet-stream'
    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' }
    if (extname(file) !== '.html') return new Response(new Uint8Array(readFileSync(file)), { headers })
    const nonce = randomBytes(16).toString('base64')
    const html = readFileSync(file, 'utf8').replace('%NONCE%', nonce)
    return new Response(html, {
      headers: {
        ...headers,
        'content-security-policy': contentSecurityPolicy(nonce),
        'cache-control': 'no-store',
      },
    })
  })
}

/** An image and nothing else, whatever it claims to be. */
function pictureAnswer(picture: Picture | null | undefined): Response {
  if (!picture) return new Response('', { status: 404 })
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
    },
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { ensureDebianPackages } from './debian-packages.ts'
import { Stop } from './stop.ts'

const screen = '1920x1200x24'

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Gives this process and those it starts a display: the one that is there, else a virtual one that lives until the
 * returned function is called, at the latest until this process ends.
 */
export async function openDisplay(): Promise<() => Promise<void>> {
  if (hasDisplay()) return async () => {}
  await ensureDebianPackages(['display'])
  const server = startServer()
  const endServer = () => server.kill()
  process.once('exit', endServer)
  process.env.DISPLAY = `:${await displayNumber(server)}`
  return async () => {
    process.off('exit', endServer)
    delete process.env.DISPLAY
    if (server.exitCode !== null || server.signalCode !== null) return
    server.ref()
    server.kill()
    await once(server, 'exit')
  }
}

/** The server picks a free display by itself (-displayfd) and ends with us, even if we are killed (--pdeathsig). */
function startServer(): ChildProcess {
  const server = ['Xvfb', '-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp']
  return spawn('setpriv', ['--pdeathsig', 'TERM', ...server], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
}

async function displayNumber(server: ChildProcess): Promise<string> {
  let complaint = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const failed = new Promise<never>((_, reject) => {
    server.once('error', (error) => reject(new Stop(`Xvfb could not be started: ${error.message}`)))
    server.once('exit', () => reject(new Stop(`Xvfb could not be started:\n${complaint.trim()}`)))
  })
  const numberPipe = server.stdio[3] as Socket
  const [line] = (await Promise.race([once(numberPipe, 'data'), failed])) as [Buffer]
  for (const held of [server, numberPipe, server.stderr as Socket]) held.unref()
  return line.toString().trim()
}

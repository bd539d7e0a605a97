import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** What is left of a child program once it has ended, one way or the other. */
export interface Ended {
  signal: NodeJS.Signals | null
  exit_code: number | null
  lines: string[]
  errors: string
}

export interface Running {
  /** SIGKILL that long after the first line. */
  kill_after_ms?: number
  /** Where compiled code is kept from one run to the next; filled by runs that end by themselves. */
  compile_cache?: string
}

/** Runs a program of tests/helpers in this Node; only lines that arrived whole count. */
export async function runChild(
  name: string,
  parameters: string[],
  { kill_after_ms, compile_cache }: Running = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(import.meta.dirname, name), ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: compile_cache ? { ...process.env, NODE_COMPILE_CACHE: compile_cache } : process.env,
  })
  let written = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (written === '' && kill_after_ms !== undefined) setTimeout(() => child.kill('SIGKILL'), kill_after_ms)
    written += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  await once(child, 'close')
  const lines = written.split('\n').slice(0, -1)
  return { signal: child.signalCode, exit_code: child.exitCode, lines, errors }
}

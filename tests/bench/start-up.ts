// How long until the clerk can work: the app with a whole year in it over an empty window of the same Electron.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchOptions } from '../../tools/electron-runtime.ts'
import { launchApp, project } from '../helpers/launch-app.ts'
import { type Figure, medianOf } from './figure.ts'

const watched = join(import.meta.dirname, 'watched')
const pairs = 7
const today = '2026-11-20'

/** A program for the watching main process, and what must stand on its page for it to be usable. */
export interface Program {
  main: string
  until: string
  args: string[]
}

export const startUp: Figure = {
  name: 'start-up',
  bound: 2,
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-bench-'))
    await fillWithSampleYear(folder)
    const app = appOn(folder)
    const empty = { main: join(watched, 'empty-window.js'), until: 'p', args: [] }
    await usableAfter(app)
    await usableAfter(empty)
    const ours: number[] = []
    const theirs: number[] = []
    for (let pair = 0; pair < pairs; pair += 1) {
      ours.push(await usableAfter(app))
      theirs.push(await usableAfter(empty))
    }
    rmSync(folder, { recursive: true })
    return {
      value: medianOf(ours) / medianOf(theirs),
      information: [
        `first screen usable after ${inMilliseconds(ours)}, an empty window after ${inMilliseconds(theirs)}`,
        ...whatWasBundled(),
      ],
    }
  },
}

/** The app until its workbench stands. */
export function appOn(folder: string): Program {
  return {
    main: join(project, 'out/main/main.js'),
    until: 'nav[aria-label=本周数字]',
    args: [`--data-dir=${folder}`, `--today=${today}`],
  }
}

export function inMilliseconds(times: readonly number[]): string {
  return `${medianOf(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(' ')})`
}

export async function fillWithSampleYear(folder: string): Promise<void> {
  const app = await launchApp({ folder, today })
  await app.call('book.enterSample', {})
  await app.close()
}

async function usableAfter(program: Program): Promise<number> {
  return (await startOnce(program)).usable_after
}

export interface Start {
  /** Milliseconds from starting the process to the page painted with what it waits for. */
  usable_after: number
  /** MiB of all its processes at that moment. */
  memory: number
}

export async function startOnce({ main, until, args }: Program): Promise<Start> {
  const options = await launchOptions()
  const started = performance.now()
  const child = spawn(
    options.executablePath,
    [...options.args, watched, `--main=${main}`, `--until=${until}`, ...args],
    { env: options.env, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const usable = once(child.stdout, 'data').then(([line]) => ({
    usable_after: performance.now() - started,
    memory: Number(/usable (\d+)/.exec(String(line))?.[1]) / 1024,
  }))
  const ended = once(child, 'close')
  const start = await Promise.race([usable, ended.then(() => null)])
  await ended
  if (start === null) throw new Error(`${main} ended before its first screen was usable`)
  return start
}

function whatWasBundled(): string[] {
  const page = join(project, 'out/renderer')
  const html = readFileSync(join(page, 'index.html'), 'utf8')
  const first = [...html.matchAll(/(?:src|href)="\.?(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  const all = readdirSync(join(page, 'assets')).map((name) => `/assets/${name}`)
  const size = (paths: readonly string[]) => sizeOf(paths.map((path) => join(page, path)))
  const main = join(project, 'out/main')
  const desk = readdirSync(main).find((name) => name.startsWith('open-desk-')) ?? ''
  const before = staticImports(join(main, 'main.js'))
  const meanwhile = staticImports(join(main, desk)).filter((file) => !before.includes(file))
  return [
    `main process: ${sizeOf(before)} before the window, ${sizeOf(meanwhile)} while its page starts`,
    `page: ${size(first)} in ${first.length} files for the first screen, of ${size(all)} in ${all.length}`,
  ]
}

function sizeOf(files: readonly string[]): string {
  return `${Math.round(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024)} KiB`
}

/** A bundle and the chunks that it imports at once, not those it asks for later. */
function staticImports(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from\s*"(\.[^"]+)"/gm)
  return [file, ...[...imports].flatMap(([, path = '']) => staticImports(join(file, '..', path), seen))]
}

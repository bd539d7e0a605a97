import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.ts'
import { inProject } from './project.ts'
import { Stop } from './stop.ts'

const sources = [
  'src-main',
  'src-renderer',
  'src-shared',
  'migrations',
  'electron.vite.config.ts',
  'package-lock.json',
]
const bundles = [
  'out/main/main.js',
  'out/main/excel-process.js',
  'out/main/preview-process.js',
  'out/main/aside-worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

/** Bundles the app into out/; the answer is the exit code. */
export function build(): Promise<number> {
  const electronVite = inProject('node_modules/electron-vite/bin/electron-vite.js')
  return run(process.execPath, [electronVite, 'build', '--logLevel', 'warn'])
}

export async function buildIfStale(): Promise<void> {
  const built = Math.min(...bundles.map((file) => changedAt(inProject(file))))
  if (built > Math.max(...sources.map((source) => newestIn(inProject(source))))) return
  if ((await build()) !== 0) throw new Stop('The app could not be built.')
}

/** Folders count too: they change when a file in them is removed. */
function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return changedAt(path)
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(changedAt(path), ...inside.map((name) => changedAt(join(path, name))))
}

/** Milliseconds since 1970; 0 for a file that is not there. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

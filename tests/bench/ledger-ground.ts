// What the figures of large workbooks stand on: a ledger in SQLite, our programs bundled, the peers at hand.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { capture } from '../../tools/command.ts'
import { ensureDebianPackages } from '../../tools/debian-packages.ts'
import { fillLedger } from './ledger-book.ts'

const project = join(import.meta.dirname, '../..')
/** Debian's; another one may be first on the path. */
const python = '/usr/bin/python3'

export const all_rows = 100_000

export interface Ground {
  folder: string
  book: string
}

let ground: Promise<Ground> | undefined

/** Made once for all figures of a run, and gone with it. */
export function ledgerGround(): Promise<Ground> {
  ground ??= layGround()
  return ground
}

async function layGround(): Promise<Ground> {
  await ensureDebianPackages(['bench'])
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const book = join(folder, 'ledger.db')
  fillLedger(book, all_rows)
  // From where the programs find the one library that is not bundled.
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await bundle(folder)
  return { folder, book }
}

/** As the app's own programs are, so that starting them costs what it does there. */
async function bundle(folder: string): Promise<void> {
  const programs = {
    'export-ledger': join(import.meta.dirname, 'export-ledger.ts'),
    'read-ledger': join(import.meta.dirname, 'read-ledger.ts'),
    'excel-process': join(project, 'src-main/excel/excel-process.ts'),
  }
  await build({
    configFile: false,
    logLevel: 'warn',
    root: project,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: join(folder, 'programs'),
      emptyOutDir: true,
      rolldownOptions: {
        input: programs,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
}

export interface Run {
  /** Of the program and all processes that it waited for. */
  cpu_seconds: number
  /** What the program answered on its last line but the stopwatch's. */
  answer: string
}

/** One of our programs in a Node process of its own. */
export async function runOurs(program: string, ...args: string[]): Promise<Run> {
  const { folder } = await ledgerGround()
  return await timed([process.execPath, join(folder, 'programs', `${program}.js`), ...args])
}

/** One of the peers, which stand beside this file. */
export function runPeer(script: string, ...args: string[]): Promise<Run> {
  return timed([python, join(import.meta.dirname, `${script}.py`), ...args])
}

async function timed(command: readonly string[]): Promise<Run> {
  const { exitCode, output } = await capture(python, [join(import.meta.dirname, 'stopwatch.py'), ...command])
  const lines = output.trim().split('\n')
  const [watch = '', answer = ''] = [lines.pop(), lines.pop()]
  if (exitCode !== 0) throw new Error(`${command.join(' ')} failed:\n${output}`)
  const { cpu } = JSON.parse(watch) as { cpu: number }
  return { cpu_seconds: cpu, answer }
}

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureDebianPackages } from './debian-packages.ts'
import { hasDisplay } from './display.ts'
import { installCompiledAddon } from './node-api-9/compiled-addon.ts'
import { officialElectron } from './official-electron.ts'
import { pinnedVersion } from './project.ts'
import { registryElectron } from './registry-electron.ts'
import { chooseSandbox, namespaceStarter } from './sandbox.ts'
import { Stop } from './stop.ts'

export interface ElectronRuntime {
  kind: 'given' | 'official' | 'registry'
  folder: string
}

/** What a program needs for starting the app; with Playwright: `_electron.launch({ ...options, args: [...options.args, …] })`. */
export interface LaunchOptions {
  executablePath: string
  /** Switches that come before the app folder. */
  args: string[]
  env: Record<string, string>
  /** Whether the page's process is really sandboxed; it is Playwright's name for not adding --no-sandbox. */
  chromiumSandbox: boolean
}

/** The places where an Electron is looked for, in this order. */
export interface ElectronSources {
  given(): Promise<string | undefined>
  official(hasFallback: boolean): Promise<string | undefined>
  registry(): Promise<string>
}

const firstWithNodeApi10 = 35

/** Set for child processes, so that what one program has found the others need not look for. */
const foundBefore = 'DUTY_LEDGER_ELECTRON_RUNTIME'

export async function electronRuntime(): Promise<ElectronRuntime> {
  const known = process.env[foundBefore]
  if (known) return JSON.parse(known)
  await ensureDebianPackages(hasDisplay() ? ['electron'] : ['electron', 'display'])
  const runtime = await findElectron(theSources)
  if (needsCompiledAddon(runtime.folder)) await installCompiledAddon()
  if (runtime.kind === 'registry') {
    console.error(
      `Electron ${electronVersion(runtime.folder)} from the npm registry runs here, since the official ` +
        `${pinnedVersion('electron')} cannot be downloaded: for development and tests only.`,
    )
  }
  process.env[foundBefore] = JSON.stringify(runtime)
  return runtime
}

export async function findElectron(
  sources: ElectronSources,
  canFallBack = isLinuxX64(),
): Promise<ElectronRuntime> {
  const given = await sources.given()
  if (given) return { kind: 'given', folder: given }
  const official = await sources.official(canFallBack)
  if (official) return { kind: 'official', folder: official }
  if (canFallBack) return { kind: 'registry', folder: await sources.registry() }
  throw new Stop(
    `Electron ${pinnedVersion('electron')} could not be downloaded. Name a mirror in ELECTRON_MIRROR, or a folder ` +
      'with an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH, and try again.',
  )
}

/** For the app as it is built in out/; the app folder is the first argument after `args`. */
export async function launchOptions(): Promise<LaunchOptions> {
  return launchOptionsOf(executableIn((await electronRuntime()).folder))
}

/** For an Electron or a packaged program made of it, on a machine of developers. */
export async function launchOptionsOf(executable: string): Promise<LaunchOptions> {
  const env = environment()
  switch (await chooseSandbox(dirname(executable))) {
    case 'own':
      return { executablePath: executable, args: [], env, chromiumSandbox: true }
    case 'namespace': {
      const binary = { DUTY_LEDGER_ELECTRON_BINARY: executable }
      return { executablePath: namespaceStarter, args: [], env: { ...env, ...binary }, chromiumSandbox: true }
    }
    case 'none':
      return { executablePath: executable, args: ['--no-sandbox'], env, chromiumSandbox: false }
  }
}

const theSources: ElectronSources = {
  given: async () => givenElectron(process.env.ELECTRON_OVERRIDE_DIST_PATH),
  official: (hasFallback) => officialElectron({ hasFallback }),
  registry: registryElectron,
}

export function givenElectron(folder: string | undefined): string | undefined {
  if (!folder) return undefined
  if (existsSync(executableIn(folder))) return folder
  throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableIn(folder)}.`)
}

/** The version an unpacked Electron says of itself. */
export function electronVersion(folder: string): string {
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
}

/** Whether this Electron is too old for the prebuilt addons of better-sqlite3, which want Node-API 10. */
export function needsCompiledAddon(folder: string): boolean {
  return Number.parseInt(electronVersion(folder), 10) < firstWithNodeApi10
}

function executableIn(folder: string): string {
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron')
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

function isLinuxX64(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** Ours, with a UTF-8 locale where none is set: without one Chinese file names get lost. */
function environment(): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  return /utf-?8/i.test(locale) || process.platform !== 'linux' ? env : { ...env, LC_ALL: 'C.UTF-8' }
}

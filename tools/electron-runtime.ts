import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDebianPackages } from './debian-packages.ts'
import { installCompiledAddon } from './node-api-9/compiled-addon.ts'
import { officialElectron } from './official-electron.ts'
import { pinnedVersion } from './project.ts'
import { registryElectron, registryElectronVersion } from './registry-electron.ts'
import { chooseSandbox, namespaceStarter } from './sandbox.ts'
import { Stop } from './stop.ts'

export interface ElectronRuntime {
  kind: 'given' | 'official' | 'registry'
  folder: string
}

/** What a program needs for starting the app; with Playwright: `_electron.launch({ ...options, args: [...options.args, …] })`. */
export interface LaunchOptions {
  executablePath: string
  /** To be put before the app folder. */
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

/** Set for child processes, so that what one program has found the others need not look for. */
const foundBefore = 'DUTY_LEDGER_ELECTRON_RUNTIME'

export async function electronRuntime(): Promise<ElectronRuntime> {
  const known = process.env[foundBefore]
  if (known) return JSON.parse(known)
  await ensureDebianPackages('electron')
  const runtime = await findElectron(theSources)
  if (runtime.kind === 'registry') {
    await installCompiledAddon()
    console.error(
      `Electron ${registryElectronVersion} from the npm registry runs here, since the official ${pinnedVersion('electron')} ` +
        'cannot be downloaded: for development and tests only.',
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

export async function launchOptions(): Promise<LaunchOptions> {
  const { folder } = await electronRuntime()
  const executable = executableIn(folder)
  const sandbox = await chooseSandbox(folder)
  const env = environment()
  if (sandbox !== 'namespace') {
    return {
      executablePath: executable,
      args: sandbox === 'none' ? ['--no-sandbox'] : [],
      env,
      chromiumSandbox: sandbox === 'own',
    }
  }
  return {
    executablePath: namespaceStarter,
    args: [],
    env: { ...env, DUTY_LEDGER_ELECTRON_BINARY: executable },
    chromiumSandbox: true,
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

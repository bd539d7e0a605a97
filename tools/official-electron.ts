import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './command.ts'
import { inProject } from './project.ts'

const electronPackage = inProject('node_modules/electron')

/** How long the server has to begin its answer; the download itself may take as long as it needs. */
const answerMilliseconds = 6_000

export interface OfficialElectronOptions {
  /** Whether there is something else to run, so that a server that cannot be reached need not be waited for. */
  hasFallback: boolean
  /** The electron package; its `dist` folder holds the binary once it is downloaded. */
  packageFolder?: string
}

/**
 * The folder of the official binary, or undefined. What is not there yet is downloaded by the electron package's own
 * installer: mirrors (ELECTRON_MIRROR and others), proxies, checksums and the download cache are as it has them.
 */
export async function officialElectron(options: OfficialElectronOptions): Promise<string | undefined> {
  const packageFolder = options.packageFolder ?? electronPackage
  const folder = join(packageFolder, 'dist')
  if (isComplete(packageFolder)) return folder
  if (options.hasFallback && !(await canBeHad(packageFolder))) return undefined
  await run(process.execPath, [join(packageFolder, 'install.js')])
  return isComplete(packageFolder) ? folder : undefined
}

/** Whether the official binary is here or its server answers. */
export async function isOfficialElectronWithinReach(packageFolder = electronPackage): Promise<boolean> {
  return isComplete(packageFolder) || (await canBeHad(packageFolder))
}

function isComplete(packageFolder: string): boolean {
  const wanted = readJson(join(packageFolder, 'package.json')).version
  const [unpacked, executable] = [
    join(packageFolder, 'dist', 'version'),
    join(packageFolder, 'path.txt'),
  ].map((file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined))
  if (unpacked?.replace(/^v/, '') !== wanted || executable === undefined) return false
  return existsSync(join(packageFolder, 'dist', executable))
}

/** Asks the installer's library for the binary, with a downloader of ours that only looks whether the server answers. */
async function canBeHad(packageFolder: string): Promise<boolean> {
  const library = createRequire(join(packageFolder, 'package.json')).resolve('@electron/get')
  const { downloadArtifact }: typeof import('@electron/get') = await import(pathToFileURL(library).href)
  let answered = false
  const lookOnly = {
    async download(url: string): Promise<void> {
      answered = await serverAnswers(url)
      throw new OnlyLooked()
    },
  }
  try {
    await downloadArtifact({
      version: readJson(join(packageFolder, 'package.json')).version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      ...(process.env.electron_config_cache ? { cacheRoot: process.env.electron_config_cache } : {}),
      checksums: readJson(join(packageFolder, 'checksums.json')),
      downloader: lookOnly,
    })
    return true // it lies in the download cache
  } catch (error) {
    if (error instanceof OnlyLooked) return answered
    throw error
  }
}

class OnlyLooked extends Error {}

async function serverAnswers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerMilliseconds) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

function readJson(file: string): Record<string, string> & { version: string } {
  return JSON.parse(readFileSync(file, 'utf8'))
}

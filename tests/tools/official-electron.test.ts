import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { officialElectron } from '../../tools/official-electron.ts'
import { inProject } from '../../tools/project.ts'
import { buildZip } from '../helpers/build-zip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { serve } from './local-server.ts'

const version = '45.0.0'
const zip = buildZip([
  { name: 'electron', content: 'the official binary' },
  { name: 'version', content: version },
])
const zipName = `electron-v${version}-${process.platform}-${process.arch}.zip`

/** The real electron package's installer, for a version whose binary is the tiny zip above. */
function electronPackage(): string {
  const modules = join(tempFolder(), 'node_modules')
  const folder = join(modules, 'electron')
  mkdirSync(folder, { recursive: true })
  cpSync(inProject('node_modules/electron/install.js'), join(folder, 'install.js'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'electron', version }))
  const digest = createHash('sha256').update(zip).digest('hex')
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [zipName]: digest }))
  for (const scope of ['@electron', '@electron-internal']) {
    symlinkSync(inProject('node_modules', scope), join(modules, scope))
  }
  return folder
}

async function serveMirror(answer: 'zip' | 'not found' | 'silence'): Promise<string[]> {
  const asked: string[] = []
  const url = await serve((path, respond) => {
    asked.push(path)
    if (answer === 'zip') respond(200, zip)
    if (answer === 'not found') respond(404, '')
  })
  vi.stubEnv('ELECTRON_MIRROR', url)
  return asked
}

describe.runIf(process.platform === 'linux')('the official Electron', () => {
  beforeEach(() => {
    vi.stubEnv('electron_config_cache', tempFolder())
    return () => vi.unstubAllEnvs()
  })

  it('is downloaded by its own installer from the mirror that is set', async () => {
    const packageFolder = electronPackage()
    const asked = await serveMirror('zip')
    const folder = await officialElectron({ hasFallback: true, packageFolder })
    expect(folder).toBe(join(packageFolder, 'dist'))
    expect(readFileSync(join(packageFolder, 'dist/electron'), 'utf8')).toBe('the official binary')
    expect(new Set(asked)).toEqual(new Set([`/v${version}/${zipName}`]))
  })

  it('is not asked for again when it is there', async () => {
    const packageFolder = electronPackage()
    await serveMirror('zip')
    await officialElectron({ hasFallback: true, packageFolder })
    const asked = await serveMirror('not found')
    expect(await officialElectron({ hasFallback: true, packageFolder })).toBe(join(packageFolder, 'dist'))
    expect(asked).toEqual([])
  })

  it('comes from the download cache without a server', async () => {
    const asked = await serveMirror('zip')
    await officialElectron({ hasFallback: true, packageFolder: electronPackage() })
    asked.length = 0
    const packageFolder = electronPackage()
    expect(await officialElectron({ hasFallback: true, packageFolder })).toBe(join(packageFolder, 'dist'))
    expect(asked).toEqual([])
  })

  it('is given up at once where its server does not have it or cannot be reached', async () => {
    await serveMirror('not found')
    expect(await officialElectron({ hasFallback: true, packageFolder: electronPackage() })).toBeUndefined()
    vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:9/')
    expect(await officialElectron({ hasFallback: true, packageFolder: electronPackage() })).toBeUndefined()
  })

  it('is given up after a few seconds where a firewall swallows the question', async () => {
    await serveMirror('silence')
    const started = performance.now()
    expect(await officialElectron({ hasFallback: true, packageFolder: electronPackage() })).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

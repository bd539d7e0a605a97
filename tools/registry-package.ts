import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { capture } from './command.ts'
import { Stop } from './stop.ts'

/** Downloads a package's archive with npm, so that the registry, proxy and certificates are those npm is set to. */
export async function downloadPackage(spec: string, folder: string, integrity?: string): Promise<string> {
  const pack = [
    'pack',
    spec,
    '--ignore-scripts',
    '--prefer-offline',
    '--loglevel=error',
    '--pack-destination',
    folder,
  ]
  const npm = process.env.npm_execpath
  const { exitCode, output } = npm
    ? await capture(process.execPath, [npm, ...pack])
    : await capture('npm', pack, { shell: process.platform === 'win32' })
  if (exitCode !== 0) throw new Stop(`npm could not download ${spec}:\n${output.trim()}`)
  const archives = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  const archive = archives[0]
  if (archive === undefined || archives.length > 1)
    throw new Error(`Expected one archive of ${spec}, found ${archives}`)
  if (integrity !== undefined) await requireIntegrity(join(folder, archive), integrity)
  return join(folder, archive)
}

/** @param integrity as npm writes it: `sha512-` and the digest in base64 */
export async function requireIntegrity(file: string, integrity: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found === integrity) return
  throw new Stop(
    `${file} is not the file that was expected and is not used.\nexpected ${integrity}\nfound    ${found}`,
  )
}

import { spawnSync } from 'node:child_process'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tempFolder } from './temp-folder.ts'

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

/** Has LibreOffice write the files anew; the paths of the copies, in the same order. */
export function convertWithLibreOffice(paths: readonly string[], format: string): string[] {
  const folder = tempFolder()
  const { status, stderr } = spawnSync('soffice', [
    '--headless',
    // A profile of its own: two at a time would wait for each other.
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--convert-to',
    format,
    '--outdir',
    folder,
    ...paths,
  ])
  if (status !== 0) throw new Error(`LibreOffice failed: ${stderr}`)
  const ending = format.split(':')[0]
  return paths.map((path) => join(folder, `${basename(path, extname(path))}.${ending}`))
}

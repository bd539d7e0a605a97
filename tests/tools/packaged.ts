import { readdirSync, readFileSync } from 'node:fs'

interface AsarEntry {
  files?: Record<string, AsarEntry>
  unpacked?: boolean
}

/** Every file of an asar archive by path, with a mark on those that lie beside it. */
export function asarFiles(archive: string): string[] {
  const bytes = readFileSync(archive)
  const header = bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))
  return pathsIn(JSON.parse(header) as AsarEntry).sort()
}

function pathsIn(folder: AsarEntry, path = ''): string[] {
  return Object.entries(folder.files ?? {}).flatMap(([name, entry]) => {
    if (entry.files) return pathsIn(entry, `${path}${name}/`)
    return [`${path}${name}${entry.unpacked ? ' (unpacked)' : ''}`]
  })
}

/** The files below a folder, without the folders. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1)).sort()
}

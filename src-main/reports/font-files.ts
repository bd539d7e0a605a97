// Which fonts this PC has, by what its font files call themselves: the same on Windows, Linux and in any language.
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

export function fontFolders(platform = process.platform, env = process.env, home = homedir()): string[] {
  if (platform === 'win32') {
    const windows = env.SystemRoot ?? 'C:\\Windows'
    const own = env.LOCALAPPDATA === undefined ? [] : [join(env.LOCALAPPDATA, 'Microsoft/Windows/Fonts')]
    return [join(windows, 'Fonts'), ...own]
  }
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.fonts'),
    join(home, '.local/share/fonts'),
  ]
}

/** Families in every language they are named in. A file that cannot be read names none. */
export async function familiesIn(folders: readonly string[]): Promise<Set<string>> {
  const families = new Set<string>()
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (!/\.(ttf|ttc|otf|otc)$/i.test(entry.name)) continue
      for (const name of await familiesOf(join(entry.parentPath, entry.name))) families.add(name)
    }
  }
  return families
}

async function familiesOf(path: string): Promise<string[]> {
  const file = await open(path).catch(() => null)
  if (file === null) return []
  try {
    const names: string[] = []
    for (const start of await fontStarts(file)) names.push(...(await namesAt(file, start)))
    return names
  } catch {
    return []
  } finally {
    await file.close()
  }
}

const most_fonts = 64

/** A collection holds several fonts. */
async function fontStarts(file: FileHandle): Promise<number[]> {
  const head = await bytesAt(file, 0, 12)
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0]
  const count = Math.min(most_fonts, head.readUInt32BE(8))
  const offsets = await bytesAt(file, 12, count * 4)
  return Array.from({ length: count }, (_, at) => offsets.readUInt32BE(at * 4))
}

const longest_name_table = 1024 * 1024

async function namesAt(file: FileHandle, start: number): Promise<string[]> {
  const count = (await bytesAt(file, start + 4, 2)).readUInt16BE(0)
  const tables = await bytesAt(file, start + 12, count * 16)
  for (let at = 0; at < tables.length; at += 16) {
    if (tables.toString('latin1', at, at + 4) !== 'name') continue
    const length = Math.min(longest_name_table, tables.readUInt32BE(at + 12))
    return familyNames(await bytesAt(file, tables.readUInt32BE(at + 8), length))
  }
  return []
}

const windows = 3
const family_ids = new Set([1, 16])

function familyNames(table: Buffer): string[] {
  const texts = table.readUInt16BE(4)
  const names: string[] = []
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const at = 6 + index * 12
    if (table.readUInt16BE(at) !== windows || !family_ids.has(table.readUInt16BE(at + 6))) continue
    const from = texts + table.readUInt16BE(at + 10)
    const bytes = Buffer.from(table.subarray(from, from + table.readUInt16BE(at + 8)))
    names.push(bytes.swap16().toString('utf16le'))
  }
  return names
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'

const sharedFolder = '/var/cache/duty-ledger'
const partialMark = '.partial-'
const dayInMilliseconds = 86_400_000

/** Where things that take minutes to make are kept for every clone; root's can be read by all users of the machine. */
export function cacheFolder(): string {
  const given = process.env.DUTY_LEDGER_CACHE
  if (given) return given
  if (process.platform === 'linux' && process.getuid?.() === 0) return sharedFolder
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'duty-ledger')
}

/**
 * The folder `key` in the cache, filled by `fill` when it is not there yet. It appears under its name only when it is
 * complete, so an interrupted run leaves nothing that looks finished, and of two runs at once the later one yields.
 */
export async function keepInCache(key: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const kept = keptInCache(key)
  if (kept) return kept
  const folder = join(cacheFolder(), key)
  mkdirSync(dirname(folder), { recursive: true })
  await removeAbandoned(dirname(folder))
  const partial = mkdtempSync(join(dirname(folder), `${partialMark}${basename(folder)}-`))
  try {
    await fill(partial)
    chmodSync(partial, 0o755)
    await rename(partial, folder)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The complete folder `key`, in this user's cache or, for reading, in the one that root filled for everybody. */
function keptInCache(key: string): string | undefined {
  const places = process.env.DUTY_LEDGER_CACHE ? [cacheFolder()] : [cacheFolder(), sharedFolder]
  return places.map((place) => join(place, key)).find(isReadable)
}

function isReadable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((name) => name.startsWith(partialMark))) {
    const found = statSync(join(parent, name), { throwIfNoEntry: false })
    if (found && Date.now() - found.mtimeMs > dayInMilliseconds) {
      await rm(join(parent, name), { recursive: true, force: true })
    }
  }
}

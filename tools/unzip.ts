import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'

const permissionBits = 0o777

/** Unpacks the entries that `place` gives a path inside the folder; it answers undefined for those to leave out. */
export async function unzip(
  archive: string,
  folder: string,
  place: (entryName: string) => string | undefined,
): Promise<void> {
  const zip = await openPromise(archive, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const path = place(entry.fileName)
    if (path === undefined || entry.fileName.endsWith('/')) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & permissionBits
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(join(folder, path), { mode }))
  }
}

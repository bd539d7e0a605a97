import { isDeepStrictEqual } from 'node:util'
import type { Migration } from '../../migrations/migration.ts'
import { runAside } from '../database/aside.ts'
import type { Soundness } from '../database/aside-jobs.ts'
import { application_id, openReadOnly } from '../database/open-database.ts'
import { countRows, schemaOf, schemaOfVersion } from '../database/schema.ts'
import { type NeededFile, neededFiles } from '../files/needed-files.ts'

/** A copy that must not be trusted; the message is for the log. */
export class BrokenCopy extends Error {}

export interface CopyFacts {
  version: number
  counts: Record<string, number>
  /** What the book needs of the file store. */
  files: NeededFile[]
}

/**
 * Reads a closed database file from end to end. It is treated as a stranger's: its schema must be word for word
 * the one of its version, so that no trigger or view of somebody else ever runs on our connection.
 */
export async function examineCopy(path: string, steps: readonly Migration[]): Promise<CopyFacts> {
  const facts = factsOf(path, steps)
  expectSound(await runAside({ kind: 'look_over', path, how: 'integrity_check' }))
  return facts
}

function factsOf(path: string, steps: readonly Migration[]): CopyFacts {
  const sqlite = openReadOnly(path)
  try {
    if (sqlite.pragma('application_id', { simple: true }) !== application_id) {
      throw new BrokenCopy('not a database of ours')
    }
    const version = sqlite.pragma('user_version', { simple: true }) as number
    if (!steps.some((step) => step.version === version)) throw new BrokenCopy(`unknown version ${version}`)
    if (!isDeepStrictEqual(schemaOf(sqlite), schemaOfVersion(steps, version))) {
      throw new BrokenCopy(`schema is not that of version ${version}`)
    }
    return { version, counts: countRows(sqlite), files: neededFiles(sqlite) }
  } finally {
    sqlite.close()
  }
}

function expectSound({ pages, references }: Soundness): void {
  if (pages[0] !== 'ok') throw new BrokenCopy(pages.join('; '))
  if (references.length > 0) throw new BrokenCopy(`${references.length} broken references`)
}

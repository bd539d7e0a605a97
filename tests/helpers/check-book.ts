import { readdirSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Clock } from '../../src-main/clock.ts'
import { type Ready, startUp } from '../../src-main/start-up.ts'
import { brokenRules, differencesFromTrail } from './broken-rules.ts'

/** A row that is there: `{ table: 'matters', row: { number: '2026-DJ-0001', state: 'archived' } }`. */
export interface Fact {
  table: string
  row: Record<string, string | number | null>
}

/** One step that was begun, with every row it leaves: all of them are there or none, and all once acknowledged. */
export interface Unit {
  facts: Fact[]
  is_acknowledged: boolean
}

/**
 * Starts the data side in the folder of a program that was killed, as the next start does, and answers every
 * complaint: about the start, the files, the backups, the rules across rows, the trail, and the units. Empty is good.
 */
export async function checkBook(folder: string, units: readonly Unit[], clock: Clock): Promise<string[]> {
  const started = await startUp({ folder, clock, app_version: '0.1.0', fillSample: () => Promise.resolve() })
  if (started.state === 'stopped') return [`did not start: ${JSON.stringify(started.problem)}`]
  const { sqlite } = started.books.own()
  const complaints = [
    ...(await complaintsOfStart(started, folder)),
    ...brokenRules(sqlite),
    ...differencesFromTrail(sqlite),
    ...units.flatMap((unit) => complaintsOf(sqlite, unit)),
  ]
  await started.books.close()
  const left = readdirSync(folder).filter((name) => /-(wal|shm|journal)$/.test(name))
  return [...complaints, ...left.map((name) => `${name} is left`)]
}

async function complaintsOfStart({ afterFirstScreen, backups }: Ready, folder: string): Promise<string[]> {
  const temporary = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.tmp'),
  )
  const found = await afterFirstScreen()
  const spoilt = (await backups.list()).filter((backup) => backup.unusable !== null)
  const files = readdirSync(backups.folder).filter((name) => name.endsWith('.db'))
  const records = readdirSync(backups.folder).filter((name) => name.endsWith('.json'))
  return [
    ...temporary.map((name) => `${name} is left`),
    ...(found ? [`first look: ${JSON.stringify(found)}`] : []),
    ...spoilt.map((backup) => `${backup.name}: ${backup.unusable}`),
    ...(files.length === records.length ? [] : [`${files.length} backups, ${records.length} records`]),
  ]
}

function complaintsOf(sqlite: Database, { facts, is_acknowledged }: Unit): string[] {
  const missing = facts.filter((fact) => !isThere(sqlite, fact))
  if (missing.length === 0 || (!is_acknowledged && missing.length === facts.length)) return []
  const what = is_acknowledged ? 'acknowledged but lost' : `half done, ${facts.length - missing.length} there`
  return [`${what}: ${JSON.stringify(missing)}`]
}

function isThere(sqlite: Database, { table, row }: Fact): boolean {
  const test = Object.keys(row).map((column) => `"${column}" IS ?`)
  return (
    sqlite.prepare(`SELECT 1 FROM "${table}" WHERE ${test.join(' AND ')}`).get(Object.values(row)) !==
    undefined
  )
}

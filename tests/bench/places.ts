// Every place of the program on twenty years of a department, over the same places where only the last weeks stand.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Database } from 'better-sqlite3'
import { ownBookPath, ownFilesFolder } from '../../src-main/books.ts'
import { createFileStore } from '../../src-main/files/file-store.ts'
import { type LaunchedApp, launchApp } from '../helpers/launch-app.ts'
import { openTestBook } from '../helpers/open-test-book.ts'
import type { Figure } from './figure.ts'
import { bench_today, fillTwentyYears } from './twenty-years.ts'

/** As much a week in both, so that a screen has as many rows: what differs is what lies behind it. */
const twenty_years = { matters: 300_000, days: 7305, files: 50_000 }
const eight_weeks = { matters: 2300, days: 56, files: 383 }
const rounds = 5

const places = [
  ...['workbench', 'duties', 'duties?view=tree', 'duties?view=routines', 'duties?view=coverage', 'staff'],
  ...[
    'backup-posts',
    'backup-posts?view=matrix',
    'absences',
    'absences?view=register',
    'absences?view=stand-ins',
  ],
  ...['weekly', 'weekly?view=defects', 'archive', 'imports', 'reports', 'reports?view=records'],
  ...[
    'search?q=工资',
    'search?q=党&kind=archive&year=2026&category=1',
    'search?kind=file&person=7',
    'changes',
  ],
  ...['backups'],
]

interface Office {
  app: LaunchedApp
  folder: string
}

async function openOffice({ matters, days, files }: typeof twenty_years): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-places-'))
  const path = ownBookPath(folder)
  mkdirSync(dirname(path), { recursive: true })
  const store = createFileStore(ownFilesFolder(folder))
  const { digest, size } = await store.put({
    name: '评审表.txt',
    size: 3,
    source: { bytes: Buffer.from('abc') },
  })
  const book = await openTestBook({ today: bench_today, path })
  book.sqlite.pragma('synchronous = OFF')
  fillTwentyYears(book.sqlite, matters, days)
  fillFiles(book.sqlite, files, { digest, size })
  await book.close()
  const app = await launchApp({ folder, today: bench_today })
  await settle(app)
  return { app, folder }
}

/** Evidence of archived matters, the same few bytes under many names. */
function fillFiles(
  sqlite: Database,
  count: number,
  { digest, size }: { digest: string; size: number },
): void {
  sqlite.exec(`UPDATE open_change SET change_id = 1`)
  sqlite
    .prepare(
      `INSERT INTO files (digest_kind, digest, size, name, media, added_on)
       SELECT 'sha256', ?, ?, '评审表（' || e.id || '）.txt', 'text/plain', e.archived_on
       FROM archive_entries AS e ORDER BY e.id DESC LIMIT ?`,
    )
    .run(digest, size, count)
  sqlite.exec(`INSERT INTO archive_files (entry_id, serial, file_id, material)
    SELECT e.id, 1, f.id, '' FROM files AS f JOIN archive_entries AS e ON f.name = '评审表（' || e.id || '）.txt'`)
  sqlite.exec(`UPDATE open_change SET change_id = NULL`)
}

/** The day's backup is made and everything is indexed: the program has nothing more to do of itself. */
async function settle({ call, page }: LaunchedApp): Promise<void> {
  for (;;) {
    const { waiting } = await call('search.count', {})
    if (waiting === 0 && (await call('backups.list', {})).length > 0) return
    await page.waitForTimeout(500)
  }
}

/** Every place for the first time since the page was loaded: milliseconds from asking for it to its rows on the screen. */
async function paintAll({ app: { page } }: Office): Promise<number[]> {
  await leave(page)
  await page.reload()
  // The program loads its other screens once the first one stands.
  await page.waitForTimeout(4000)
  const times: number[] = []
  for (const place of places) {
    await leave(page)
    times.push(await paint(page, place))
  }
  return times
}

async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/settings'
  })
  await page.getByRole('main', { name: '设置' }).waitFor()
}

/** Until the last thing on the page has moved: rows may come after the head. */
function paint(page: Page, place: string): Promise<number> {
  return page.evaluate(async (hash) => {
    const still = 300
    let moved = 0
    const observer = new MutationObserver(() => {
      moved = performance.now()
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    const started = performance.now()
    window.location.hash = hash
    do await settled()
    while (moved === 0 || performance.now() - moved < still)
    observer.disconnect()
    return moved - started
  }, `#/${place}`)
}

/** Of all processes of the program, in MiB. */
function memoryOf({ app }: Office): Promise<number> {
  return app.app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  )
}

interface Tour {
  times: Map<string, { ours: number; theirs: number }>
  memory: { ours: number; theirs: number }
}

let toured: Promise<Tour> | undefined

/** Both figures come of one tour of both offices, in turns. */
function tour(): Promise<Tour> {
  toured ??= takeTour()
  return toured
}

async function takeTour(): Promise<Tour> {
  const [large, small] = [await openOffice(twenty_years), await openOffice(eight_weeks)]
  const times: Tour['times'] = new Map()
  try {
    const [ours, theirs]: [number[][], number[][]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await paintAll(large))
      theirs.push(await paintAll(small))
    }
    // The fastest of the rounds: other work of the machine only makes them slower.
    const fastestAt = (all: number[][], at: number) =>
      Math.min(...all.map((times) => times[at] ?? Number.NaN))
    for (const [at, place] of places.entries()) {
      times.set(place, { ours: fastestAt(ours, at), theirs: fastestAt(theirs, at) })
    }
    return { times, memory: { ours: await memoryOf(large), theirs: await memoryOf(small) } }
  } finally {
    for (const { app, folder } of [large, small]) {
      await app.close()
      rmSync(folder, { recursive: true })
    }
  }
}

/** The slowest place, by how much longer it takes with twenty years behind it. */
const painted: Figure = {
  name: 'places-paint',
  bound: 1.5,
  async measure() {
    const { times } = await tour()
    const lines = [...times].map(([place, { ours, theirs }]) => ({
      place,
      ours,
      theirs,
      ratio: ours / theirs,
    }))
    return {
      value: Math.max(...lines.map(({ ratio }) => ratio)),
      information: lines.map(
        ({ place, ours, theirs, ratio }) =>
          `${place}: ${ours.toFixed(0)} ms, with eight weeks ${theirs.toFixed(0)} ms (${ratio.toFixed(2)})`,
      ),
    }
  },
}

const kept_small: Figure = {
  name: 'places-memory',
  bound: 1.3,
  async measure() {
    const { ours, theirs } = (await tour()).memory
    return {
      value: ours / theirs,
      information: [`${ours.toFixed(0)} MiB after a tour, with eight weeks ${theirs.toFixed(0)} MiB`],
    }
  },
}

export const placesOfTwentyYears: readonly Figure[] = [painted, kept_small]

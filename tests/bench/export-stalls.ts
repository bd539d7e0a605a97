// 100,000 archived matters exported from the real app: neither the main process nor the page may stand still meanwhile.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LaunchedApp, launchApp } from '../helpers/launch-app.ts'
import { openTestBook } from '../helpers/open-test-book.ts'
import { partText } from '../helpers/unzip.ts'
import { type Stalls, stallMeasured, watchBoth } from './app-stalls.ts'
import type { Figure, Measured } from './figure.ts'
import { bench_today, fillTwentyYears } from './twenty-years.ts'

/** Some of them are still open, so that 100,000 at least are archived. */
const matters = 104_000
const least_rows = 100_000
const patience = 540_000

interface Exported extends Stalls {
  rows: number
}

let exported: Promise<Exported> | undefined

/** Both figures speak of the same export. */
function exportOnce(): Promise<Exported> {
  exported ??= exportArchive()
  return exported
}

async function exportArchive(): Promise<Exported> {
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-bench-'))
  const target = join(folder, 'exported')
  mkdirSync(join(folder, 'data'))
  mkdirSync(target)
  try {
    const book = await openTestBook({ today: bench_today, path: join(folder, 'data/duty-ledger.db') })
    fillTwentyYears(book.sqlite, matters)
    const rows = book.sqlite.prepare('SELECT count(*) FROM archive_entries').pluck().get() as number
    if (rows < least_rows) throw new Error(`Only ${rows} matters are archived`)
    await book.close()
    const app = await launchApp({ today: bench_today, folder })
    try {
      return { ...(await exportFrom(app, target, rows)), rows }
    } finally {
      await app.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** From the click to the word that it is saved, 体检 included, as the clerk does it. */
async function exportFrom(app: LaunchedApp, target: string, rows: number): Promise<Stalls> {
  const { page } = app
  await untilTheBookIsSeenTo(app)
  await app.saveInto(target)
  await page.evaluate(() => window.location.assign('#/reports'))
  const button = page.getByRole('button', { name: '导出办结归档清单' })
  await button.waitFor()
  const stalls = await watchBoth(app)
  await button.click()
  await page.getByText(`（${rows} 行）`).waitFor({ timeout: patience })
  const found = await stalls()
  assertWhole(target, rows)
  return found
}

/** The daily checks and the backup that follow the first screen are none of the export. */
async function untilTheBookIsSeenTo({ call }: LaunchedApp): Promise<void> {
  const until = Date.now() + patience
  while ((await call('backups.list', {})).length === 0) {
    if (Date.now() > until) throw new Error('The daily backup was not made')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function assertWhole(target: string, rows: number): void {
  const [name = ''] = readdirSync(target)
  const sheet = partText(readFileSync(join(target, name)), 'xl/worksheets/sheet1.xml')
  // Title, 填报单位, column heads and signatures.
  const found = (sheet.match(/<row /g)?.length ?? 0) - 4
  if (found !== rows) throw new Error(`${name} has ${found} rows instead of ${rows}`)
}

async function stallOf(side: keyof Stalls, who: string): Promise<Measured> {
  const { rows, ...stalls } = await exportOnce()
  return stallMeasured(stalls[side], who, rows)
}

export const exportStalls: readonly Figure[] = [
  { name: 'app-export-stall', bound: 1, measure: () => stallOf('main', 'the main process') },
  { name: 'app-export-page-stall', bound: 1, measure: () => stallOf('page', 'the page') },
]

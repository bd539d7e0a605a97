// Ledgers written by XlsxWriter's measure and read by openpyxl's: pairs in turn, CPU of whole processes with their start.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, type Measured, medianOf } from './figure.ts'
import { all_rows, ledgerGround, type Run, runOurs, runPeer } from './ledger-ground.ts'

const longest_stall = 100

interface Pairs {
  ours: Run[]
  theirs: Run[]
}

async function inPairs(count: number, ours: () => Promise<Run>, theirs: () => Promise<Run>): Promise<Pairs> {
  const pairs: Pairs = { ours: [], theirs: [] }
  for (let pair = 0; pair < count; pair += 1) {
    pairs.ours.push(await ours())
    pairs.theirs.push(await theirs())
  }
  return pairs
}

function cpuRatio({ ours, theirs }: Pairs, peer: string): Measured {
  const ratios = ours.map(({ cpu_seconds }, at) => cpu_seconds / (theirs[at]?.cpu_seconds ?? Number.NaN))
  const seconds = (runs: readonly Run[]) => medianOf(runs.map(({ cpu_seconds }) => cpu_seconds)).toFixed(2)
  return {
    value: medianOf(ratios),
    information: [
      `${seconds(ours)} s of CPU over ${seconds(theirs)} s of ${peer} (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`,
    ],
  }
}

interface Exported {
  bytes: number
  stall: number
  peak_mib: number
}

const exportedBy = ({ answer }: Run): Exported => JSON.parse(answer)

async function exportOurs(rows: number): Promise<Run> {
  const { folder, book } = await ledgerGround()
  return await runOurs('export-ledger', book, join(folder, 'ours.xlsx'), String(rows))
}

async function exportTheirs(rows: number): Promise<Run> {
  const { folder, book } = await ledgerGround()
  return await runPeer('export-with-xlsxwriter', book, join(folder, `theirs-${rows}.xlsx`), String(rows))
}

const hundredThousand = once(() =>
  inPairs(
    3,
    () => exportOurs(all_rows),
    () => exportTheirs(all_rows),
  ),
)
const fiftyThousand = once(async () => [
  await exportOurs(50_000),
  await exportOurs(50_000),
  await exportOurs(50_000),
])

const peakOf = (runs: readonly Run[]) => medianOf(runs.map((run) => exportedBy(run).peak_mib))

interface ReadBack {
  stall: number
  wrong: number
}

/** A file by XlsxWriter, as strangers' files are: with shared texts. */
const strangersFile = once(async () => {
  const { folder } = await ledgerGround()
  await exportTheirs(10_000)
  return join(folder, 'theirs-10000.xlsx')
})

async function readOurs(way: 'alone' | 'apart', ...judge: string[]): Promise<Run> {
  return await runOurs('read-ledger', await strangersFile(), '10000', way, ...judge)
}

const readTheirs = async () => runPeer('read-with-openpyxl', await strangersFile(), '10000')

/** Through the Excel process, as the app reads. */
const readApart = once(() => inPairs(5, () => readOurs('apart'), readTheirs))

function stallOf(runs: readonly Run[]): Measured {
  const stalls = runs.map(({ answer }) => (JSON.parse(answer) as { stall: number }).stall)
  return {
    value: medianOf(stalls) / longest_stall,
    information: [
      `longest stall of the main process in each run: ${stalls.map((ms) => ms.toFixed(0)).join(' ')} ms`,
    ],
  }
}

export const largeWorkbooks: readonly Figure[] = [
  {
    name: 'export-100000-rows',
    bound: 0.45,
    measure: async () => cpuRatio(await hundredThousand(), 'XlsxWriter'),
  },
  {
    name: 'export-10000-rows',
    bound: 1,
    measure: async () =>
      cpuRatio(
        await inPairs(
          5,
          () => exportOurs(10_000),
          () => exportTheirs(10_000),
        ),
        'XlsxWriter',
      ),
  },
  {
    name: 'export-memory',
    bound: 1,
    async measure() {
      const peak = peakOf((await hundredThousand()).ours)
      return { value: peak / 300, information: [`the Excel process held ${peak} MiB of 300 at most`] }
    },
  },
  {
    name: 'export-memory-growth',
    bound: 1.2,
    async measure() {
      const [large, small] = [peakOf((await hundredThousand()).ours), peakOf(await fiftyThousand())]
      return { value: large / small, information: [`${large} MiB at 100,000 rows over ${small} at 50,000`] }
    },
  },
  {
    name: 'export-file-size',
    bound: 1.2,
    async measure() {
      const { ours } = await hundredThousand()
      const { folder } = await ledgerGround()
      const theirs = statSync(join(folder, `theirs-${all_rows}.xlsx`)).size
      const bytes = medianOf(ours.map((run) => exportedBy(run).bytes))
      return { value: bytes / theirs, information: [`${bytes} bytes over ${theirs} of XlsxWriter`] }
    },
  },
  {
    name: 'export-stall',
    bound: 1,
    measure: async () => stallOf((await hundredThousand()).ours),
  },
  {
    name: 'read-10000-rows',
    bound: 1,
    async measure() {
      const alone = cpuRatio(await inPairs(5, () => readOurs('alone'), readTheirs), 'openpyxl')
      const apart = cpuRatio(await readApart(), 'openpyxl')
      return {
        value: alone.value,
        information: [
          ...alone.information,
          `through the Excel process, both processes counted: ${apart.value.toFixed(2)}, ${apart.information}`,
        ],
      }
    },
  },
  {
    name: 'read-wrong-cells',
    bound: 0,
    async measure() {
      const { wrong } = JSON.parse((await readOurs('apart', String(all_rows))).answer) as ReadBack
      return { value: wrong, information: ['of 140000'] }
    },
  },
  {
    name: 'read-stall',
    bound: 1,
    measure: async () => stallOf((await readApart()).ours),
  },
]

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined
  return () => {
    done ??= work()
    return done
  }
}

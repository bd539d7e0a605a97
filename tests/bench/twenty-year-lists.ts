// Lists, statistics and the start at full size: twenty years, 300,000 matters, a million rows of the trail.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../src-main/database/tables.ts'
import { countMatters } from '../../src-main/statistics/count-matters.ts'
import { checkWeek } from '../../src-main/weekly/check-week.ts'
import { dueMatters } from '../../src-main/weekly/due-matters.ts'
import { weekRules } from '../../src-main/weekly/rules.ts'
import { weekSheet } from '../../src-main/weekly/week-sheet.ts'
import { addDays } from '../../src-shared/dates.ts'
import { StatisticsQuestion } from '../../src-shared/statistics.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { type Figure, medianOf } from './figure.ts'
import { overBareSql, type Question } from './lists.ts'
import { appOn, fillWithSampleYear, inMilliseconds, type Start, startOnce } from './start-up.ts'
import { bench_today, openTwentyYears } from './twenty-years.ts'

const rounds = 150

function listAtFullSize(name: string, question: Question): Figure {
  return {
    name,
    bound: 1.5,
    measure: async () => overBareSql(await openTwentyYears(), question, rounds),
  }
}

const weekList: Question = (db) =>
  weekSheet(db, bench_today, { week_monday: mondayOf(bench_today), group_id: null })
const overdue: Question = async (db) =>
  dueMatters(db, await weekRules(db, bench_today), null, addDays(bench_today, -1))

/** What is asked most: a year by person, all years one after the other, this quarter by category. */
const questions = [
  { by: 'staff', kind: 'year' },
  { by: 'time', kind: 'year' },
  { by: 'category', kind: 'quarter' },
] as const

/** The same counts from the matters and their weeks themselves: each once, in one GROUP BY. */
function directly(db: Db, { by }: (typeof questions)[number]): Promise<unknown> {
  const key = { staff: sql`staff_id`, category: sql`category_id`, time: sql`substr(entered, 1, 4)` }[by]
  const [first, last] = ['2026-01-05', '2026-11-16']
  return sql`SELECT ${key} AS key, sum(entered < ${first} AND (closed IS NULL OR closed >= ${first})) AS carried_in,
      sum(entered >= ${first} AND is_planned) AS planned, sum(entered >= ${first} AND NOT is_planned) AS unplanned,
      sum(closed >= ${first} AND closed_as = 'finished') AS finished, sum(closed >= ${first} AND is_late) AS late,
      sum(closed >= ${first} AND closed_as = 'withdrawn') AS withdrawn,
      sum(closed IS NULL AND lapsed <= ${last}) AS overdue_open
    FROM matter_spans WHERE entered <= ${last} GROUP BY 1`.execute(db)
}

const statistics: Figure = {
  name: 'twenty-years-statistics',
  bound: 1 / 4,
  async measure() {
    const { db } = await openTwentyYears()
    const asked: { words: string; ours: number; direct: number }[] = []
    for (const question of questions) {
      const { by, kind } = question
      const period = { kind, monday: mondayOf(bench_today) }
      const parsed = StatisticsQuestion.parse({ by, period })
      const ours = await medianTime(5, () => countMatters(db, bench_today, parsed))
      const direct = await medianTime(3, () => directly(db, question))
      asked.push({ words: `${by} ${kind}`, ours, direct })
    }
    return {
      value: Math.max(...asked.map(({ ours, direct }) => ours / direct)),
      information: asked.map(
        ({ words, ours, direct }) =>
          `${words}: ${ours.toFixed(1)} ms, direct GROUP BY ${direct.toFixed(0)} ms`,
      ),
    }
  },
}

async function medianTime(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < times; round += 1) {
    const from = performance.now()
    await work()
    taken.push(performance.now() - from)
  }
  return medianOf(taken)
}

const pairs = 5
let started: Promise<{ large: Start[]; sample: Start[] }> | undefined

/** The app on twenty years and on the sample year, in turns. */
function startBoth() {
  started ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-bench-'))
    const [large, sample] = [join(folder, 'large'), join(folder, 'sample')]
    await writeBook(large)
    await fillWithSampleYear(sample)
    const starts: { large: Start[]; sample: Start[] } = { large: [], sample: [] }
    for (const each of [large, sample]) await startOnce(appOn(each))
    for (let pair = 0; pair < pairs; pair += 1) {
      starts.sample.push(await startOnce(appOn(sample)))
      starts.large.push(await startOnce(appOn(large)))
    }
    rmSync(folder, { recursive: true })
    return starts
  })()
  return started
}

/** The book as the clerk's own in a data folder. */
async function writeBook(folder: string): Promise<void> {
  const { sqlite } = await openTwentyYears()
  mkdirSync(join(folder, 'data'), { recursive: true })
  sqlite.prepare('VACUUM INTO ?').run(join(folder, 'data', 'duty-ledger.db'))
}

function startFigure(
  name: string,
  of: (start: Start) => number,
  words: (all: readonly number[]) => string,
): Figure {
  return {
    name,
    bound: 1.3,
    async measure() {
      const { large, sample } = await startBoth()
      const [ours, theirs] = [large.map(of), sample.map(of)]
      return {
        value: medianOf(ours) / medianOf(theirs),
        information: [`${words(ours)} with twenty years, ${words(theirs)} with the sample year`],
      }
    },
  }
}

export const twentyYears: readonly Figure[] = [
  listAtFullSize('twenty-years-week-list', weekList),
  listAtFullSize('twenty-years-overdue', overdue),
  listAtFullSize('twenty-years-closing', (db) => checkWeek(db, bench_today, mondayOf(bench_today))),
  statistics,
  startFigure('twenty-years-start', ({ usable_after }) => usable_after, inMilliseconds),
  startFigure(
    'twenty-years-memory',
    ({ memory }) => memory,
    (all) => `${medianOf(all).toFixed(0)} MiB`,
  ),
]

// The sample year: the life of an invented department, laid around today in a fresh book.
import type { Clock } from '../clock.ts'
import { makeChange } from '../database/change.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { closePastWeeks } from './close-past-weeks.ts'
import { presentLife, roleOfCarried, roleOfPlanned, rolesOfThisWeek } from './present-life.ts'
import { type SampleCalendar, sampleCalendar, seasonOf } from './sample-calendar.ts'
import { type Life, pastLife } from './sample-life.ts'
import type { SampleMatter, SampleYear } from './sample-year.ts'
import { writeAbsences } from './write-absences.ts'
import { writeArchive } from './write-archive.ts'
import { writeDuties, writePeople } from './write-department.ts'
import { writeMatters } from './write-matters.ts'
import { writeMeasures } from './write-measures.ts'
import { writePosts } from './write-posts.ts'
import { reportRows, writeReports, writeReturns } from './write-reports.ts'
import { writeRoutines } from './write-routines.ts'
import { writeTracked } from './write-tracked.ts'

/** `book` has what every book begins with (createBook) and nothing else. */
export async function fillSample(book: OpenDatabase, clock: Clock): Promise<void> {
  const year = await readSampleYear()
  const holidays = await holidayTable(book.db)
  const calendar = sampleCalendar(clock.today(), holidays)
  const { past, present } = livesOf(year, calendar)
  const step = <T>(work: Parameters<typeof makeChange<T>>[3]) =>
    makeChange(book, clock, { method: 'book.enterSample' }, work)

  const people = await step((change) => writePeople(change, year, calendar))
  const ids = await step((change) => writeDuties(change, year, calendar, people))
  await step((change) => writeMeasures(change, ids.duties))
  await step(async (change) => {
    await writeMatters(change, year, ids, past)
    change.describe(`载入示例年度：上周以前列入的 ${past.length} 项事项`)
  })
  await step(async (change) => {
    await writeMatters(change, year, ids, present)
    await writeReports(change, reportRows(year, calendar, ids, [...past, ...present]))
    await writeReturns(change, calendar, year, ids)
    change.describe(`载入示例年度：本周和下周的 ${present.length} 项事项，各周的周报`)
  })
  await step(writeTracked)
  await closePastWeeks(book, calendar)
  await step((change) => writePosts(change, year, calendar, ids))
  await step((change) => writeAbsences(change, calendar, ids))
  await step((change) => writeRoutines(change, year, ids, holidays))
  await step((change) => writeArchive(change, calendar))
}

/** Its own chunk of the bundle: start-up does not read it. */
async function readSampleYear(): Promise<SampleYear> {
  const { default: year } = await import('../../samples/sample-year.json', { with: { type: 'json' } })
  return year as SampleYear
}

/** `past` began in earlier weeks, done or not; `present` in this one or the next. */
function livesOf(year: SampleYear, calendar: SampleCalendar): { past: Life[]; present: Life[] } {
  const mattersOf = (monday: string) => year.weeks[seasonOf(monday)]?.matters ?? []
  const past: Life[] = []
  const carried: { matter: SampleMatter; monday: string }[] = []
  for (const monday of calendar.past) {
    for (const matter of mattersOf(monday)) {
      const life = pastLife(matter, monday, calendar, year)
      const is_left_over = matter.late_reason !== undefined && monday === calendar.past.at(-1)
      if (life === null || is_left_over) carried.push({ matter, monday })
      else past.push(life)
    }
  }
  const { this_monday, next_monday } = calendar
  const live = (matter: SampleMatter, monday: string, role: Parameters<typeof presentLife>[2]) =>
    presentLife(matter, monday, role, calendar, year)
  const late_first = carried.toSorted(
    (one, two) => Number(two.matter.late_reason !== undefined) - Number(one.matter.late_reason !== undefined),
  )
  past.push(...late_first.map(({ matter, monday }, turn) => live(matter, monday, roleOfCarried(turn))))
  const here = mattersOf(this_monday)
  const roles = rolesOfThisWeek(here)
  const planned = mattersOf(next_monday).filter(({ came_up }) => came_up === undefined)
  return {
    past,
    present: [
      ...here.flatMap((matter, turn) => {
        const role = roles[turn]
        return role ? [live(matter, this_monday, role)] : []
      }),
      ...planned.map((matter, turn) => live(matter, next_monday, roleOfPlanned(turn))),
    ],
  }
}

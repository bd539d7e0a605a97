import { yearOf } from '../../src-shared/dates.ts'
import { weekOf } from '../../src-shared/week.ts'
import type { Change } from '../database/change.ts'
import { takeMatterNumbers } from '../numbers/take-number.ts'
import { fillWords } from './fill-words.ts'
import type { Life, Signers } from './sample-life.ts'
import type { SampleDuty, SampleYear } from './sample-year.ts'
import { type SampleIds, there, whoDoes } from './write-department.ts'
import { writeAmounts } from './write-measures.ts'

const batch = 500

/** Writes them in the order of the day they were listed on, which is the order of their numbers. */
export async function writeMatters(
  change: Change,
  year: SampleYear,
  ids: SampleIds,
  lives: readonly Life[],
): Promise<void> {
  const matters = lives
    .toSorted((one, two) => compare(one.listed_on, two.listed_on) || compare(one.monday, two.monday))
    .map((life) => ({ life, duty: dutyOf(life, year) }))
  const numbers = await takeMatterNumbers(
    change,
    matters.map(({ life, duty }) => ({ year: weekOf(life.monday).week_year, category_code: duty.category })),
  )
  const rows = matters.map(({ life, duty }, at) => matterRow(life, duty, numbers[at] ?? '', year, ids))
  const matter_ids: number[] = []
  await inBatches(rows, async (some) => {
    const inserted = await change.db.insertInto('matters').values(some).returning('id').execute()
    matter_ids.push(...inserted.map(({ id }) => id))
  })
  const placed = matters.map((matter, at) => ({ ...matter, matter_id: matter_ids[at] ?? 0 }))
  await writeLines(change, placed)
  await inBatches(
    placed.flatMap(({ life, duty, matter_id }) =>
      life.events.map((event) => {
        const by_name = event.kind === 'sign_off_asked' ? whoDoes(life, duty, ids) : event.by_name
        return { ...event, by_name, matter_id }
      }),
    ),
    (some) => change.db.insertInto('matter_events').values(some).execute(),
  )
  await inBatches(defectsOf(placed, year), (some) =>
    change.db.insertInto('matter_defects').values(some).execute(),
  )
  await writeKept(change, placed)
  await archive(change, placed, year)
}

/** What signed off matters tell in figures, and where the paper of some of them lies. */
async function writeKept(change: Change, placed: readonly Placed[]): Promise<void> {
  const finished = placed.filter(({ life }) => life.signed_off_on !== null && life.missing === undefined)
  const told = finished.map(({ life: { matter }, matter_id }) => ({ matter_id, ...matter }))
  await inBatches(told, (some) => writeAmounts(change, some))
  const papers = finished.flatMap(({ life, duty, matter_id }, at) => {
    const day = life.signed_off_on
    if (day === null || at % 4 !== 0) return []
    return [{ matter_id, place: `${duty.group}柜·${yearOf(day)}年第${weekOf(day).week}周` }]
  })
  await inBatches(papers, (some) => change.db.insertInto('matter_papers').values(some).execute())
}

function defectsOf(placed: readonly Placed[], { signer_name }: Signers) {
  return placed.flatMap(({ life: { missing, signed_off_on }, matter_id }) => {
    if (missing === undefined || signed_off_on === null) return []
    const open = { cured_on: null, cured_by: '', cure: '' }
    return [{ ...open, matter_id, missing, noted_on: signed_off_on, noted_by: signer_name }]
  })
}

interface Placed {
  life: Life
  duty: SampleDuty
  matter_id: number
}

/** ISO dates; code units put them in order. */
function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function dutyOf(life: Life, year: SampleYear): SampleDuty {
  const duty = year.duties[life.matter.duty]
  if (!duty) throw new Error(`the sample has no duty ${life.matter.duty}`)
  return duty
}

/** Archived ones are written as signed off first: the database lets nothing be said of an archived matter. */
function matterRow(life: Life, duty: SampleDuty, number: string, year: SampleYear, ids: SampleIds) {
  const { matter, monday, listed_on, original_due_on, due_on, state, finished_on, signed_off_on } = life
  const is_finished = life.lines.some(({ week_state }) => week_state === 'done')
  return {
    number,
    title: fillWords(matter.title, monday),
    detail: matter.came_up === undefined ? duty.standard : '',
    category_id: there(ids.categories, duty.category),
    group_id: there(ids.groups, duty.group),
    staff_id: there(ids.people, whoDoes(life, duty, ids)),
    duty_id: ids.duties[matter.duty] ?? null,
    helpers: matter.helpers,
    leader: year.groups.find(({ code }) => code === duty.group)?.leader ?? '',
    source: matter.source,
    listed_on,
    original_due_on,
    due_on,
    due_text: '',
    state: state === 'archived' ? ('signed_off' as const) : state,
    finished_on,
    signed_off_on,
    signed_off_by: signed_off_on === null ? '' : year.signer_name,
    evidence: is_finished ? matter.evidence : '',
    remark: '',
  }
}

async function writeLines(change: Change, placed: readonly Placed[]): Promise<void> {
  const places = new Map<string, number>()
  const lines = placed.flatMap(({ life, matter_id }) =>
    life.lines.map((line) => {
      const sort_order = (places.get(line.week_monday) ?? 0) + 1
      places.set(line.week_monday, sort_order)
      return { ...line, matter_id, sort_order, progress: fillWords(line.progress, life.monday) }
    }),
  )
  await inBatches(lines, (some) => change.db.insertInto('matter_weeks').values(some).execute())
}

/** In the order of the days: the archive shows its newest entry first. Later than the sign-off it is the clerk's work. */
async function archive(change: Change, placed: readonly Placed[], by: Signers): Promise<void> {
  const class_of = await classesByCategory(change)
  const archived = placed
    .flatMap(({ life, duty, matter_id }) => {
      const { archived_on, signed_off_on, matter } = life
      if (archived_on === null) return []
      const archived_by = archived_on === signed_off_on ? by.signer_name : by.clerk_name
      const location = `${duty.group}柜·${yearOf(archived_on)}年第${weekOf(archived_on).week}周`
      return [
        {
          ...{ matter_id, archived_on, archived_by, location, materials: matter.evidence, remark: '' },
          ...(class_of.get(duty.category) ?? { class_id: null, retention: 'D10' as const }),
        },
      ]
    })
    .sort((one, two) => compare(one.archived_on, two.archived_on))
  await inBatches(archived, async (some) => {
    await change.db.insertInto('archive_entries').values(some).execute()
    const ids = some.map(({ matter_id }) => matter_id)
    await change.db.updateTable('matters').set({ state: 'archived' }).where('id', 'in', ids).execute()
  })
}

/** The first class of each category, as archiving offers it. */
async function classesByCategory(change: Change) {
  const rows = await change.db
    .selectFrom('archive_classes as a')
    .innerJoin('categories as c', 'c.id', 'a.category_id')
    .select(['c.code', 'a.id as class_id', 'a.retention'])
    .orderBy('a.sort_order', 'desc')
    .execute()
  return new Map(rows.map(({ code, class_id, retention }) => [code, { class_id, retention }]))
}

async function inBatches<Row>(rows: readonly Row[], write: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) await write(rows.slice(at, at + batch))
}

// Spreads the matters of the duties over the seasons of a year and gives each its fate.
import type { SampleMatter, SamplePerson, SampleWeek } from '../../src-main/sample/sample-year.ts'
import { giveFate, type PlainMatter } from './fates.ts'
import { type Random, randomFrom } from './random.ts'
import { type DutySource, type MatterSource, seasonOf } from './read-duties.ts'
import { readWordLists } from './word-lists.ts'

interface Occurrence {
  duty: number
  source: MatterSource
  season: string
  /** Which time of the year it is for this line, from 0. */
  turn: number
}

/** A fifth week has no fixed work of its own; it gets so much of what comes up at no fixed time. */
const least_in_fifth_week = 15

const activity = /^(召开|组织|举办|开展|承办|保障|策划|走访|到|迎接|监督)/

const seasons = Array.from({ length: 12 }, (_, month) =>
  [1, 2, 3, 4, 5].map((week) => seasonOf(month + 1, week)),
).flat()

export function yearOfMatters(
  duties: readonly DutySource[],
  people: readonly SamplePerson[],
): Record<string, SampleWeek> {
  const random = randomFrom(20261116)
  const occurrences = placeOccurrences(duties, random)
  return Object.fromEntries(
    seasons.map((season) => {
      const here = occurrences.filter((one) => one.season === season).sort((one, two) => one.duty - two.duty)
      return [season, { missing: missingPeople(people, random), matters: mattersOf(here, duties, random) }]
    }),
  )
}

function placeOccurrences(duties: readonly DutySource[], random: Random): Occurrence[] {
  const lines = duties.flatMap((duty, at) => duty.matters.map((source) => ({ duty: at, source })))
  const placed: Occurrence[] = lines.flatMap(({ duty, source }) =>
    source.seasons.map((season, turn) => ({ duty, source, season, turn })),
  )
  const count = (season: string) => placed.filter((one) => one.season === season).length
  const countIrregular = (season: string) =>
    placed.filter((one) => one.season === season && one.source.times > 0).length
  const regular = seasons.filter((season) => !season.endsWith('-5'))
  const irregular = lines.filter(({ source }) => source.times > 0)
  for (const line of irregular) {
    const used = new Set<string>()
    for (let turn = 0; turn < line.source.times; turn++) {
      const free = regular.filter((season) => !used.has(season))
      const quietest = free.sort((one, two) => countIrregular(one) - countIrregular(two)).slice(0, 8)
      const season = random.pick(quietest)
      used.add(season)
      placed.push({ ...line, season, turn })
    }
  }
  let next = 0
  for (const season of seasons.filter((one) => one.endsWith('-5'))) {
    while (count(season) < least_in_fifth_week) {
      const line = irregular[next++ % irregular.length]
      if (line) placed.push({ ...line, season, turn: next })
    }
  }
  return placed
}

function mattersOf(
  here: readonly Occurrence[],
  duties: readonly DutySource[],
  random: Random,
): SampleMatter[] {
  const phrases = readWordLists('phrases.txt')
  const plain = here.map((one): PlainMatter => {
    const duty = duties[one.duty]
    if (!duty) throw new Error(`no duty ${one.duty}`)
    const { source } = one
    const words = (text: string) => fillWords(text, one, random)
    const others = duty.b.filter((name) => name !== source.staff && name !== '秦保国')
    const came_up = source.seasons.length === 0 && random.chance(0.8) ? random.between(0, 2) : null
    return {
      duty: one.duty,
      title: words(source.title),
      ...(source.staff === null ? {} : { staff: source.staff }),
      helpers: others.length > 0 && random.chance(0.45) ? random.pick(others) : '',
      source: random.pick(phrases(came_up === null ? '来源计划' : '来源计划外')),
      came_up,
      weeks: source.weeks,
      day: source.day,
      is_often: source.seasons.length > 12,
      doing: random.pick(phrases(progressOf(source.title))),
      done: words(source.done),
      evidence: source.evidence,
    }
  })
  return plain.map((matter, at) => giveFate(matter, at, plain, phrases, random))
}

function progressOf(title: string): string {
  if (title.includes('按编号登记')) return '进展线索'
  return activity.test(title) ? '进展活动' : '进展办件'
}

/** Fills `{12-18}` with a number and `{题:讲堂}` with a topic; what depends on the date stays for later. */
function fillWords(text: string, one: Occurrence, random: Random): string {
  const topics = readWordLists('topics.txt')
  const month = Number(one.season.slice(0, 2))
  return text
    .replaceAll(/\{(\d+)-(\d+)\}/g, (_, from, to) => String(random.between(Number(from), Number(to))))
    .replaceAll(/\{题:([^}]+)\}/g, (_, name) => {
      const list = topics(name)
      const turn = list.length === 12 ? month - 1 : one.turn
      return list[turn % list.length] ?? ''
    })
}

/** One week in four somebody hands in nothing, the leaders and the clerk herself aside. */
function missingPeople(people: readonly SamplePerson[], random: Random): string[] {
  const staff = people.filter((person) => !person.last_day && !/处长|内勤/.test(person.post))
  return random.chance(0.25) ? [random.pick(staff).name] : []
}

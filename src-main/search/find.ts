// The search box (Ctrl+K): people, duties, matters, archive entries, 件 and files by any piece of text, number or pinyin.
import { type Hit, SearchFilter } from '../../src-shared/search.ts'
import { open_states } from '../../src-shared/weekly.ts'
import { matchOf } from '../database/search-tokens.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { getSettings } from '../settings/settings.ts'
import { filesFound, itemsFound } from './found-rows.ts'
import { archiveHit, dutyHit, matterHit, rowHit, staffHit } from './hits.ts'
import { loadPinyin } from './pinyin.ts'
import { answering, type Question, readQuestion } from './question.ts'
import { readFilter } from './read-filter.ts'
import {
  foundArchive,
  foundDuties,
  foundMatters,
  newestWeeks,
  openMattersOf,
  type SearchableMatter,
  type SearchablePerson,
  searchableStaff,
} from './search-rows.ts'

const most_hits = 8

/**
 * People first, each followed by her open matters, then duties, other matters, the archive and files; at most 8 of each.
 * What holds the text itself comes before what only sounds like it.
 */
export async function findEverywhere(db: Db, today: string, text: string): Promise<Hit[]> {
  const question = readQuestion(text)
  if (question.words.length === 0) return []
  const people = await findPeople(db, question)
  const hers = await openMattersOf(
    db,
    people.map((person) => person.id),
  )
  const inOrder = people.flatMap((person) => hers.filter((matter) => matter.staff_id === person.id))
  const duties = await findIndexed(db, question, foundDuties)
  const archive = await findIndexed(db, question, foundArchive)
  const matters = await findIndexed(db, question, foundMatters, inOrder)
  const read = await readFilter(db, SearchFilter.parse({ text }))
  const wanted = { read, after_id: 0, most: most_hits }
  const matter_hits = await hitsOfMatters(db, today, matters)
  return [
    ...people.flatMap((person) => [staffHit(person, today), ...matter_hits.ofPerson(person)]),
    ...duties.map(dutyHit),
    ...matter_hits.ofOthers(people),
    ...archive.map(archiveHit),
    ...(await itemsFound(db, wanted)).map(rowHit),
    ...(await filesFound(db, wanted)).map(rowHit),
  ]
}

/** People are few: they are looked through one by one, their names read syllable by syllable. */
async function findPeople(db: Db, question: Question): Promise<SearchablePerson[]> {
  const pinyin = question.letters === null ? null : await loadPinyin()
  const found = answering(await searchableStaff(db), question, pinyin, (person) => ({
    texts: [person.name, person.former_names, person.staff_code, person.phone, person.post],
    name: person.name,
  }))
  return [...found.by_text, ...found.by_sound].slice(0, most_hits)
}

/** The first 8 of what is so numbered, then that hold the text, then of `between`, then of what sounds like it. */
async function findIndexed<Row extends { id: number }>(
  db: Db,
  { words, letters, numbers }: Question,
  foundRows: (db: Db, match: string, most: number) => Promise<Row[]>,
  between: readonly Row[] = [],
): Promise<Row[]> {
  const by_number: Row[] = []
  for (const number of numbers)
    by_number.push(...(await foundRows(db, matchOf('words', [number]), most_hits)))
  const by_text = await foundRows(db, matchOf('words', words), most_hits)
  const can_sound = letters !== null && letters.length > 1
  const by_sound = can_sound ? await foundRows(db, matchOf('initials', [letters]), most_hits) : []
  const all = new Map([...by_number, ...by_text, ...between, ...by_sound].map((row) => [row.id, row]))
  return [...all.values()].slice(0, most_hits)
}

function isOpenOf(person: SearchablePerson, matter: SearchableMatter): boolean {
  return matter.staff_id === person.id && open_states.includes(matter.state)
}

async function hitsOfMatters(db: Db, today: string, matters: readonly SearchableMatter[]) {
  const weeks = await newestWeeks(
    db,
    matters.map((matter) => matter.id),
  )
  const lighting = { today, holidays: await holidayTable(db), settings: await getSettings(db) }
  const hitsWhere = (test: (matter: SearchableMatter) => boolean) =>
    matters.filter(test).map((matter) => matterHit(matter, weeks.get(matter.id), lighting))
  return {
    ofPerson: (person: SearchablePerson) => hitsWhere((matter) => isOpenOf(person, matter)),
    ofOthers: (people: readonly SearchablePerson[]) =>
      hitsWhere((matter) => !people.some((person) => isOpenOf(person, matter))),
  }
}

// The search box (Ctrl+K): staff, duties, matters and archive entries by any piece of text, number or pinyin.
import type { Hit } from '../../src-shared/search.ts'
import { open_states } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { getSettings } from '../settings/settings.ts'
import { archiveHit, dutyHit, matterHit, staffHit } from './hits.ts'
import { loadPinyin } from './pinyin.ts'
import { answering, readQuestion } from './question.ts'
import {
  newestWeeks,
  type SearchableMatter,
  type SearchablePerson,
  searchableArchive,
  searchableDuties,
  searchableMatters,
  searchableStaff,
} from './search-rows.ts'

const most_hits = 8

/**
 * People first, each followed by her open matters, then duties, other matters and the archive; at most 8 of each.
 * What holds the text itself comes before what only sounds like it.
 */
export async function findEverywhere(db: Db, today: string, text: string): Promise<Hit[]> {
  const question = readQuestion(text)
  if (question.words.length === 0) return []
  const pinyin = question.letters === null ? null : await loadPinyin()

  const people = answering(await searchableStaff(db), question, pinyin, (person) => ({
    texts: [person.name, person.former_names, person.staff_code, person.phone, person.post],
    name: person.name,
  }))
  const duties = answering(await searchableDuties(db), question, pinyin, (duty) => ({
    texts: [duty.number, duty.content, duty.due_rule, duty.basis, duty.output, duty.remark],
    sentence: duty.content,
  }))
  const all_matters = await searchableMatters(db)
  const matters = answering(all_matters, question, pinyin, (matter) => ({
    texts: [matter.number, matter.title, matter.detail, matter.source, matter.helpers],
    sentence: matter.title,
  }))
  const archive = answering(await searchableArchive(db), question, pinyin, (entry) => ({
    texts: [entry.number, entry.title, entry.detail, entry.location, entry.materials],
    sentence: entry.title,
  }))

  const found_people = first(people.by_text, people.by_sound)
  const hers = found_people.flatMap((person) => all_matters.filter((matter) => isOpenOf(person, matter)))
  const matter_hits = await hitsOfMatters(db, today, first(matters.by_text, hers, matters.by_sound))
  return [
    ...found_people.flatMap((person) => [staffHit(person, today), ...matter_hits.ofPerson(person)]),
    ...first(duties.by_text, duties.by_sound).map(dutyHit),
    ...matter_hits.ofOthers(found_people),
    ...first(archive.by_text, archive.by_sound).map(archiveHit),
  ]
}

/** The first 8 of the lists, one after the other; a row in two of them counts once. */
function first<Row>(...lists: readonly (readonly Row[])[]): Row[] {
  return [...new Set(lists.flat())].slice(0, most_hits)
}

function isOpenOf(person: SearchablePerson, matter: SearchableMatter): boolean {
  return matter.staff_id === person.id && open_states.includes(matter.state)
}

async function hitsOfMatters(db: Db, today: string, matters: readonly SearchableMatter[]) {
  const weeks = await newestWeeks(
    db,
    matters.map((matter) => matter.id),
  )
  const { amber_days } = await getSettings(db)
  const lighting = { today, holidays: await holidayTable(db), amber_days }
  const hitsWhere = (test: (matter: SearchableMatter) => boolean) =>
    matters.filter(test).map((matter) => matterHit(matter, weeks.get(matter.id), lighting))
  return {
    ofPerson: (person: SearchablePerson) => hitsWhere((matter) => isOpenOf(person, matter)),
    ofOthers: (people: readonly SearchablePerson[]) =>
      hitsWhere((matter) => !people.some((person) => isOpenOf(person, matter))),
  }
}

import type { ImportContext, Offer, Places } from '../imports/import-sheet.ts'
import type { Outcome, WeekRow } from './read-week-row.ts'
import type { Around } from './wanted-matter.ts'
import type { KnownMatter } from './week-book.ts'

export interface PersonOfRow {
  staff_id: number | null
  name: string
  group_id: number | null
  /** Further names of the cell, and collective ones such as 全体. */
  helpers: string[]
}

const nobody: PersonOfRow = { staff_id: null, name: '', group_id: null, helpers: [] }

/** The first name is who answers for the row; one that is not on the roster makes the row wrong. */
export function readPerson(row: WeekRow, context: ImportContext, outcome: Outcome): PersonOfRow {
  const [first, ...others] = row.names('person')
  if (first === undefined)
    return row.hasColumn('person') ? withoutPerson(row, outcome) : personOfSheet(context)
  const group = context.groups.find(row.text('group'))
  const found = context.people.find(first.name, group?.id ?? null)
  const helpers = others.map(({ name }) => name)
  if (found.state === 'found') {
    const { id, name, group_id } = found.person
    if (found.former !== '') {
      const offer = { found: first.name, instead: name }
      outcome.issues.push(row.issue('person', 'warning', found.former, undefined, offer))
    }
    if (helpers.length > 0) {
      const why = `这里有 ${helpers.length + 1} 个名字：“${name}”作责任人，“${helpers.join('、')}”作协办人。`
      outcome.issues.push(row.issue('person', 'warning', why))
    }
    return { staff_id: id, name, group_id, helpers }
  }
  if (found.state === 'unknown' && found.why.includes('不是某一个人')) {
    outcome.issues.push(row.issue('person', 'warning', `${found.why}，责任人空着，记入协办人。`))
    return { ...nobody, helpers: [first.name, ...helpers] }
  }
  if (context.people.all.length === 0) context.warn('人员名册还是空的：请先导入人员名册，再导入周报。')
  const similar = found.state === 'unknown' ? found.similar : null
  const suggestion =
    similar === null
      ? '请改正姓名，或先把他登记到人员名册。'
      : `是不是“${similar}”？请改正后再导入，或先登记到人员名册。`
  const offer = similar === null ? undefined : { found: first.name, instead: similar }
  outcome.issues.push(row.issue('person', 'wrong', `${found.why}。`, suggestion, offer))
  return { ...nobody, name: first.name }
}

function withoutPerson(row: WeekRow, outcome: Outcome): PersonOfRow {
  outcome.issues.push(row.issue('person', 'warning', '没有写责任人，责任人空着登记。'))
  return nobody
}

/** A person's own report has no column of people: who it is stands in its title or in the name of its file. */
function personOfSheet({ people, head, warn }: ImportContext): PersonOfRow {
  const named = people.all.filter(({ name }) => name.length >= 2 && head.some((text) => text.includes(name)))
  const [only] = named
  if (only === undefined || named.length > 1) {
    warn('表里没有“责任人”一列，责任人都空着登记。')
    return nobody
  }
  warn(`表里没有“责任人”一列，按“${only.name}”本人的周报理解。`)
  return { staff_id: only.id, name: only.name, group_id: only.group_id, helpers: [] }
}

/** What a name that is not there could be a slip for: the words of a suggestion, and the offer. */
function closest(places: Places, written: string): [hint?: string, offer?: Offer] {
  const found = written === '' ? undefined : places.closest(written)
  return found ? [`是不是“${found.name}”？`, { instead: found.name }] : []
}

interface WhoAndWhat {
  person: PersonOfRow
  old: KnownMatter | null
}

/** The group of a row: written in it, the matter's own, the person's, above the table, or the clerk's choice. */
export function readGroup(
  row: WeekRow,
  { person, old }: WhoAndWhat,
  { context, outcome }: Around,
): { id: number; name: string } {
  const { groups } = context
  const written = row.text('group')
  const known = groups.find(written)
  if (known) return known
  const above = [row.section, ...row.caption.split('\n')]
  const in_head = groups.all.filter(({ name }) => context.head.some((text) => text.includes(name)))
  const byId = (id: number | null | undefined) => groups.all.find((group) => group.id === id)
  const found =
    byId(old?.facts.group_id) ??
    byId(person.group_id) ??
    above.map((line) => groups.find(line)).find((group) => group !== undefined) ??
    (in_head.length === 1 ? in_head[0] : byId(context.group_id))
  if (found) {
    if (written !== '') {
      const why = `没有“${written}”这个组别，按“${found.name}”登记。`
      outcome.issues.push(row.issue('group', 'warning', why, ...closest(groups, written)))
    }
    return found
  }
  const why = written === '' ? '看不出是哪个组的事项。' : `没有“${written}”这个组别。`
  const [hint = '', offer] = closest(groups, written)
  outcome.issues.push(row.issue('group', 'wrong', why, `${hint}请选择默认组别，或在表中写明组别。`, offer))
  context.warn('有的事项看不出是哪个组的：请选择默认组别，这些行才能导入。')
  return { id: 0, name: written }
}

/** The category goes into the number, so it is only taken where it is sure: else the clerk is asked. */
export function readCategory(
  row: WeekRow,
  { person, old, group }: WhoAndWhat & { group: { name: string } },
  { book, context, outcome }: Around,
): { id: number; name: string } {
  const { categories } = context
  const written = row.text('category')
  const known = written === '' ? undefined : categories.findAlike(written)
  if (known) return known
  const byId = (id: number | null | undefined) => categories.all.find((category) => category.id === id)
  const of_duties = person.staff_id === null ? undefined : book.category_of_person.get(person.staff_id)
  const found =
    byId(old?.facts.category_id) ??
    byId(context.category_id) ??
    categories.findAlike(group.name) ??
    byId(of_duties)
  if (found) {
    if (written !== '') {
      const why = `没有“${written}”这个类别，按“${found.name}”登记。`
      outcome.issues.push(row.issue('category', 'warning', why, ...closest(categories, written)))
    }
    return found
  }
  const names = categories.all.map(({ name }) => name).join('、')
  const why = written === '' ? '没有写类别，也看不出属于哪一类。' : `没有“${written}”这个类别。`
  const [hint = '', offer] = closest(categories, written)
  outcome.issues.push(
    row.issue('category', 'wrong', why, `${hint}请选择默认类别。现有的类别：${names}。`, offer),
  )
  context.warn('有的事项没有类别：请选择默认类别，这些行才能导入。')
  return { id: 0, name: written }
}

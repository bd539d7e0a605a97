// Who and what a typed row names: its person, the duty it comes from, its group and category.
import { plainName } from '../../src-shared/staff.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import type { TypedMatterBook, TypedMatterContext, TypedMatterRow } from './read-typed-matter.ts'

/** A duty as far as a matter follows from it. */
export interface NamedDuty {
  id: number
  number: string
  content: string
  category_id: number
  group_id: number
  /** Who is A of it today. */
  staff_id: number | null
  is_voided: boolean
}

/** By its number, which stands before its words in the list, or by its words alone. */
export function readTypedDuty(
  row: TypedMatterRow,
  old: WeekRow | null,
  duties: readonly NamedDuty[],
): NamedDuty | null {
  const kept = duties.find(({ id }) => id === old?.duty_id) ?? null
  if (!row.hasColumn('duty')) return kept
  const text = row.text('duty')
  if (text === '') return null
  const number = /^[A-Z]+-[A-Z]+-\d+/i.exec(text.normalize('NFKC'))?.[0].toUpperCase()
  const meant = duties.filter((duty) => duty.number === number || duty.content === text)
  const in_use = meant.filter(({ id, is_voided }) => !is_voided || id === kept?.id)
  if (in_use.length === 1) return in_use[0] ?? null
  const why =
    in_use.length > 1
      ? `履职清单里有 ${in_use.length} 项职责都是“${text}”。`
      : meant.length > 0
        ? `职责“${text}”已作废。`
        : `履职清单里没有“${text}”。`
  row.say('duty', 'wrong', why, '请从列表里选，或写职责编号，如 ZZ-DJ-012；没有对应职责的就空着。')
  return null
}

interface NamedPerson {
  id: number
  group_id: number | null
}

/** The one who answers for it. Whoever did so before may stay, also after leaving; a new row takes the A of its duty. */
export function readTypedPerson(
  row: TypedMatterRow,
  old: WeekRow | null,
  duty: NamedDuty | null,
  { people, groups }: TypedMatterContext,
): NamedPerson | null {
  const known = (id: number | null): NamedPerson | null =>
    id === null ? null : { id, group_id: people.all.find((person) => person.id === id)?.group_id ?? null }
  const [first, ...others] = row.names('person')
  if (first === undefined) {
    if (row.hasColumn('person') && old !== null) return null
    return known(old === null ? (duty?.staff_id ?? null) : old.staff_id)
  }
  if (others.length > 0) {
    row.say(
      'person',
      'wrong',
      `责任人只能是一个人，这里有 ${others.length + 1} 个名字。`,
      '其余的人请写到协助人。',
    )
    return null
  }
  if (old !== null && first.note === '' && plainName(first.name) === old.staff_name)
    return known(old.staff_id)
  const group = groups.find(first.note || row.text('group'))
  const found = people.find(first.name, group?.id ?? old?.group_id ?? null)
  if (found.state === 'found') {
    if (found.former !== '') row.say('person', 'warning', found.former)
    return found.person
  }
  const hint = found.state === 'unknown' && found.similar !== null ? `是不是“${found.similar}”？` : ''
  const next =
    found.state === 'unknown'
      ? '请改正姓名；新来的人请先登记到人员名册。'
      : `请在姓名后面注明组别，如“${first.name}（${groups.all[0]?.name ?? '组织组'}）”。`
  row.say('person', 'wrong', `${found.why}。`, hint + next)
  return null
}

interface Known {
  old: WeekRow | null
  duty: NamedDuty | null
  person: NamedPerson | null
  /** Of a category: the group that the row is of. */
  group_id?: number | null
}

const words = { group: '组别', category: '类别' } as const

export function readTypedPlace(
  row: TypedMatterRow,
  field: 'group' | 'category',
  known: Known,
  book: TypedMatterBook,
  context: TypedMatterContext,
): number | null {
  const places = field === 'group' ? context.groups : context.categories
  const written = row.text(field).replace(/\s+/g, '')
  if (written === '') {
    const follows = field === 'group' ? groupOf(known) : categoryOf(known, book, context)
    if (follows !== null && !(known.old !== null && row.hasColumn(field))) return follows
  } else {
    const found = field === 'group' ? places.find(written) : places.findAlike(written)
    if (found !== undefined) return found.id
  }
  const why = written === '' ? `没有写${words[field]}。` : `没有“${written}”这个${words[field]}。`
  const names = places.all.map(({ name }) => name).join('、')
  const next =
    names === '' ? `还没有登记${words[field]}，请先在设置里登记。` : `现有的${words[field]}：${names}。`
  row.say(field, 'wrong', why, next)
  return null
}

function groupOf({ old, duty, person }: Known): number | null {
  return old?.group_id ?? duty?.group_id ?? person?.group_id ?? null
}

/** Of its duty, of the only sort of duties its person has, or the one its group is called by. */
function categoryOf(
  { old, duty, person, group_id }: Known,
  { category_of_person }: TypedMatterBook,
  { groups, categories }: TypedMatterContext,
): number | null {
  const of_person = person === null ? undefined : category_of_person.get(person.id)
  const group = groups.all.find(({ id }) => id === group_id)
  const of_group = group === undefined ? undefined : categories.findAlike(group.name)?.id
  return old?.category_id ?? duty?.category_id ?? of_person ?? of_group ?? null
}

import { groupRows } from '../../src-shared/group-rows.ts'
import { plainName, type StaffMember } from '../../src-shared/staff.ts'
import { byFormerName, type FormerName } from '../staff/former-names.ts'
import type { Sounds } from './pinyin-sounds.ts'
import { isCollective } from './read-names.ts'
import { similarName } from './similar-name.ts'

export interface Person {
  id: number
  name: string
  group_id: number | null
  group_name: string
  staff_code: string
}

export type FoundPerson =
  /** `former` tells that the cell has a name which the person had before; empty otherwise. */
  | { state: 'found'; person: Person; former: string }
  /** Nobody here by that name; `similar` is somebody it could be a slip for. */
  | { state: 'unknown'; why: string; similar: string | null }
  /** Several by that name, and the group does not tell which. */
  | { state: 'several'; why: string }

/** The roster, asked by name as it stands in a cell. */
export interface People {
  all: readonly Person[]
  /** `group_id` decides between people of one name. */
  find(name: string, group_id: number | null): FoundPerson
}

/** A sheet with more strangers than this is another office's; looking for slips in each would only take long. */
const most_strangers = 100

/** The roster with those who left, who are told apart from people nobody has heard of, and with former names. */
export interface Roll {
  members: readonly StaffMember[]
  former_names: readonly FormerName[]
}

export function createPeople({ members, former_names }: Roll, today: string, sounds: Sounds): People {
  const here = members.filter(({ left_on }) => left_on === null || left_on >= today)
  const all = here.map(({ id, name, group_id, group_name, staff_code }) => ({
    id,
    name,
    group_id,
    group_name,
    staff_code,
  }))
  const left = new Map(
    members.filter((member) => !here.includes(member)).map((member) => [member.name, member.left_on]),
  )
  const by_name = groupRows(all, ({ name }) => name)
  const by_former_name = byFormerName(all, former_names)
  const names = [...by_name.keys()]
  const asked = new Map<string, string | null>()
  function findSimilar(name: string): string | null {
    const known = asked.get(name)
    if (known !== undefined || asked.size >= most_strangers) return known ?? null
    const similar = similarName(name, names, sounds)
    asked.set(name, similar)
    return similar
  }
  return {
    all,
    find(name, group_id) {
      const plain = plainName(name)
      if (isCollective(plain)) return { state: 'unknown', why: `“${plain}”不是某一个人`, similar: null }
      const called = by_name.get(plain)
      if (called !== undefined) return oneOf(plain, called, group_id, '')
      // Of somebody who left by that name and somebody who once had it, nobody can tell who is meant.
      const once = left.has(plain) ? [] : (by_former_name.get(plain) ?? [])
      if (once.length > 0) return oneOf(plain, once, group_id, '的曾用名')
      return unknown(plain, left.get(plain), () => findSimilar(plain), all.length)
    },
  }
}

function oneOf(
  name: string,
  found: readonly Person[],
  group_id: number | null,
  of: '' | '的曾用名',
): FoundPerson {
  const in_group = found.filter((person) => person.group_id === group_id)
  const [only, other] = in_group.length > 0 ? in_group : found
  if (only === undefined || other !== undefined)
    return { state: 'several', why: severalWords(name, found, of) }
  return {
    state: 'found',
    person: only,
    former: of && `“${name}”是${only.name}${of}，按“${only.name}”登记。`,
  }
}

function severalWords(name: string, found: readonly Person[], of: string): string {
  const who = found.map(({ group_name, staff_code }) => {
    return [group_name || '未分组', staff_code && `工号${staff_code}`].filter(Boolean).join('，')
  })
  if (of !== '') return `“${name}”是${found.map((one) => one.name).join('、')}${of}，看不出是哪一位`
  return `名册里有 ${found.length} 位“${name}”（${who.join('；')}），看不出是哪一位`
}

function unknown(
  name: string,
  left_on: string | null | undefined,
  findSimilar: () => string | null,
  people: number,
): FoundPerson {
  if (left_on) return { state: 'unknown', why: `“${name}”已在 ${left_on} 离开`, similar: null }
  if (people === 0) return { state: 'unknown', why: `人员名册还是空的，没有“${name}”`, similar: null }
  return { state: 'unknown', why: `人员名册里没有“${name}”`, similar: findSimilar() }
}

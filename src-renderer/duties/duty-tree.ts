// The tree 处→组→人→职责 and the tree of categories, each branch with its totals.
import type { Duty } from '../../src-shared/duties.ts'
import type { Category } from '../../src-shared/settings.ts'
import type { StaffMember } from '../../src-shared/staff.ts'

export interface Branch {
  key: string
  title: string
  /** 3人 · 27项 */
  totals: string
  /** 缺A岗1项，缺B岗2项; empty when nothing lacks. */
  lacking: string
  /** Set for a duty: the leaves of the tree. */
  duty_id?: number
  children?: Branch[]
}

function lackingIn(duties: readonly Duty[]): string {
  const count = (finding: Duty['findings'][number]) =>
    duties.filter((duty) => duty.findings.includes(finding)).length
  const parts = [
    ['缺A岗', count('no_a')],
    ['缺B岗', count('no_b')],
    ['A、B同一人', count('same_a_b')],
    ['A岗已离开', count('a_left')],
    ['B岗已离开', count('b_left')],
  ] as const
  return parts.flatMap(([words, n]) => (n === 0 ? [] : [`${words}${n}项`])).join('，')
}

function leaf(parent: string, duty: Duty, role = ''): Branch {
  return {
    key: `${parent}/${role}:${duty.id}`,
    title: `${role === '' ? '' : `${role}　`}${duty.number}　${duty.content}`,
    totals: '',
    lacking: lackingIn([duty]).replaceAll('1项', ''),
    duty_id: duty.id,
  }
}

/** 处→组→人→职责. A duty stands under each who holds it, A or B; what has no A stands in its group by itself. */
export function treeOfPeople(
  department: string,
  duties: readonly Duty[],
  people: readonly StaffMember[],
): Branch[] {
  const names = new Map<number, string>()
  for (const duty of duties) names.set(duty.group_id, duty.group_name)
  for (const { group_id, group_name } of people) if (group_id !== null) names.set(group_id, group_name)
  const groups = [...names].map(([group_id, name]) => groupBranch(group_id, name, duties, people))
  const placeless = people.filter(({ group_id }) => group_id === null)
  const without_group: Branch[] =
    placeless.length === 0
      ? []
      : [
          {
            key: 'g0',
            title: '未分组',
            totals: `${placeless.length}人`,
            lacking: '',
            children: placeless.map((person) => personBranch('g0', person, duties)),
          },
        ]
  return [
    {
      key: 'all',
      title: department,
      totals: `${people.length}人 · ${duties.length}项`,
      lacking: lackingIn(duties),
      children: [...groups, ...without_group],
    },
  ]
}

function groupBranch(
  group_id: number,
  name: string,
  duties: readonly Duty[],
  people: readonly StaffMember[],
): Branch {
  const key = `g${group_id}`
  const members = people.filter((person) => person.group_id === group_id)
  const own = duties.filter((duty) => duty.group_id === group_id)
  const nobodys = own.filter((duty) => duty.a_holder === null)
  const unassigned: Branch[] =
    nobodys.length === 0
      ? []
      : [
          {
            key: `${key}/none`,
            title: '未定A岗',
            totals: `${nobodys.length}项`,
            lacking: '',
            children: nobodys.map((duty) => leaf(`${key}/none`, duty)),
          },
        ]
  return {
    key,
    title: name,
    totals: `${members.length}人 · ${own.length}项`,
    lacking: lackingIn(own),
    children: [...members.map((person) => personBranch(key, person, duties)), ...unassigned],
  }
}

function personBranch(parent: string, person: StaffMember, duties: readonly Duty[]): Branch {
  const key = `${parent}/p${person.id}`
  const as_a = duties.filter((duty) => duty.a_holder?.staff_id === person.id)
  const as_b = duties.filter((duty) => duty.b_holders.some((holder) => holder.staff_id === person.id))
  const post = person.post === '' ? '' : `（${person.post}）`
  return {
    key,
    title: `${person.name}${post}`,
    totals: `A岗${as_a.length}项 · B岗${as_b.length}项`,
    lacking: as_a.length + as_b.length === 0 ? '没有职责' : '',
    children: [
      ...as_a.map((duty) => leaf(key, duty, 'A')),
      ...as_b.map((duty) => leaf(key, duty, roleOf(duty, person.id))),
    ],
  }
}

function roleOf({ b_holders }: Duty, staff_id: number): string {
  return b_holders.length === 1
    ? 'B'
    : `B${b_holders.findIndex((holder) => holder.staff_id === staff_id) + 1}`
}

/** Categories under their parents; the totals of a branch hold those of all below it. */
export function treeOfCategories(
  department: string,
  duties: readonly Duty[],
  categories: readonly Category[],
): Branch[] {
  const below = (parent_id: number | null): { branches: Branch[]; duties: Duty[] } => {
    const found = categories
      .filter((category) => category.parent_id === parent_id)
      .map((category) => {
        const deeper = below(category.id)
        const own = duties.filter((duty) => duty.category_id === category.id)
        const all = [...own, ...deeper.duties]
        const key = `c${category.id}`
        const branch: Branch = {
          key,
          title: category.name,
          totals: `${all.length}项`,
          lacking: lackingIn(all),
          children: [...deeper.branches, ...own.map((duty) => leaf(key, duty))],
        }
        return { branch, all }
      })
    return { branches: found.map(({ branch }) => branch), duties: found.flatMap(({ all }) => all) }
  }
  return [
    {
      key: 'all',
      title: department,
      totals: `${duties.length}项`,
      lacking: lackingIn(duties),
      children: below(null).branches,
    },
  ]
}

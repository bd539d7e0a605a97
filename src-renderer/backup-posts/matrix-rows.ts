// What the matrix shows: which duties and people, which mark stands where, and how much each person holds.
import type { MatrixDuty, MatrixPerson, PostHolders, PostMatrix } from '../../src-shared/backup-posts.ts'
import type { PostEdit } from './post-draft.ts'

export interface MatrixFilter {
  group_id: number | null
  category_id: number | null
  text: string
}

export interface MatrixRow {
  duty: MatrixDuty
  /** As they would be with what is being prepared. */
  holders: PostHolders
  is_edited: boolean
}

export interface MatrixView {
  rows: MatrixRow[]
  people: MatrixPerson[]
  /** The people's columns by id. */
  columns: ReadonlyMap<number, number>
  bands: GroupBand[]
  totals: { a: number; b: number }[]
}

/** Neighbouring columns of one group. */
export interface GroupBand {
  name: string
  from: number
  count: number
}

export interface Mark {
  staff_id: number
  column: number
  /** A, B1, B2 … */
  word: string
}

export function matrixView(
  matrix: PostMatrix,
  filter: MatrixFilter,
  draft: ReadonlyMap<number, PostEdit>,
): MatrixView {
  const rows = matrix.duties
    .filter(
      (duty) =>
        (filter.group_id === null || duty.group_id === filter.group_id) &&
        (filter.category_id === null || duty.category_id === filter.category_id) &&
        (duty.content.includes(filter.text) || duty.number.includes(filter.text.toUpperCase())),
    )
    .map((duty): MatrixRow => {
      const edit = draft.get(duty.id)
      return { duty, holders: edit?.after ?? duty, is_edited: edit !== undefined }
    })
  const people = peopleOf(matrix.people, rows, filter.group_id)
  const columns = new Map(people.map(({ id }, column) => [id, column]))
  return { rows, people, columns, bands: bandsOf(people), totals: totalsOf(rows, columns, people.length) }
}

/** Of one group: its own people, and whoever else holds one of its duties. */
function peopleOf(
  people: readonly MatrixPerson[],
  rows: readonly MatrixRow[],
  group_id: number | null,
): MatrixPerson[] {
  if (group_id === null) return [...people]
  const holding = new Set(rows.flatMap(({ holders }) => [holders.a_staff_id, ...holders.b_staff_ids]))
  return people.filter((person) => person.group_id === group_id || holding.has(person.id))
}

function bandsOf(people: readonly MatrixPerson[]): GroupBand[] {
  const bands: GroupBand[] = []
  for (const [column, { group_name }] of people.entries()) {
    const last = bands.at(-1)
    if (last !== undefined && last.name === group_name) last.count += 1
    else bands.push({ name: group_name, from: column, count: 1 })
  }
  return bands
}

function totalsOf(
  rows: readonly MatrixRow[],
  columns: ReadonlyMap<number, number>,
  count: number,
): { a: number; b: number }[] {
  const totals = Array.from({ length: count }, () => ({ a: 0, b: 0 }))
  for (const { holders } of rows) {
    for (const { column, word } of marksOf(holders, columns)) {
      const total = totals[column]
      if (total === undefined) continue
      if (word === 'A') total.a += 1
      else total.b += 1
    }
  }
  return totals
}

export function marksOf(holders: PostHolders, columns: ReadonlyMap<number, number>): Mark[] {
  const markOf = (staff_id: number, word: string): Mark[] => {
    const column = columns.get(staff_id)
    return column === undefined ? [] : [{ staff_id, column, word }]
  }
  return [
    ...(holders.a_staff_id === null ? [] : markOf(holders.a_staff_id, 'A')),
    ...holders.b_staff_ids.flatMap((staff_id, at) => markOf(staff_id, `B${at + 1}`)),
  ]
}

/** What a person is to a duty: A岗, B岗1 … or nothing; A and B at once are both told. */
export function wordsOf(holders: PostHolders, staff_id: number): string {
  const words = holders.a_staff_id === staff_id ? ['A岗'] : []
  const rank = holders.b_staff_ids.indexOf(staff_id)
  if (rank >= 0) words.push(holders.b_staff_ids.length > 1 ? `B岗${rank + 1}` : 'B岗')
  return words.join('、')
}

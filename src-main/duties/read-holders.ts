import type { Duty, Holder } from '../../src-shared/duties.ts'
import type { ImportContext, RowOutcome } from '../imports/import-sheet.ts'
import type { DutyRecord, DutyRow } from './read-duty-row.ts'

/** B岗 in their order: 第二责任人 is the first of them, 第三责任人 the second. */
export const b_fields = ['b_holder', 'b_holder_2', 'b_holder_3'] as const
export type BField = (typeof b_fields)[number]

export interface HoldersOfRow {
  a: Holder | null
  bs: Holder[]
  /** What goes into 备注, so that no name of the sheet is lost: 协办：李四、王五. */
  remarks: string[]
}

/**
 * Who the sheet names as A and B. Of several names under one 责任人 the first is A, the others are 协办 (design.md §8).
 * Nobody is guessed: a name that is not on the roster leaves the post as it is and is told.
 */
export function readHolders(
  row: DutyRow,
  old: Duty | null,
  group_id: number | null,
  { people }: ImportContext,
  outcome: RowOutcome<DutyRecord>,
): HoldersOfRow {
  const find = (field: 'a_holder' | BField, name: string, post: string): Holder | null => {
    const found = people.find(name, group_id)
    if (found.state === 'found') {
      const { id: staff_id, name: called } = found.person
      if (found.former !== '') {
        outcome.issues.push(
          row.issue(field, 'warning', found.former, undefined, { found: name, instead: called }),
        )
      }
      return { staff_id, name: called }
    }
    const hint = found.state === 'unknown' && found.similar !== null ? `是不是“${found.similar}”？` : ''
    const next =
      found.state === 'unknown' ? '先导入人员名册，再导入一次本表，就会自动补上。' : '请在AB岗里选定。'
    const offer =
      found.state === 'unknown' && found.similar !== null
        ? { found: name, instead: found.similar }
        : undefined
    outcome.issues.push(row.issue(field, 'warning', `${post}没有登记：${found.why}。`, hint + next, offer))
    return null
  }
  const in_a_cell = row.names('a_holder')
  const labelled_bs = in_a_cell.filter(({ label }) => /^b/i.test(label))
  const [first, ...others] = in_a_cell.filter((name) => !labelled_bs.includes(name))
  const b_names = [...labelled_bs.map((one) => ({ ...one, field: 'a_holder' as const })), ...bCells(row)]
  const a = first ? find('a_holder', first.name, 'A岗') : null
  const found_bs = b_names.flatMap(({ name, field }) => {
    const holder = find(field, name, 'B岗')
    return holder === null ? [] : [{ ...holder, field }]
  })
  const bs = found_bs.filter((b, at) => found_bs.findIndex(({ staff_id }) => staff_id === b.staff_id) === at)
  const both = bs.find(({ staff_id }) => staff_id === a?.staff_id)
  if (both) outcome.issues.push(row.issue(both.field, 'warning', `A岗、B岗都是“${both.name}”。`))
  if (first && others.length > 0) {
    const rest = others.map(({ name }) => name).join('、')
    const why = `这里有 ${others.length + 1} 个名字：“${first.name}”作A岗，“${rest}”记入备注的“协办”。`
    outcome.issues.push(row.issue('a_holder', 'warning', why, '如要作B岗，请导入后在AB岗里设置。'))
  }
  const noted = [...in_a_cell, ...b_names].filter(({ note }) => note !== '')
  return {
    a: a ?? old?.a_holder ?? null,
    bs: bs.length > 0 ? bs.map(({ field: _, ...holder }) => holder) : (old?.b_holders ?? []),
    remarks: [
      ...helpers(others.map(({ name }) => name).concat(row.names('helpers').map(({ name }) => name))),
      ...noted.map(({ name, note }) => `${name}：${note}`),
    ],
  }
}

function bCells(row: DutyRow) {
  return b_fields.flatMap((field) => row.names(field).map((name) => ({ ...name, field })))
}

function helpers(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`协办：${[...new Set(names)].join('、')}`]
}

import type { Duty, DutyDraft, Holder } from '../../src-shared/duties.ts'
import { plainName } from '../../src-shared/staff.ts'
import type { TypedDutyContext, TypedDutyRow } from './read-typed-duty.ts'

type Holders = Pick<DutyDraft, 'a_staff_id' | 'b_staff_ids'>
type PostField = 'a_holder' | 'b_holder'

const post_words = { a_holder: 'A岗', b_holder: 'B岗' } as const

/** Who was typed as A and as B. Nobody is guessed; who holds the duty already may stay, even when he has left. */
export function readTypedHolders(
  row: TypedDutyRow,
  old: Duty | null,
  group_id: number | null,
  context: TypedDutyContext,
): Holders {
  const held = old === null ? [] : [old.a_holder ?? [], old.b_holders].flat()
  const read = (field: PostField) =>
    row.names(field).flatMap((name) => findHolder(row, field, name, { held, group_id, context }) ?? [])
  const as = row.hasColumn('a_holder') ? read('a_holder') : [old?.a_holder ?? []].flat()
  const bs = row.hasColumn('b_holder') ? read('b_holder') : (old?.b_holders ?? [])
  const [a] = as
  if (row.names('a_holder').length > 1) {
    const why = `A岗只能是一个人，这里有 ${row.names('a_holder').length} 个名字。`
    row.say('a_holder', 'wrong', why, '其余的人请写到B岗。')
  }
  const b_staff_ids = [...new Set(bs.map(({ staff_id }) => staff_id))]
  if (a !== undefined && b_staff_ids.includes(a.staff_id)) {
    row.say('b_holder', 'warning', `A岗、B岗都是“${a.name}”。`)
  }
  return { a_staff_id: a?.staff_id ?? null, b_staff_ids }
}

interface Around {
  held: readonly Holder[]
  group_id: number | null
  context: TypedDutyContext
}

/** `note` is what stood in brackets: of people of one name it says which group. */
function findHolder(
  row: TypedDutyRow,
  field: PostField,
  { name, note }: { name: string; note: string },
  { held, group_id, context }: Around,
): Holder | null {
  const same = held.filter((holder) => holder.name === plainName(name))
  if (same.length === 1 && same[0] && note === '') return same[0]
  const group = note === '' ? undefined : context.groups.find(note)
  const found = context.people.find(name, group?.id ?? group_id)
  if (found.state === 'found') {
    if (note !== '' && group === undefined) {
      row.say(field, 'warning', `“${note}”没有记下，这里只记姓名。`, '需要说明的请写在备注里。')
    }
    if (found.former !== '') row.say(field, 'warning', found.former)
    return { staff_id: found.person.id, name: found.person.name }
  }
  const hint = found.state === 'unknown' && found.similar !== null ? `是不是“${found.similar}”？` : ''
  const next =
    found.state === 'unknown'
      ? '请改正姓名；新来的人请先登记到人员名册。'
      : `请在姓名后面注明组别，如“${name}（${context.groups.all[0]?.name ?? '组织组'}）”。`
  row.say(field, 'wrong', `${post_words[field]}没有登记：${found.why}。`, hint + next)
  return null
}

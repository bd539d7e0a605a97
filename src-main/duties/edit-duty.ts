import type { DutyFields } from '../../src-shared/duties.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { scheduleToText } from '../../src-shared/schedule.ts'
import type { Change } from '../database/change.ts'
import { nextSortOrder } from '../database/next-sort-order.ts'
import { takeDutyNumbers } from '../numbers/take-number.ts'
import { getDuty } from './get-duty.ts'
import { keepPastText } from './keep-past-text.ts'

/**
 * Takes the next number of its group and category, and is in force from today on unless it says otherwise. Who holds
 * the duty is set apart from this.
 */
export async function addDuty(change: Change, fields: DutyFields): Promise<AddedDuty> {
  const [added] = await addDuties(change, [fields])
  if (added === undefined) throw new Error('A duty that was just added is missing')
  return added
}

export interface AddedDuty {
  id: number
  number: string
}

/** A few hundred at once, answered in the order given; `claimed`: the numbers that some have already. */
export async function addDuties(
  change: Change,
  duties: readonly DutyFields[],
  claimed: readonly (string | null)[] = [],
): Promise<AddedDuty[]> {
  const codes = new Map<string, Awaited<ReturnType<typeof codesOf>>>()
  const placeOf = ({ group_id, category_id }: DutyFields) => `${group_id} ${category_id}`
  for (const fields of duties) {
    if (!codes.has(placeOf(fields))) codes.set(placeOf(fields), await codesOf(change, fields))
  }
  const numberless = duties.filter((_, at) => !claimed[at])
  const taken = await takeDutyNumbers(
    change,
    numberless.flatMap((fields) => codes.get(placeOf(fields)) ?? []),
  )
  const next = taken.values()
  const numbers = duties.map((_, at) => claimed[at] ?? next.next().value ?? '')
  const first = await nextSortOrder(change, 'duties')
  const rows = duties.map((fields, at) => {
    const number = numbers[at] ?? ''
    const from_on = fields.from_on === undefined ? change.today : fields.from_on
    const place = { number, sort_order: first + at, from_on }
    return { ...columnsOf(fields), ...place, voided_on: null, void_reason: '' }
  })
  if (rows.length === 0) return []
  const added = await change.db.insertInto('duties').values(rows).returning(['id', 'number']).execute()
  const ids = new Map(added.map(({ id, number }) => [number, id]))
  change.describe(`新增职责 ${numbers.join('、')}`)
  return numbers.map((number) => ({ number, id: ids.get(number) ?? 0 }))
}

/** The columns as they are stored. */
function columnsOf(fields: DutyFields) {
  return { ...fields, schedule: scheduleToText(fields.schedule) }
}

/**
 * A duty may move to another group or category; its number stays what it was. What it said until now is kept for the
 * lists of earlier days, unless this only mends a slip of the pen.
 */
export async function editDuty(
  change: Change,
  id: number,
  fields: DutyFields,
  { is_correction = false } = {},
): Promise<void> {
  const duty = await getDuty(change, id)
  if (duty.voided_on !== null) {
    throw new UserProblem({
      code: 'duty_voided',
      message: `职责 ${duty.number} 已作废，不能修改。`,
      next: '需要修改时，请先恢复这项职责。',
    })
  }
  await codesOf(change, fields)
  const columns = columnsOf(fields)
  if (!is_correction) await keepPastText(change, id, columns)
  await change.db.updateTable('duties').set(columns).where('id', '=', id).execute()
  change.describe(`${is_correction ? '更正' : '修改'}职责 ${duty.number}`)
}

async function codesOf(change: Change, fields: DutyFields) {
  const { group_code, category_code } = await change.db
    .selectNoFrom((pick) => [
      pick.selectFrom('groups').select('code').where('id', '=', fields.group_id).as('group_code'),
      pick.selectFrom('categories').select('code').where('id', '=', fields.category_id).as('category_code'),
    ])
    .executeTakeFirstOrThrow()
  if (group_code === null) throw gone('group_id', '组别')
  if (category_code === null) throw gone('category_id', '类别')
  return { group_code, category_code }
}

function gone(field: string, word: string): UserProblem {
  const message = `这个${word}已经不在了，请重新选择。`
  return new UserProblem({ code: `${field}_gone`, message, fields: { [field]: message } })
}

// 交接单: made once per absence, filled with what the last one of that person named, 已交接, 已返岗.

import { addDays, longDate, yearOf } from '../../src-shared/dates.ts'
import type {
  HandBack,
  HandOver,
  HandoverEdit,
  HandoverItem,
  StandInAction,
} from '../../src-shared/handovers.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { takePaperNumber } from '../numbers/take-paper-number.ts'
import type { Now } from './absence-rules.ts'
import { moveEnd } from './edit-absence.ts'
import { handoverGone, likelyReceivers } from './get-handover.ts'
import { getAbsence } from './list-absences.ts'

const number_word = '交接'

/** Papers, permissions, things and contacts of the person's last handover are there again; notes are of one occasion. */
export async function openHandover(
  change: Change,
  now: Now,
  absence_id: number,
): Promise<{ number: string }> {
  const { row } = await getAbsence(change.db, now, absence_id)
  if (row.state === 'cancelled') {
    throw new UserProblem({ code: 'absence_cancelled', message: '这次离岗已经取消，不用交接。' })
  }
  if (row.handover !== null) return { number: row.handover.number }
  const number = await takePaperNumber(change, number_word, yearOf(row.from_on))
  const { id } = await change.db
    .insertInto('handovers')
    .values({
      absence_id,
      number,
      receiver: await likelyReceivers(change.db, row),
      supervisor: row.approver,
      place: '',
      handed_over_on: null,
      handed_back_on: null,
      back_note: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const kept = await itemsOfLast(change, row.staff_id, id)
  if (kept.length > 0) await insertItems(change, id, kept)
  change.describe(`生成 ${row.name} 的交接单 ${number}`)
  return { number }
}

async function itemsOfLast(change: Change, staff_id: number, id: number): Promise<HandoverItem[]> {
  const last = await change.db
    .selectFrom('handovers as h')
    .innerJoin('absences as a', 'a.id', 'h.absence_id')
    .select('h.id')
    .where('a.staff_id', '=', staff_id)
    .where('h.id', '<>', id)
    .orderBy('h.id', 'desc')
    .executeTakeFirst()
  if (!last) return []
  const items = await change.db
    .selectFrom('handover_items')
    .select(['section', 'name', 'quantity', 'medium', 'place', 'detail'])
    .where('handover_id', '=', last.id)
    .where('section', '<>', 'note')
    .orderBy('sort_order')
    .execute()
  return items.map((item) => ({ ...item, is_back: false }))
}

function insertItems(change: Change, handover_id: number, items: readonly HandoverItem[], after = 0) {
  const rows = items.map((item, at) => ({ ...storedItem(item, after + at), handover_id }))
  return change.db.insertInto('handover_items').values(rows).execute()
}

function storedItem({ is_back, ...item }: HandoverItem, at: number) {
  return { ...item, is_back: is_back ? (1 as const) : (0 as const), sort_order: at + 1 }
}

export async function saveHandover(
  change: Change,
  { absence_id, items, ...facts }: HandoverEdit,
): Promise<void> {
  const { id, number } = await getStored(change, absence_id)
  await change.db.updateTable('handovers').set(facts).where('id', '=', id).execute()
  const before = await change.db
    .selectFrom('handover_items')
    .select('id')
    .where('handover_id', '=', id)
    .orderBy('sort_order')
    .execute()
  for (const [at, old] of before.entries()) {
    const item = items[at]
    if (item === undefined) break
    await change.db.updateTable('handover_items').set(storedItem(item, at)).where('id', '=', old.id).execute()
  }
  const fresh = items.slice(before.length)
  if (fresh.length > 0) await insertItems(change, id, fresh, before.length)
  const gone = before.slice(items.length).map((item) => item.id)
  if (gone.length > 0) await change.db.deleteFrom('handover_items').where('id', 'in', gone).execute()
  change.describe(`填写交接单 ${number}`)
}

/** 已交接: the paper is signed. */
export async function handOver(change: Change, { absence_id, handed_over_on }: HandOver): Promise<void> {
  const { id, number, receiver } = await getStored(change, absence_id)
  checkNotLater(change, handed_over_on, 'handed_over_on')
  if (receiver === '') {
    const message = '请先填写接收人。'
    throw new UserProblem({ code: 'no_receiver', message, fields: { receiver: message } })
  }
  await change.db.updateTable('handovers').set({ handed_over_on }).where('id', '=', id).execute()
  change.describe(`交接单 ${number} 已交接`)
}

/** 已返岗: what was handed over is back. */
export async function handBack(
  change: Change,
  { absence_id, handed_back_on, back_note }: HandBack,
): Promise<void> {
  const { id, number, handed_over_on } = await getStored(change, absence_id)
  if (handed_over_on === null) {
    throw new UserProblem({
      code: 'not_handed_over',
      message: `交接单 ${number} 还没有交接，不能登记返岗。`,
      next: '请先点“已交接”。',
    })
  }
  checkNotLater(change, handed_back_on, 'handed_back_on')
  if (handed_back_on < handed_over_on) {
    const message = `返岗交接不能早于交接的那天（${longDate(handed_over_on)}）。`
    throw new UserProblem({ code: 'back_before', message, fields: { handed_back_on: message } })
  }
  await change.db.updateTable('handovers').set({ handed_back_on, back_note }).where('id', '=', id).execute()
  await comeBack(change, absence_id, handed_back_on)
  change.describe(`交接单 ${number} 已返岗交接`)
}

/** Who hands back before the planned end is back from that morning on. */
async function comeBack(change: Change, absence_id: number, day: string): Promise<void> {
  const { from_on, to_on, approver } = await change.db
    .selectFrom('absences')
    .select(['from_on', 'to_on', 'approver'])
    .where('id', '=', absence_id)
    .executeTakeFirstOrThrow()
  if (to_on < day) return
  const end =
    day > from_on
      ? ({ to_on: addDays(day, -1), to_half: 'pm' } as const)
      : ({ to_on: day, to_half: 'am' } as const)
  await moveEnd(change, { id: absence_id, ...end, approver, reason: '返岗交接' })
}

export async function addStandInAction(change: Change, action: StandInAction): Promise<{ id: number }> {
  const { number } = await getStored(change, action.absence_id)
  checkNotLater(change, action.happened_on, 'happened_on')
  const added = await change.db
    .insertInto('stand_in_actions')
    .values(action)
    .returning('id')
    .executeTakeFirstOrThrow()
  change.describe(`登记顶岗办理事项（${number}）`)
  return added
}

export async function removeStandInAction(change: Change, id: number): Promise<void> {
  await change.db.deleteFrom('stand_in_actions').where('id', '=', id).execute()
  change.describe('删除一条顶岗办理事项')
}

function checkNotLater(change: Change, day: string, field: string): void {
  if (day <= change.today) return
  const message = `不能晚于今天（${longDate(change.today)}）。`
  throw new UserProblem({ code: 'in_future', message, fields: { [field]: message } })
}

async function getStored(change: Change, absence_id: number) {
  const stored = await change.db
    .selectFrom('handovers')
    .select(['id', 'number', 'receiver', 'handed_over_on'])
    .where('absence_id', '=', absence_id)
    .executeTakeFirst()
  if (!stored) throw handoverGone()
  return stored
}

import type { AdjustmentDraft, HolderAssignment } from '../../src-shared/backup-posts.ts'
import { longDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { postRules } from './post-rules.ts'
import { setHolders, wouldReplace } from './set-holders.ts'

/** One duty, at once: while the list is being filled, or where a post was empty. */
export async function assignHolders(
  change: Change,
  { duty_id, ...holders }: HolderAssignment,
): Promise<void> {
  const { number } = await dutyInUse(change, duty_id)
  if (await wouldReplace(change, duty_id, holders, change.today)) {
    const { needs_approver } = await postRules(change.db)
    if (needs_approver) throw needsApproval(number)
  }
  await setHolders(change, duty_id, holders.a_staff_id, holders.b_staff_ids)
  change.describe(`调整职责 ${number} 的AB岗`)
}

/** AB岗调整: several duties by one decision, from the day it takes effect. */
export async function adjustPosts(
  change: Change,
  { lines, ...decision }: AdjustmentDraft,
): Promise<{ adjusted: number }> {
  const numbers: string[] = []
  for (const { duty_id, ...holders } of lines) {
    const { number } = await dutyInUse(change, duty_id)
    const replaces = await wouldReplace(change, duty_id, holders, decision.effective_on)
    if (replaces && (await postRules(change.db)).needs_approver) checkWords(decision)
    const { a_staff_id, b_staff_ids } = holders
    if (await setHolders(change, duty_id, a_staff_id, b_staff_ids, decision)) numbers.push(number)
  }
  if (numbers.length === 0) throw nothingChanged()
  const when = decision.effective_on === change.today ? '' : `，${longDate(decision.effective_on)}生效`
  const which = numbers.length === 1 ? `职责 ${numbers[0]}` : `${numbers[0]} 等 ${numbers.length} 项职责`
  change.describe(`调整${which}的AB岗${when}`)
  return { adjusted: numbers.length }
}

async function dutyInUse(change: Change, duty_id: number) {
  const duty = await change.db
    .selectFrom('duties')
    .select(['number', 'voided_on'])
    .where('id', '=', duty_id)
    .executeTakeFirst()
  if (duty && duty.voided_on === null) return duty
  throw new UserProblem({
    code: 'duty_not_in_use',
    message: duty ? `职责 ${duty.number} 已作废，不能设AB岗。` : '履职清单里已经没有这项职责。',
    next: duty ? '需要时请先恢复这项职责。' : '请刷新后再试。',
  })
}

function checkWords({ approver, reason }: { approver: string; reason: string }): void {
  const fields = {
    ...(approver === '' ? { approver: '请填写批准人。' } : {}),
    ...(reason === '' ? { reason: '请填写调整原因。' } : {}),
  }
  if (Object.keys(fields).length === 0) return
  const message = 'AB岗公布以后再调整，要有批准人和调整原因。'
  throw new UserProblem({ code: 'input', message, fields })
}

function needsApproval(number: string): UserProblem {
  return new UserProblem({
    code: 'needs_approval',
    message: `职责 ${number} 的AB岗已经公布，调整要登记批准人和原因，这一步没有保存。`,
    next: '请在AB岗里改好后点“登记调整”。',
  })
}

function nothingChanged(): UserProblem {
  return new UserProblem({
    code: 'nothing_changed',
    message: '到生效那天，A岗、B岗和现在一样，没有可登记的调整。',
    next: '请检查生效日期，或放弃这些改动。',
  })
}

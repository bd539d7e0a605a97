// 培训计划: A teaches B, by when; done is known as touched.
import type { TrainingEdit, TrainingPlan } from '../../src-shared/backup-posts.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { notEnded } from '../database/not-ended.ts'

/** Pairs that have a plan already get the new date instead of a second line. */
export async function planTrainings(
  change: Change,
  { pairs, teacher_staff_id, due_on, note }: TrainingPlan,
): Promise<{ planned: number }> {
  const duty_ids = [...new Set(pairs.map(({ duty_id }) => duty_id))]
  const a_of = await teachersOf(change, duty_ids)
  const open = await change.db
    .selectFrom('post_trainings')
    .select(['id', 'duty_id', 'staff_id'])
    .where('duty_id', 'in', duty_ids)
    .where('done_on', 'is', null)
    .execute()
  const rows = pairs.map((pair) => {
    const teacher = teacher_staff_id ?? a_of.get(pair.duty_id) ?? null
    // Nobody teaches himself: an A who is his own B shows as a finding of the coverage.
    return { ...pair, teacher_staff_id: teacher === pair.staff_id ? null : teacher, due_on, note }
  })
  const fresh = []
  for (const row of rows) {
    const standing = open.find(
      ({ duty_id, staff_id }) => duty_id === row.duty_id && staff_id === row.staff_id,
    )
    if (standing === undefined) fresh.push({ ...row, done_on: null })
    else await change.db.updateTable('post_trainings').set(row).where('id', '=', standing.id).execute()
  }
  if (fresh.length > 0) await change.db.insertInto('post_trainings').values(fresh).execute()
  change.describe(`列入培训计划 ${pairs.length} 项`)
  return { planned: pairs.length }
}

async function teachersOf(change: Change, duty_ids: readonly number[]): Promise<Map<number, number>> {
  const holders = await change.db
    .selectFrom('duty_holders')
    .select(['duty_id', 'staff_id'])
    .where('duty_id', 'in', duty_ids)
    .where('role', '=', 'A')
    .where('from_on', '<=', change.today)
    .where(notEnded('to_on', change.today))
    .execute()
  return new Map(holders.map(({ duty_id, staff_id }) => [duty_id, staff_id]))
}

export async function editTraining(change: Change, { id, ...fields }: TrainingEdit): Promise<void> {
  if (fields.done_on !== null && fields.done_on > change.today) {
    const message = '完成日期不能晚于今天。'
    throw new UserProblem({ code: 'input', message, fields: { done_on: message } })
  }
  const words = await trainingWords(change, id)
  await change.db.updateTable('post_trainings').set(fields).where('id', '=', id).execute()
  change.describe(`${fields.done_on === null ? '修改' : '完成'}培训：${words}`)
}

export async function removeTraining(change: Change, id: number): Promise<void> {
  const words = await trainingWords(change, id)
  await change.db.deleteFrom('post_trainings').where('id', '=', id).execute()
  change.describe(`移出培训计划：${words}`)
}

async function trainingWords(change: Change, id: number): Promise<string> {
  const training = await change.db
    .selectFrom('post_trainings as t')
    .innerJoin('staff', 'staff.id', 't.staff_id')
    .innerJoin('duties', 'duties.id', 't.duty_id')
    .select(['staff.name', 'duties.number'])
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (training !== undefined) return `${training.name} ${training.number}`
  throw new UserProblem({
    code: 'training_gone',
    message: '这一项已经不在培训计划里。',
    next: '请刷新后再看。',
  })
}

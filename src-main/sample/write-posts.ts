// AB岗 of the sample: published, with the list of duties frozen, at the beginning of the half-year, adjusted since when somebody retired, a post without B,
// some Bs to be taught.
import { addDays } from '../../src-shared/dates.ts'
import { freezeDuties } from '../actions/freeze-duties.ts'
import { exceptPosts } from '../backup-posts/exceptions.ts'
import { publishPosts } from '../backup-posts/publications.ts'
import { listReadiness } from '../backup-posts/readiness.ts'
import { planTrainings } from '../backup-posts/trainings.ts'
import type { Change } from '../database/change.ts'
import type { SampleCalendar } from './sample-calendar.ts'
import type { SampleYear } from './sample-year.ts'
import { type SampleIds, there } from './write-department.ts'

const without_b = '工资发放终审和账册保管'

export async function writePosts(
  change: Change,
  year: SampleYear,
  calendar: SampleCalendar,
  ids: SampleIds,
): Promise<void> {
  const as_of = beginOfHalf(calendar)
  const half = as_of.slice(5) === '07-01' ? '下半年' : '上半年'
  const note = `${as_of.slice(0, 4)}年${half}公布`
  const { id } = await publishPosts(change, { as_of, approver: year.signer_name, note })
  await change.db.updateTable('post_publications').set({ published_on: as_of }).where('id', '=', id).execute()
  await freezeDuties(change, { name: `${as_of.slice(0, 4)}年${half}版`, as_of, note: '处务会审议通过' })
  await writeRetirement(change, year, ids)
  const at = year.duties.findIndex(({ content }) => content === without_b)
  const duty_id = ids.duties[at]
  if (duty_id !== undefined) {
    await exceptPosts(change, { duty_ids: [duty_id], reason: '终审与核算不相容，不设B岗' })
  }
  const strangers = (await listReadiness(change.db, calendar.today)).filter(({ state }) => state === 'never')
  await planTrainings(change, {
    pairs: strangers
      .slice(0, 4)
      .map(({ duty_id: id_of_duty, b }) => ({ duty_id: id_of_duty, staff_id: b.staff_id })),
    ...{ teacher_staff_id: null, due_on: calendar.ahead(20), note: '结对子，跟办一次' },
  })
  change.describe('载入示例年度：履职清单定版，AB岗的公布、调整和培训计划')
}

/** 1 January or 1 July, the last one that the sample has lived through. */
function beginOfHalf({ today, past }: SampleCalendar): string {
  const year = today.slice(0, 4)
  const begin = today >= `${year}-07-01` ? `${year}-07-01` : `${year}-01-01`
  const first_day = past[0] ?? today
  return begin < first_day ? first_day : begin
}

/** Who has left gave the duties to somebody else on the day after: one adjustment. */
async function writeRetirement(change: Change, year: SampleYear, ids: SampleIds): Promise<void> {
  for (const [name, last_day] of ids.last_days) {
    const { id: adjustment_id } = await change.db
      .insertInto('post_adjustments')
      .values({
        ...{ effective_on: addDays(last_day, 1), recorded_on: last_day },
        ...{ approver: year.signer_name, reason: `${name}退休` },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const rows = year.duties.flatMap((duty, at) => {
      if (duty.a_before !== name) return []
      return ([0, 1] as const).flatMap((is_after) => {
        const row = { adjustment_id, duty_id: ids.duties[at] ?? 0, is_after }
        const a = there(ids.people, is_after === 1 ? duty.a : name)
        return [
          { ...row, role: 'A' as const, rank: 1, staff_id: a },
          ...duty.b.map((b, turn) => ({
            ...row,
            role: 'B' as const,
            rank: turn + 1,
            staff_id: there(ids.people, b),
          })),
        ]
      })
    })
    if (rows.length > 0) await change.db.insertInto('post_adjustment_holders').values(rows).execute()
  }
}

// 交接单 and 返岗单 from what the book knows now: duties with who takes them, open matters, what was done meanwhile.
import type { AbsenceRow } from '../../src-shared/absences.ts'
import { slotsOf, spanOfSlots, spanText } from '../../src-shared/half-days.ts'
import type { HandedDuty, HandedMatter, Handover } from '../../src-shared/handovers.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { week_state_words } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { absenceRules, type Now, stateOfHandover } from './absence-rules.ts'
import { doneMeanwhile } from './done-meanwhile.ts'
import { getAbsence } from './list-absences.ts'
import { isHolding, type Office, type OfficeDuty, readOffice } from './read-office.ts'
import { answersFor } from './stretches.ts'

export async function getHandover(db: Db, now: Now, absence_id: number): Promise<Handover> {
  const { row } = await getAbsence(db, now, absence_id)
  const stored = await db
    .selectFrom('handovers')
    .selectAll()
    .where('absence_id', '=', absence_id)
    .executeTakeFirst()
  if (!stored) throw handoverGone()
  const { id: _, absence_id: __, ...facts } = stored
  const rows = await db
    .selectFrom('handover_items')
    .select(['section', 'name', 'quantity', 'medium', 'place', 'detail', 'is_back'])
    .where('handover_id', '=', stored.id)
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
  const office = await readOffice(db, slotsOf(row))
  const rules = await absenceRules(db, now)
  const own = office.absences.filter(({ id }) => id === absence_id)
  return {
    absence: row,
    ...facts,
    state: stateOfHandover(facts),
    items: rows.map((item) => ({ ...item, is_back: item.is_back === 1 })),
    duties: handedDuties(office, row),
    matters: await handedMatters(db, office, row),
    done: await doneMeanwhile(db, office, own, rules),
  }
}

export function handoverGone(): UserProblem {
  return new UserProblem({
    code: 'handover_gone',
    message: '这次离岗还没有交接单。',
    next: '请在离岗登记里打开这一次，点“生成交接单”。',
  })
}

function dutiesHeldAsA(office: Office, { staff_id, ...span }: AbsenceRow): OfficeDuty[] {
  return [...office.duties.values()].filter((duty) => isHolding(duty, staff_id, slotsOf(span), 'A'))
}

function handedDuties(office: Office, row: AbsenceRow): HandedDuty[] {
  return dutiesHeldAsA(office, row).map((duty) => ({
    number: duty.number,
    content: duty.content,
    taken_by: takenBy(office, duty, row),
  }))
}

const as_words = { A: 'A岗', appointed: '指派', B: 'B岗', nobody: '', unassigned: '' } as const

/** `李四（B岗）`; with days where more than one takes it in turn. */
export function takenBy(office: Office, duty: OfficeDuty, row: AbsenceRow): string {
  const answering = answersFor(office, duty, slotsOf(row))
  const who = (staff_id: number | null, as: keyof typeof as_words) =>
    staff_id === null ? '无人，待指派' : `${office.people.get(staff_id)?.name ?? ''}（${as_words[as]}）`
  if (answering.length === 1) return answering.map(({ staff_id, as }) => who(staff_id, as)).join('')
  return answering
    .map(({ staff_id, as, ...slots }) => `${spanText(spanOfSlots(slots))}：${who(staff_id, as)}`)
    .join('\n')
}

async function handedMatters(db: Db, office: Office, row: AbsenceRow): Promise<HandedMatter[]> {
  const matters = await db
    .selectFrom('matters as m')
    .leftJoin('matter_weeks as w', (join) =>
      join.onRef('w.matter_id', '=', 'm.id').on((on) =>
        on(
          'w.week_monday',
          '=',
          on
            .selectFrom('matter_weeks as newest')
            .select((week) => week.fn.max('newest.week_monday').as('monday'))
            .where('newest.progress', '<>', '')
            .whereRef('newest.matter_id', '=', 'm.id'),
        ),
      ),
    )
    .select(['m.number', 'm.title', 'm.detail', 'm.due_on', 'm.due_text', 'm.duty_id'])
    .select(['w.progress', 'w.week_state', 'w.unfinished_reason'])
    .where('m.staff_id', '=', row.staff_id)
    .where('m.state', 'in', ['assigned', 'in_progress', 'sign_off_asked'])
    .orderBy((order) => order.fn.coalesce('m.due_on', order.val('9999')))
    .orderBy('m.number')
    .execute()
  return matters.map(({ number, title, detail, due_on, due_text, duty_id, ...line }) => {
    const duty = duty_id === null ? undefined : office.duties.get(duty_id)
    return {
      number,
      title,
      progress: line.progress ?? '',
      next_step: line.unfinished_reason || detail,
      due: due_on ?? due_text,
      state: week_state_words[line.week_state ?? 'not_started'],
      taken_by: duty === undefined ? '' : takenBy(office, duty, row),
    }
  })
}

/** Who takes most of it: offered as 接收人. */
export async function likelyReceivers(db: Db, row: AbsenceRow): Promise<string> {
  const window = slotsOf(row)
  const office = await readOffice(db, window)
  const counts = new Map<number, number>()
  for (const duty of dutiesHeldAsA(office, row)) {
    for (const { staff_id, as } of answersFor(office, duty, window)) {
      if (staff_id === null || as === 'A') continue
      counts.set(staff_id, (counts.get(staff_id) ?? 0) + 1)
    }
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([staff_id]) => office.people.get(staff_id)?.name ?? '')
    .join('、')
}

// What an absence brings with it, asked while its dates are typed and shown again with the record.
import type { AbsencePreview, DueInWindow, DutyAway, PreviewQuestion } from '../../src-shared/absences.ts'
import {
  daysText,
  type SlotSpan,
  slotOf,
  slotsOf,
  spanOfSlots,
  spanText,
  workingHalves,
} from '../../src-shared/half-days.ts'
import { isProvisional } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { type AbsenceRules, absenceRules, type Now } from './absence-rules.ts'
import { candidatesFor, type Gap } from './candidates.ts'
import { isHolding, type Office, readOffice } from './read-office.ts'
import { answersFor, gapsIn, standingOf } from './stretches.ts'
import type { Answering } from './who-answers.ts'

const candidates_shown = 4

export async function previewAbsence(db: Db, now: Now, question: PreviewQuestion): Promise<AbsencePreview> {
  const rules = await absenceRules(db, now)
  const window = slotsOf(question)
  // An id no absence has: the typed one stands beside all that are stored.
  const id = question.absence_id ?? 0
  const absence = { id, staff_id: question.staff_id, kind: '', ...window }
  const office = await readOffice(db, window, { absence, stand_ins: question.stand_ins })
  const halves = workingHalves(window, rules.holidays)
  const duties = await affectedDuties(db, office, question.staff_id, window, rules)
  return {
    length: daysText(halves),
    needs_handover: halves > 0 && halves >= rules.handover_halves,
    is_provisional: [question.from_on, question.to_on].some((day) => isProvisional(day, rules.holidays)),
    clash: clashOf(office, question, id),
    duties: duties.map(({ duty }) => duty),
    ...(await dueMatters(db, office, question, duties)),
  }
}

function clashOf(office: Office, question: PreviewQuestion, id: number): string {
  const other = office.absences.find((one) => one.staff_id === question.staff_id && one.id !== id)
  if (other === undefined) return ''
  const name = office.people.get(question.staff_id)?.name ?? ''
  return `${name}${spanText(spanOfSlots(other))}已经登记了${other.kind}，时间重叠。`
}

interface Affected {
  duty: DutyAway
  answering: Answering[]
}

/**
 * The duties the person holds as A, and those held as B whose A is away as well at some time: what loses both stands
 * first, then in the order of the duty list.
 */
async function affectedDuties(
  db: Db,
  office: Office,
  staff_id: number,
  window: SlotSpan,
  rules: AbsenceRules,
): Promise<Affected[]> {
  const affected: Affected[] = []
  const gaps: Gap[] = []
  for (const duty of office.duties.values()) {
    const is_a = isHolding(duty, staff_id, window, 'A')
    if (!is_a && !isHolding(duty, staff_id, window)) continue
    const answering = answersFor(office, duty, window)
    if (!is_a && answering.every(({ as }) => as === 'A')) continue
    const risks = gapsIn(answering, rules.holidays)
    if (risks.length > 0) gaps.push({ duty, spans: risks })
    const { id, number, content, group_name } = duty
    affected.push({
      answering,
      duty: {
        duty_id: id,
        number,
        content,
        group_name,
        role: is_a ? 'A' : 'B',
        standing: standingOf(office, answering),
        risks: risks.map(spanOfSlots),
        candidates: [],
      },
    })
  }
  const candidates = await candidatesFor(db, office, gaps, candidates_shown)
  for (const [at, { duty }] of gaps.entries()) {
    const row = affected.find((one) => one.duty.duty_id === duty.id)
    if (row) row.duty.candidates = candidates[at] ?? []
  }
  return affected.toSorted((one, other) => weightOf(one.duty) - weightOf(other.duty))
}

function weightOf({ risks, role }: DutyAway): number {
  if (risks.length > 0) return 0
  return role === 'A' ? 1 : 2
}

async function dueMatters(
  db: Db,
  office: Office,
  question: PreviewQuestion,
  affected: readonly Affected[],
): Promise<{ due: DueInWindow[]; other_open: number }> {
  const rows = await db
    .selectFrom('matters as m')
    .select(['m.id as matter_id', 'm.number', 'm.title', 'm.due_on', 'm.duty_id'])
    .select((row) =>
      row.fn
        .coalesce(
          row
            .selectFrom('matter_weeks as w')
            .select((week) => week.fn.max('w.week_monday').as('monday'))
            .whereRef('w.matter_id', '=', 'm.id'),
          row.val(''),
        )
        .as('week_monday'),
    )
    .where('m.staff_id', '=', question.staff_id)
    .where('m.state', 'in', ['assigned', 'in_progress', 'sign_off_asked'])
    .orderBy('m.due_on')
    .orderBy('m.id')
    .execute()
  const due = rows.flatMap(({ duty_id, due_on, ...row }) => {
    if (due_on === null || due_on < question.from_on || due_on > question.to_on) return []
    return [{ ...row, due_on, stand_in: standInOn(office, affected, duty_id, due_on) }]
  })
  return { due, other_open: rows.length - due.length }
}

/** Who stands in on that day, in the morning or else in the afternoon. */
function standInOn(
  office: Office,
  affected: readonly Affected[],
  duty_id: number | null,
  day: string,
): string {
  const answering = affected.find(({ duty }) => duty.duty_id === duty_id)?.answering ?? []
  for (const half of ['am', 'pm'] as const) {
    const slot = slotOf(day, half)
    const now = answering.find(({ first, last }) => first <= slot && slot <= last)
    if (now === undefined || now.staff_id === null || now.as === 'A') continue
    return office.people.get(now.staff_id)?.name ?? ''
  }
  return ''
}

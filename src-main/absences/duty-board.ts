// 今日在岗表: who answers for each duty in one half day.
import {
  type AwayPerson,
  answers_words,
  type BoardQuestion,
  type BoardRow,
  type DutyBoard,
  type StandingIn,
} from '../../src-shared/absences.ts'
import { slotOf, spanOfSlots, spanText } from '../../src-shared/half-days.ts'
import { isWorkingDay } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import type { Now } from './absence-rules.ts'
import { type Office, type OfficeDuty, readOffice } from './read-office.ts'
import { whoAnswers } from './who-answers.ts'

export async function dutyBoard(db: Db, now: Now, { at }: BoardQuestion): Promise<DutyBoard> {
  const { day, half } = at ?? now
  const slot = slotOf(day, half)
  const office = await readOffice(db, { first: slot, last: slot })
  const here = [...office.people.values()].filter(
    ({ joined_on, left_on }) =>
      (joined_on === null || joined_on <= day) && (left_on === null || day <= left_on),
  )
  return {
    day,
    half,
    is_working_day: isWorkingDay(day, await holidayTable(db)),
    people: here.length,
    away: await awayPeople(db, office),
    rows: [...office.duties.values()].map((duty) => boardRow(office, duty, slot)),
  }
}

function boardRow(office: Office, duty: OfficeDuty, slot: number): BoardRow {
  const [now] = whoAnswers(duty, office.away, { first: slot, last: slot })
  const a = duty.holdings.find(({ role }) => role === 'A')
  const person = now?.staff_id == null ? undefined : office.people.get(now.staff_id)
  const absence = office.absences.find(({ staff_id }) => staff_id === a?.staff_id)
  const has_left = a !== undefined && now?.as !== 'A' && absence === undefined
  return {
    duty_id: duty.id,
    number: duty.number,
    content: duty.content,
    group_id: duty.group_id,
    group_name: duty.group_name,
    a_name: a === undefined ? '' : (office.people.get(a.staff_id)?.name ?? ''),
    a_away: absence ? `${absence.kind}，${spanText(spanOfSlots(absence))}` : has_left ? '不在名册' : '',
    staff_id: person?.id ?? null,
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    as: now?.as ?? 'unassigned',
  }
}

async function awayPeople(db: Db, office: Office): Promise<AwayPerson[]> {
  if (office.absences.length === 0) return []
  const reachable = await db
    .selectFrom('absences')
    .select(['id', 'reachable'])
    .where(
      'id',
      'in',
      office.absences.map(({ id }) => id),
    )
    .execute()
  const of = new Map(reachable.map((row) => [row.id, row.reachable]))
  return office.absences.map(({ id, staff_id, kind, ...slots }) => ({
    absence_id: id,
    staff_id,
    name: office.people.get(staff_id)?.name ?? '',
    group_name: office.people.get(staff_id)?.group_name ?? '',
    kind,
    reachable: of.get(id) ?? '',
    ...spanOfSlots(slots),
  }))
}

/** For screens that show names: who is away now, and of their duties who stands in. Nothing while everybody is there. */
export async function standingIn(db: Db, now: Now): Promise<StandingIn> {
  const slot = slotOf(now.day, now.half)
  const { from_on } = spanOfSlots({ first: slot, last: slot })
  const somebody = await db
    .selectFrom('absences')
    .select('id')
    .where('cancelled_on', 'is', null)
    .where('from_on', '<=', from_on)
    .where('to_on', '>=', from_on)
    .limit(1)
    .execute()
  if (somebody.length === 0) return { away: [], duties: [], nobody: 0 }
  const office = await readOffice(db, { first: slot, last: slot })
  const duties = [...office.duties.values()].flatMap((duty) => {
    const [now_answering] = whoAnswers(duty, office.away, { first: slot, last: slot })
    if (now_answering === undefined || now_answering.as === 'A' || now_answering.as === 'unassigned')
      return []
    const name =
      now_answering.staff_id === null ? '' : (office.people.get(now_answering.staff_id)?.name ?? '')
    const words = { B: `B岗${name}顶岗`, appointed: `指派${name}顶岗`, nobody: answers_words.nobody }
    return [{ duty_id: duty.id, words: words[now_answering.as] }]
  })
  return {
    away: office.absences.map((absence) => ({
      staff_id: absence.staff_id,
      name: office.people.get(absence.staff_id)?.name ?? '',
      words: `${absence.kind}，${spanText(spanOfSlots(absence))}`,
    })),
    duties,
    nobody: duties.filter(({ words }) => words === answers_words.nobody).length,
  }
}

// 顶岗统计: how often, how long and with what result each person stood in for others in a year, up to now.
import type { StandInDetail, StandInYear } from '../../src-shared/absences.ts'
import { type SlotSpan, sharedSlots, slotOf, spanOfSlots, workingPieces } from '../../src-shared/half-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import type { Now } from './absence-rules.ts'
import { type DoneInAbsence, doneMeanwhile } from './done-meanwhile.ts'
import { isHolding, type Office, type OfficeAbsence, readOffice } from './read-office.ts'
import { answersFor } from './stretches.ts'

interface StoodIn {
  duties: Set<number>
  slots: Set<number>
}

export async function standInYear(db: Db, now: Now, { year }: { year: number }): Promise<StandInYear[]> {
  const first = slotOf(`${year}-01-01`, 'am')
  const last = Math.min(slotOf(`${year}-12-31`, 'pm'), slotOf(now.day, now.half))
  if (last < first) return []
  const window = { first, last }
  const office = await readOffice(db, window)
  const holidays = await holidayTable(db)
  const absences = office.absences.flatMap((absence) => {
    const inside = sharedSlots(absence, window)
    return inside === null ? [] : [{ ...absence, ...inside }]
  })
  const done = await doneMeanwhile(db, office, absences, { now, holidays })
  const details = new Map<number, { absence: OfficeAbsence; stood: StoodIn }[]>()
  for (const absence of absences) {
    const pieces = workingPieces(absence, holidays)
    for (const [staff_id, stood] of whoStoodIn(office, absence, pieces)) {
      const own = details.get(staff_id) ?? []
      own.push({ absence, stood })
      details.set(staff_id, own)
    }
  }
  return [...office.people.values()].flatMap((person) => {
    const own = details.get(person.id) ?? []
    // What the A of a duty did for a colleague's matter is the A's own work.
    const stood_in = new Set(own.map(({ absence }) => absence.id))
    const acts = done.filter(
      ({ staff_id, absence_id, action_id }) =>
        staff_id === person.id && (action_id !== null || stood_in.has(absence_id)),
    )
    if (own.length === 0 && acts.length === 0) return []
    return [yearOfPerson(office, person.id, own, acts, absences)]
  })
}

/** Of one absence: who answered for the duties held as A, on which working half days. */
function whoStoodIn(
  office: Office,
  absence: OfficeAbsence,
  pieces: readonly SlotSpan[],
): Map<number, StoodIn> {
  const stood = new Map<number, StoodIn>()
  for (const duty of office.duties.values()) {
    if (!isHolding(duty, absence.staff_id, absence, 'A')) continue
    const own_days = duty.holdings.filter(
      ({ role, staff_id }) => role === 'A' && staff_id === absence.staff_id,
    )
    for (const span of pieces.flatMap((piece) =>
      own_days.flatMap((post) => sharedSlots(piece, post) ?? []),
    )) {
      for (const { staff_id, as, first, last } of answersFor(office, duty, span)) {
        if (staff_id === null || as === 'A') continue
        const there = stood.get(staff_id) ?? { duties: new Set(), slots: new Set() }
        stood.set(staff_id, there)
        there.duties.add(duty.id)
        for (let slot = first; slot <= last; slot += 1) there.slots.add(slot)
      }
    }
  }
  return stood
}

function yearOfPerson(
  office: Office,
  staff_id: number,
  own: readonly { absence: OfficeAbsence; stood: StoodIn }[],
  done: readonly DoneInAbsence[],
  absences: readonly OfficeAbsence[],
): StandInYear {
  const nothing: StoodIn = { duties: new Set(), slots: new Set() }
  const ids = new Set([...own.map(({ absence }) => absence.id), ...done.map(({ absence_id }) => absence_id)])
  const touched = absences.filter(({ id }) => ids.has(id))
  const details = touched.map((absence): StandInDetail => {
    const stood = own.find((one) => one.absence.id === absence.id)?.stood ?? nothing
    const acts = done.filter(({ absence_id }) => absence_id === absence.id)
    return {
      absence_id: absence.id,
      for_name: office.people.get(absence.staff_id)?.name ?? '',
      kind: absence.kind,
      ...spanOfSlots(absence),
      duties: stood.duties.size,
      halves: stood.slots.size,
      actions: acts.length,
      finished: acts.filter(({ is_finished }) => is_finished).length,
    }
  })
  const person = office.people.get(staff_id)
  return {
    staff_id,
    name: person?.name ?? '',
    group_name: person?.group_name ?? '',
    occasions: details.length,
    duties: new Set(own.flatMap(({ stood }) => [...stood.duties])).size,
    halves: new Set(own.flatMap(({ stood }) => [...stood.slots])).size,
    actions: done.length,
    finished: done.filter(({ is_finished }) => is_finished).length,
    details,
  }
}

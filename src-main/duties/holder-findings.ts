import type { DutyFinding } from '../../src-shared/duties.ts'

interface HeldBy {
  staff_id: number
  left_on: string | null
}

/** What is wrong with who holds a duty on `today`. A finding is shown, it forbids nothing. */
export function holderFindings(
  a: HeldBy | null,
  bs: readonly HeldBy[],
  today: string,
  needs_no_b: boolean,
): DutyFinding[] {
  const hasLeft = (holder: HeldBy) => holder.left_on !== null && holder.left_on < today
  const findings: DutyFinding[] = []
  if (a === null) findings.push('no_a')
  if (bs.length === 0 && !needs_no_b) findings.push('no_b')
  if (bs.some((b) => b.staff_id === a?.staff_id)) findings.push('same_a_b')
  if (a !== null && hasLeft(a)) findings.push('a_left')
  if (bs.some(hasLeft)) findings.push('b_left')
  return findings
}

import type { Coverage } from '../../src-shared/backup-posts.ts'
import type { Duty, DutyFinding } from '../../src-shared/duties.ts'
import type { StaffMember } from '../../src-shared/staff.ts'

/** Of the duties in use and the people who are here; both in the order they are shown. */
export function coverageOfPosts(rows: Duty[], people: readonly StaffMember[]): Coverage {
  const count = (...findings: DutyFinding[]) =>
    rows.filter((duty) => findings.some((finding) => duty.findings.includes(finding))).length
  const load = people.map(({ id, name, group_name, a_count, b_count }) => ({
    staff_id: id,
    name,
    group_name,
    a_count,
    b_count,
  }))
  return {
    people: people.length,
    duties: rows.length,
    without_a: count('no_a'),
    without_b: count('no_b'),
    excepted: rows.filter((duty) => duty.no_b_reason !== '').length,
    same_a_b: count('same_a_b'),
    left: count('a_left', 'b_left'),
    people_without_duty: load.filter((person) => person.a_count + person.b_count === 0).length,
    rows,
    load,
  }
}

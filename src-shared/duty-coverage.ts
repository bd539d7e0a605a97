// 覆盖检查: what is wrong, or worth a look, in who holds which duty. A finding is shown; it forbids nothing.

/** Findings about duties, in the order they are shown. */
export const duty_checks = ['no_a', 'no_b', 'same_a_b', 'a_left', 'b_left', 'other_group'] as const
export type DutyCheck = (typeof duty_checks)[number]

export const duty_check_words: Record<DutyCheck, string> = {
  no_a: '缺A岗',
  no_b: '缺B岗',
  same_a_b: 'A、B同一人',
  a_left: 'A岗已离开',
  b_left: 'B岗已离开',
  other_group: 'B岗跨组（需批准）',
}

/** A duty as far as a finding about it has to be understood. */
export interface CheckedDuty {
  id: number
  number: string
  group_name: string
  content: string
  a_name: string
  b_names: string[]
}

/** Two people who stand in for each other. When both are away nobody answers for these duties. */
export interface MutualPair {
  names: [string, string]
  duty_ids: number[]
}

/** Duties that say nearly the same. */
export interface AlikeDuties {
  duty_ids: number[]
  /** Of the two least alike that are joined here, from 0 to 1. */
  similarity: number
}

export interface PersonShare {
  staff_id: number
  name: string
  group_name: string
  a_count: number
  b_count: number
}

export interface DutyCoverage {
  people: number
  duties: number
  checks: Record<DutyCheck, number[]>
  mutual: MutualPair[]
  alike: AlikeDuties[]
  /** Everyone who is here, the heaviest load first. */
  shares: PersonShare[]
  /** The middle of all loads, A and B together. */
  median: number
  /** The duties that findings name. */
  rows: CheckedDuty[]
}

/** 偏重 from half above the median on, and at least three duties above it. */
export function isHeavy({ a_count, b_count }: PersonShare, median: number): boolean {
  const load = a_count + b_count
  return load >= median * 1.5 && load >= median + 3
}

export function hasNothing({ a_count, b_count }: PersonShare): boolean {
  return a_count + b_count === 0
}

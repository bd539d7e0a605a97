// The shape of samples/sample-year.json: a year of an invented department, without a date in it.
// Weeks are named by season and matters count their days from a Monday, so that the year is alive on any day.

import type { DutyKind, DutyWeight } from '../../src-shared/duties.ts'

export interface SampleYear {
  unit_name: string
  department_name: string
  clerk_name: string
  signer_name: string
  groups: SampleGroup[]
  people: SamplePerson[]
  duties: SampleDuty[]
  /** By season: month and n-th week of it, `11-3`; a week belongs to the month its Thursday lies in. */
  weeks: Record<string, SampleWeek>
}

export interface SampleGroup {
  code: string
  name: string
  /** 责任领导 of its matters. */
  leader: string
}

export interface SamplePerson {
  name: string
  /** Code of the group. */
  group: string
  post: string
  political_status?: string
  phone: string
  joined_on: string
  note: string
  /** Of one who has left: weeks from the present one, and the day of that week. */
  last_day?: { week: number; day: number }
}

export interface SampleDuty {
  group: string
  category: string
  content: string
  frequency: string
  due_rule: string
  basis: string
  standard: string
  output: string
  remark: string
  card_text?: string
  kind?: DutyKind
  weight?: DutyWeight
  risk?: string
  controls?: string
  steps?: string
  start_rule?: string
  report_to?: string
  a: string
  /** Who held A until the day he or she left. */
  a_before?: string
  b: string[]
}

export interface SampleWeek {
  /** Names of who handed in nothing that week. */
  missing: string[]
  matters: SampleMatter[]
}

/** Days of a matter count from the Monday of its first week: 0 is that Monday, 4 the Friday, 7 the next Monday. */
export interface SampleMatter {
  /** Place of its duty in the list, from 0. */
  duty: number
  /** With seasons to fill in: {年} {去年} {明年} {月} {上月} {下月} {季} {上季} {半年} {上周}. */
  title: string
  /** Who does it, where it is not the A of the duty. */
  staff?: string
  helpers: string
  source: string
  /** Absent for what came up in the week itself (计划外): then the day it came up. */
  came_up?: number
  due: number
  finish: number
  doing: string
  done: string
  evidence: string
  /** 未完成原因 of what was finished after its due week. */
  late_reason?: string
  extended?: { on: number; due: number; reason: string }
  returned?: { on: number; reason: string }
  withdrawn?: { on: number; reason: string }
  /** Days from sign-off to the archive; 0 or absent is 同步归档. */
  archive_after?: number
}

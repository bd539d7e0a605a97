import { sql } from 'kysely'
import {
  type FindingKind,
  finding_words,
  type WeekCheck,
  type WeekFinding,
} from '../../src-shared/closing.ts'
import {
  isEmptyWeek,
  mergedMondays,
  nextWorkWeek,
  titleOfWeek,
  workWeekOf,
} from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { isOpenIn } from './open-matters.ts'
import { type WeekRules, weekRules } from './rules.ts'
import { peopleOfWeek } from './week-reports.ts'

/** 关账前检查: who has not handed in, and what is still to be said or done of the week's open matters. */
export async function checkWeek(db: Db, today: string, monday: string): Promise<WeekCheck> {
  const rules = await weekRules(db, today)
  const matters = await openMattersOf(db, rules, monday)
  const people = await peopleOfWeek(db, rules, monday, [])
  const missing = people
    .filter(({ state }) => state === 'missing')
    .map(({ name, group_name }) => {
      return { matter_id: null, number: '', title: '', group_name, staff_name: name, due_on: null }
    })
  const found = matter_checks.map(([kind, lacks]) => ({
    kind,
    rows: matters.filter((matter) => lacks(matter, today)).map(asFinding),
  }))
  return {
    title: titleOfWeek(monday, rules.holidays),
    obstacle: obstacleTo(monday, rules),
    findings: [{ kind: 'missing' as const, rows: missing }, ...found].filter(({ rows }) => rows.length > 0),
  }
}

/** 未报 2 人，没有时限 1 项 */
export function findingWords(findings: WeekCheck['findings']): string {
  return findings
    .map(({ kind, rows }) => `${finding_words[kind]} ${rows.length} ${kind === 'missing' ? '人' : '项'}`)
    .join('，')
}

type OpenMatter = Awaited<ReturnType<ReturnType<typeof selectOpenMatters>['execute']>>[number]

const matter_checks: readonly (readonly [FindingKind, (matter: OpenMatter, today: string) => boolean])[] = [
  ['no_person', ({ staff_id }) => staff_id === null],
  ['no_due', ({ due_on, due_text }) => due_on === null && due_text === ''],
  [
    'no_reason',
    ({ due_on, week_state, unfinished_reason }, today) =>
      due_on !== null && due_on < today && week_state !== 'done' && unfinished_reason === '',
  ],
  ['not_reviewed', ({ state }) => state === 'sign_off_asked'],
  ['not_signed_off', ({ state, week_state }) => week_state === 'done' && state !== 'sign_off_asked'],
  ['not_carried', ({ is_carried }) => is_carried === 0],
]

/** One query; of a matter that stands in several of the merged weeks the newest row. */
async function openMattersOf(db: Db, { holidays }: WeekRules, monday: string): Promise<OpenMatter[]> {
  const next = mergedMondays(nextWorkWeek(monday, holidays), holidays)
  const rows = await selectOpenMatters(db, mergedMondays(monday, holidays), next).execute()
  const newest = new Map<number, string>()
  for (const { id, week_monday } of rows) {
    if (week_monday > (newest.get(id) ?? '')) newest.set(id, week_monday)
  }
  return rows.filter(({ id, week_monday }) => newest.get(id) === week_monday)
}

function selectOpenMatters(db: Db, mondays: readonly string[], next_mondays: readonly string[]) {
  return db
    .selectFrom('matter_weeks as w')
    .innerJoin('matters as m', 'm.id', 'w.matter_id')
    .innerJoin('groups', 'groups.id', 'm.group_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select(['m.id', 'm.number', 'm.title', 'm.state', 'm.staff_id', 'm.due_on', 'm.due_text'])
    .select(['w.week_monday', 'w.week_state', 'w.unfinished_reason', 'groups.name as group_name'])
    .select([
      sql<string>`coalesce(staff.name, '')`.as('staff_name'),
      sql<0 | 1>`EXISTS (SELECT 1 FROM matter_weeks AS n
        WHERE n.matter_id = m.id AND n.week_monday IN (${sql.join(next_mondays)}))`.as('is_carried'),
    ])
    .where('w.week_monday', 'in', mondays)
    .where(isOpenIn('m'))
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy(sql`staff.sort_order IS NULL`)
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .orderBy('w.sort_order')
    .orderBy('w.id')
}

function asFinding({ id, number, title, group_name, staff_name, due_on }: OpenMatter): WeekFinding {
  return { matter_id: id, number, title, group_name, staff_name, due_on }
}

function obstacleTo(monday: string, { today, holidays }: WeekRules): string {
  if (monday > today) return '这一周还没有开始，不能关账。'
  if (!isEmptyWeek(monday, holidays)) return ''
  return `这一周没有工作日，和${titleOfWeek(workWeekOf(monday, holidays), holidays)}一起关账。`
}

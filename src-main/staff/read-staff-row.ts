import { StaffDraft, type StaffMember } from '../../src-shared/staff.ts'
import type { ImportContext, Offer, RowOutcome, Said, SheetRow } from '../imports/import-sheet.ts'
import type { StaffField } from './staff-sheet.ts'

type StaffRow = SheetRow<StaffField>

export interface StaffRecord {
  id: number | null
  fields: StaffDraft
  new_group: string | null
  /** Null leaves what is there. */
  left_on: string | null
}

export interface Roster {
  by_code: ReadonlyMap<string, StaffMember>
  by_name: ReadonlyMap<string, StaffMember[]>
  by_former_name: ReadonlyMap<string, StaffMember[]>
  /** Key of the person and the row of this sheet that named them. */
  seen: Map<string, { row: number; said: string }>
}

export function readStaffRow(row: StaffRow, roster: Roster, context: ImportContext): RowOutcome<StaffRecord> {
  const outcome: RowOutcome<StaffRecord> = {
    said: [],
    issues: [],
    skip: null,
    is_new: false,
    draft: null,
    new_group: null,
  }
  const [person, ...others] = row.names('name')
  if (person === undefined) return withoutName(row, outcome)
  if (others.length > 0) {
    const why = '一格里有几个姓名，每人要占一行。'
    return { ...outcome, issues: [row.issue('name', 'wrong', why, '请拆成几行后再导入。')] }
  }
  const group = readGroup(row, context, outcome)
  const found = findMember(row, person.name, group.id, roster, outcome)
  const joined_on = readDay(row, 'joined_on', outcome)
  const leaving = readLeaving(row, found, context.today, outcome)
  const old = found ?? null
  const fields = {
    name: old !== null && hadName(old, person.name, roster) ? old.name : person.name,
    group_id: group.id ?? (group.new_name === null ? (old?.group_id ?? null) : null),
    staff_code: row.code('staff_code') || (old?.staff_code ?? ''),
    ...readPost(row, old),
    political_status: row.text('political_status') || (old?.political_status ?? ''),
    phone: row.code('phone') || (old?.phone ?? ''),
    note: [row.text('note'), person.note].filter(Boolean).join('；') || (old?.note ?? ''),
    joined_on: joined_on ?? old?.joined_on ?? null,
  }
  checkFields(row, fields, outcome)
  outcome.is_new = old === null
  outcome.said = saidOf(fields, group, leaving.on ?? old?.left_on ?? null, old, context)
  outcome.skip = leaving.skip
  outcome.new_group = group.new_name
  outcome.draft = {
    id: old?.id ?? null,
    fields,
    new_group: group.new_name,
    left_on: leaving.on === (old?.left_on ?? null) ? null : leaving.on,
  }
  if (outcome.skip === null) refuseTwice(row, outcome.draft, roster, outcome)
  return outcome
}

/** A unit that has one word for both writes it as 岗位, whichever of the two heads the column. */
function readPost(row: StaffRow, old: StaffMember | null): { post: string; position: string } {
  const [post, position] = [row.text('post'), row.text('position')]
  const known = { post: old?.post ?? '', position: old?.position ?? '' }
  if (!row.hasColumn('post')) return { ...known, post: position || known.post }
  return { post: post || known.post, position: position || known.position }
}

function withoutName(row: StaffRow, outcome: RowOutcome<StaffRecord>): RowOutcome<StaffRecord> {
  if (!row.has('post') && !row.has('position') && !row.has('phone')) {
    const others: StaffField[] = ['note', 'joined_on', 'left_on', 'status']
    if (!others.some((field) => row.has(field))) return { ...outcome, skip: '没有姓名' }
    const issue = row.issue('name', 'warning', '没有姓名，这一行没有读入。', '请补上姓名，或删去这一行。')
    return { ...outcome, skip: '没有姓名', issues: [issue] }
  }
  return { ...outcome, issues: [row.issue('name', 'wrong', '姓名是空的。', '请补上姓名，或删去这一行。')] }
}

interface GroupOfRow {
  id: number | null
  name: string
  /** The name of a group that the book does not have yet. */
  new_name: string | null
}

function readGroup(row: StaffRow, context: ImportContext, outcome: RowOutcome<StaffRecord>): GroupOfRow {
  const heading = [row.section, ...row.caption.split('\n')].find((line) => /^.{1,12}[组科室处部]$/.test(line))
  const name = row.text('group').replace(/\s+/g, '') || heading
  if (name === undefined) {
    const chosen = context.groups.all.find(({ id }) => id === context.group_id)
    return { id: chosen?.id ?? null, name: chosen?.name ?? '', new_name: null }
  }
  const known = context.groups.find(name)
  if (known) return { ...known, new_name: null }
  // A line above the table is taken for a group only when there is such a group.
  if (!row.has('group')) return { id: context.group_id, name: '', new_name: null }
  const new_name = context.groups.newName(name)
  const alike = context.groups.findAlike(name)
  if (alike) {
    const why = `没有“${name}”这个组别，会新建一个。`
    outcome.issues.push(
      row.issue('group', 'warning', why, `是不是“${alike.name}”？`, { instead: alike.name }),
    )
  }
  return { id: null, name: new_name, new_name }
}

function findMember(
  row: StaffRow,
  name: string,
  group_id: number | null,
  roster: Roster,
  outcome: RowOutcome<StaffRecord>,
): StaffMember | undefined {
  const code = row.code('staff_code')
  const coded = code === '' ? undefined : roster.by_code.get(code)
  if (coded) {
    if (hadName(coded, name, roster)) {
      outcome.issues.push(formerIssue(row, coded, name))
    } else if (coded.name !== name) {
      outcome.issues.push(
        row.issue('name', 'warning', `工号 ${code} 在名册里是“${coded.name}”，保存后改为“${name}”。`),
      )
    }
    return coded
  }
  const namesakes = (roster.by_name.get(name) ?? []).filter(
    ({ staff_code }) => code === '' || staff_code === '',
  )
  const isHere = (member: StaffMember) =>
    member.group_id === group_id || member.group_id === null || !row.hasColumn('group')
  const here = namesakes.filter(isHere)
  const [only, second] = here
  if (second) {
    const why = `名册里有 ${here.length} 位“${name}”，看不出是哪一位。`
    outcome.issues.push(row.issue('name', 'wrong', why, '请在表中写明工号。'))
  } else if (!only && namesakes[0]) {
    const why = `名册里“${namesakes[0].group_name || '未分组'}”已有一位“${name}”，这里按另一个人新增。`
    outcome.issues.push(row.issue('name', 'warning', why, '如是同一人，请去掉这一行，在人员里改组别。'))
  }
  if (namesakes.length === 0) return findByFormerName(row, name, isHere, roster, outcome)
  return second ? undefined : only
}

/** 曾用名: nobody has the name now, and one person there had it. */
function findByFormerName(
  row: StaffRow,
  name: string,
  isHere: (member: StaffMember) => boolean,
  roster: Roster,
  outcome: RowOutcome<StaffRecord>,
): StaffMember | undefined {
  const code = row.code('staff_code')
  const [only, second] = (roster.by_former_name.get(name) ?? []).filter(
    (member) => isHere(member) && (code === '' || member.staff_code === ''),
  )
  if (only === undefined || second) return undefined
  outcome.issues.push(formerIssue(row, only, name))
  return only
}

function hadName(member: StaffMember, name: string, { by_former_name }: Roster): boolean {
  return by_former_name.get(name)?.includes(member) ?? false
}

function formerIssue(row: StaffRow, member: StaffMember, name: string) {
  const why = `“${name}”是${member.name}的曾用名，按“${member.name}”登记，姓名不改。`
  const next = '如是新来的另一个人，请在表中写明他的工号。'
  return row.issue('name', 'warning', why, next, { instead: member.name })
}

/** A day of the roster; what cannot be read as one is said and left out. */
function readDay(
  row: StaffRow,
  field: 'joined_on' | 'left_on',
  outcome: RowOutcome<StaffRecord>,
): string | null {
  const reading = row.date(field, null)
  const tell = (severity: 'wrong' | 'warning', why: string, suggestion?: string, offer?: Offer) =>
    void outcome.issues.push(row.issue(field, severity, why, suggestion, offer))
  switch (reading.state) {
    case 'empty':
      return null
    case 'date':
      if (reading.doubt)
        tell('warning', `${reading.doubt}。`, undefined, offerOf(reading.other, `${field} tens`))
      return reading.on
    case 'impossible':
      tell('wrong', `${reading.why}。`, reading.suggestion, offerOf(reading.nearest, `${field} nearest`))
      return null
    case 'no_year':
      tell('warning', `“${reading.text}”没有写年份，日期没有登记。`, '请写成 2026-11-20 这样。')
      return null
    default:
      tell('warning', `“${reading.text}”不是完整的日期，没有登记。`, '请写成 2026-11-20 这样。')
      return null
  }
}

/** Days that were misread in the same way are put right together. */
function offerOf(day: string | undefined, kind: string): Offer | undefined {
  return day === undefined ? undefined : { instead: day, kind }
}

/** Somebody listed under 离职 needs a date; without one nothing is recorded of it. */
function readLeaving(
  row: StaffRow,
  member: StaffMember | undefined,
  today: string,
  outcome: RowOutcome<StaffRecord>,
): { on: string | null; skip: string | null } {
  const on = readDay(row, 'left_on', outcome)
  if (on !== null) return { on, skip: null }
  if (!isListedAsLeft(row)) {
    if (member?.left_on && member.left_on < today) {
      const why = `名册里“${member.name}”已在 ${member.left_on} 离开。`
      outcome.issues.push(row.issue('name', 'wrong', why, '如已回来，请先在人员里重新列入。'))
    }
    return { on: null, skip: null }
  }
  if (member === undefined) return { on: null, skip: '列在离职一栏，没有离开日期，不登记' }
  if (member.left_on === null) {
    const why = '表中列为离职，没有写离开日期；名册里此人还在。'
    outcome.issues.push(row.issue('left_on', 'wrong', why, '请补上离开日期。'))
  }
  return { on: member.left_on, skip: null }
}

function isListedAsLeft(row: StaffRow): boolean {
  if (/^(?:离|调离|退休|辞职|已离|否)/.test(row.text('status'))) return true
  const captions = row.caption.split('\n')
  return captions.some((line) => line.length <= 10 && /^(?:离职|离岗|离开|调离|退休)/.test(line))
}

function checkFields(row: StaffRow, fields: StaffDraft, outcome: RowOutcome<StaffRecord>): void {
  const checked = StaffDraft.safeParse(fields)
  if (checked.success) return
  for (const { path, message } of checked.error.issues) {
    const field = path[0] === 'group_id' ? 'group' : (path[0] as StaffField)
    outcome.issues.push(row.issue(field, 'wrong', message))
  }
}

function saidOf(
  fields: StaffDraft,
  group: GroupOfRow,
  left_on: string | null,
  old: StaffMember | null,
  context: ImportContext,
): Said[] {
  const group_name =
    group.new_name ??
    context.groups.all.find(({ id }) => id === fields.group_id)?.name ??
    old?.group_name ??
    ''
  const said: Said[] = [
    { label: '姓名', value: fields.name, old: old?.name ?? '' },
    { label: '组别', value: group_name, old: old?.group_name ?? '' },
    { label: '工号', value: fields.staff_code, old: old?.staff_code ?? '' },
    { label: '岗位', value: fields.post, old: old?.post ?? '' },
    { label: '职务', value: fields.position, old: old?.position ?? '' },
    { label: '政治面貌', value: fields.political_status, old: old?.political_status ?? '' },
    { label: '联系电话', value: fields.phone, old: old?.phone ?? '' },
    { label: '到岗日期', value: fields.joined_on ?? '', old: old?.joined_on ?? '' },
    { label: '离开日期', value: left_on ?? '', old: old?.left_on ?? '' },
    { label: '备注', value: fields.note, old: old?.note ?? '' },
  ]
  return said.filter(({ value, old: before }) => value !== '' || before !== '')
}

/** The same person twice in one sheet: the first row counts. */
function refuseTwice(
  row: StaffRow,
  { id, fields, new_group }: StaffRecord,
  roster: Roster,
  outcome: RowOutcome<StaffRecord>,
): void {
  const has_code = fields.staff_code !== ''
  const fresh = has_code ? `#${fields.staff_code}` : `${fields.name}|${new_group ?? fields.group_id}`
  const key = id === null ? fresh : `@${id}`
  const said = JSON.stringify(outcome.said)
  const first = roster.seen.get(key)
  if (first === undefined) {
    roster.seen.set(key, { row: row.row, said })
  } else if (first.said === said) {
    outcome.skip = `与第 ${first.row} 行相同`
  } else {
    const what = has_code ? `工号 ${fields.staff_code}` : `“${fields.name}”`
    const why = `${what}与第 ${first.row} 行重复，而内容不同。`
    const field = has_code ? 'staff_code' : 'name'
    outcome.issues.push(row.issue(field, 'wrong', why, '请核对后只留一行，或写明不同的工号。'))
  }
}

// Of people and duties there are few: all that answer are found at once, in the order of their lists.
import { sql } from 'kysely'
import type { FoundRow } from '../../src-shared/search.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import { named, names, row } from './found-rows.ts'
import { passageOf } from './passage.ts'
import { loadPinyin } from './pinyin.ts'
import { answering } from './question.ts'
import { matchOfFilter, type ReadFilter } from './read-filter.ts'
import { searchableStaff } from './search-rows.ts'

/** Those who are here first; names are read syllable by syllable. */
export async function staffFound(db: Db, read: ReadFilter, today: string): Promise<FoundRow[]> {
  const { question, group_id, staff_id } = read
  const asked = (await searchableStaff(db)).filter(
    (person) => (group_id ?? person.group_id) === person.group_id && (staff_id ?? person.id) === person.id,
  )
  const pinyin = question.letters === null ? null : await loadPinyin()
  const { by_text, by_sound } = answering(asked, question, pinyin, (person) => ({
    texts: [person.name, person.former_names, person.staff_code, person.phone, person.post],
    name: person.name,
  }))
  return [...by_text, ...by_sound].map((person) => ({
    ...row('staff', person.id, person.name, person.post),
    passage: passageOf(question, [person.name, person.post], {
      曾用名: person.former_names,
      编号: person.staff_code,
      电话: person.phone,
    }),
    group_name: person.group_name,
    state: person.left_on !== null && person.left_on < today ? '已离开' : '',
    route: `#/staff?open=${person.id}`,
  }))
}

/** Those in use first. */
export async function dutiesFound(db: Db, read: ReadFilter, today: string): Promise<FoundRow[]> {
  const match = matchOfFilter({ ...read, staff_id: null })
  const rows = await dutiesAsked(db, read, today)
    .innerJoin('categories', 'categories.id', 'duties.category_id')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .select(['duties.id', 'number', 'content', 'due_rule', 'basis', 'output', 'remark', 'duties.voided_on'])
    .select([...named])
    .select(
      sql<string>`coalesce((SELECT group_concat(s.name, '、') FROM duty_holders AS h JOIN staff AS s ON s.id = h.staff_id
        WHERE h.duty_id = duties.id AND h.role = 'A' AND h.from_on <= ${today} AND ${notEnded('h.to_on', today)}), '')`.as(
        'staff_name',
      ),
    )
    .$if(match !== null, (query) =>
      query.where(
        sql<boolean>`duties.id IN (SELECT rowid FROM search_duties WHERE search_duties MATCH ${match})`,
      ),
    )
    .orderBy(sql`duties.voided_on IS NOT NULL`)
    .orderBy('number')
    .execute()
  return rows.map((duty) => ({
    ...row('duty', duty.id, duty.number, duty.content),
    ...names(duty),
    passage: passageOf(read.question, [duty.number, duty.content], {
      时限: duty.due_rule,
      依据: duty.basis,
      成果: duty.output,
      备注: duty.remark,
    }),
    state: duty.voided_on === null ? '' : '已作废',
    route: `#/duties?open=${duty.id}`,
  }))
}

/** Whoever holds a duty may change without the duty: of whom it is, the records themselves are asked. */
export function dutiesAsked(db: Db, { staff_id }: ReadFilter, today: string) {
  return db.selectFrom('duties').$if(staff_id !== null, (query) =>
    query.where(
      sql<boolean>`EXISTS (SELECT 1 FROM duty_holders AS h WHERE h.duty_id = duties.id AND h.staff_id = ${staff_id}
        AND h.from_on <= ${today} AND ${notEnded('h.to_on', today)})`,
    ),
  )
}

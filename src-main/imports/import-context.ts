import type { ImportChoices } from '../../src-shared/imports.ts'
import { readDate } from '../../src-shared/read-date.ts'
import { mondayOf } from '../../src-shared/week.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { listCategories } from '../settings/categories.ts'
import { listGroups } from '../settings/groups.ts'
import { listFormerNames } from '../staff/former-names.ts'
import { listStaff } from '../staff/list-staff.ts'
import type { FoundTable } from './choose-sheet.ts'
import { findWeek } from './find-week.ts'
import type { ImportContext } from './import-sheet.ts'
import { createPeople, type Roll } from './people.ts'
import type { Sounds } from './pinyin-sounds.ts'
import { createPlaces } from './places.ts'

export interface SheetAround {
  choices: ImportChoices
  /** Texts above the table, then the names of the sheet and of the file. */
  texts: readonly string[]
  tables: readonly FoundTable[]
  is_weekly: boolean
  sounds: Sounds
  warn(sentence: string): void
}

/** What the rows are read with: the roster, groups and categories of the book, and the week they speak of. */
export async function readContext(db: Db, today: string, around: SheetAround): Promise<ImportContext> {
  const { choices, texts, sounds, warn } = around
  const groups = await listGroups(db)
  const holidays = await holidayTable(db)
  return {
    today,
    people: createPeople(await readRoll(db, today), today, sounds),
    groups: createPlaces(groups),
    categories: createPlaces(await listCategories(db)),
    group_id: choices.group_id,
    category_id: choices.category_id,
    week_monday: around.is_weekly ? weekOfSheet(today, around, holidays) : mondayOf(today),
    head: texts,
    holidays,
    warn,
  }
}

export async function readRoll(db: Db, today: string): Promise<Roll> {
  return { members: await listStaff(db, today, true), former_names: await listFormerNames(db) }
}

function weekOfSheet(
  today: string,
  { choices, texts, tables, warn }: SheetAround,
  { names = {} }: HolidayTable,
): string {
  if (choices.week_monday !== null) return choices.week_monday
  const captions = tables.flatMap(({ table }) => table.caption.split('\n'))
  const cells = tables.flatMap(({ rows }) =>
    rows.flatMap(({ skip, cells }) => (skip === null ? cells.get('day') : [])),
  )
  const days = cells.flatMap((cell) => {
    const reading = cell ? readDate(cell, today) : null
    return reading?.state === 'date' ? [reading.on] : []
  })
  const { monday, doubt } = findWeek({ texts: [...texts, ...captions], days, today, names })
  if (doubt) warn(doubt)
  return monday
}

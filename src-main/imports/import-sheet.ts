// 导入: somebody's sheet is read, understood, checked and planned; only what was accepted is saved.
import type { ImportKind } from '../../src-shared/imports.ts'
import type { RowIssue } from '../../src-shared/problem.ts'
import type { DateReading } from '../../src-shared/read-date.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import type { People } from './people.ts'
import type { NameInCell } from './read-names.ts'

/** What the cells of a column look like, whatever its header says. */
export type Look = 'name' | 'person' | 'date' | 'group' | 'category' | 'phone' | 'text'

/** A column that a sheet of this subject may have, and what such columns are called. */
export interface SheetColumn<Field extends string = string> {
  field: Field
  /** What the preview calls it. */
  label: string
  /** Headers that mean this column, the surest first. */
  words: readonly string[]
  /** Headers that mean it only when nothing better is there. */
  weak?: readonly string[]
  /** Headers that sound like it and are something else. */
  not?: RegExp
  /** Without one of these columns the sheet cannot be of this subject; a row without its value is no row. */
  is_anchor?: boolean
  /** 组别, 类别: written once for several rows. */
  is_grouping?: boolean
  /** Does not make a row by itself, such as 工号 drawn down a column in advance. */
  is_serial?: boolean
  /** Its cells look so: a guess for the clerk to confirm, where no header names it. */
  look?: Look
}

/** What a cell, or one name in it, could be read as instead. */
export interface Offer {
  instead: string
  /** The part of the cell that is meant; all of it when left out. */
  found?: string
  /** Offers of one kind are taken together; when left out, the same of the same. */
  kind?: string
}

/** One row of the sheet, asked by field. A field whose column is missing answers as if it were empty. */
export interface SheetRow<Field extends string = string> {
  readonly row: number
  /** Its first cell in its table. */
  readonly address: string
  /** What stands above its table, and the section row above it (（一）党建组); empty when there is none. */
  readonly caption: string
  readonly section: string
  hasColumn(field: Field): boolean
  has(field: Field): boolean
  /** Empty for `/`, — and 无 too. */
  text(field: Field): string
  /** Half width and without blanks. */
  code(field: Field): string
  names(field: Field): NameInCell[]
  /** A date without a year takes the year that brings it closest to `near`. */
  date(field: Field, near: string | null): DateReading
  /** An issue at the cell of the field, or at the header or the row's first cell when there is no such cell. */
  issue(
    field: Field,
    severity: RowIssue['severity'],
    why: string,
    suggestion?: string,
    offer?: Offer,
  ): RowIssue
}

/** What the sheet says in one field, and what the book says now. */
export interface Said {
  label: string
  value: string
  /** The same as `value` when nothing would change; empty for something new. */
  old: string
}

/** What a row means. It is saved only when it has a draft and no issue that is `wrong`. */
export interface RowOutcome<Draft> {
  said: Said[]
  issues: RowIssue[]
  /** Why the row is none of this subject's; null when it is one. */
  skip: string | null
  is_new: boolean
  draft: Draft | null
  /** A group that the draft needs and the book does not have. */
  new_group: string | null
  /** The code that the row's own number gives to that group. */
  new_group_code?: string | null
}

export interface ImportContext {
  today: string
  people: People
  groups: Places
  categories: Places
  /** The clerk's choice for rows that name none. */
  group_id: number | null
  category_id: number | null
  /** 周报: Monday of the week that is reported on; the current one for other sheets. */
  week_monday: string
  /** Texts above the first table (title, 填报单位), then the names of the sheet and of the file. */
  head: readonly string[]
  holidays: HolidayTable
  /** Takes a sentence about the sheet as a whole. */
  warn(sentence: string): void
}

/** Groups or categories of the book. */
export interface Places {
  all: readonly { id: number; code: string; name: string }[]
  /** Every code that is taken, also by those no longer in use. */
  codes: ReadonlySet<string>
  /** By its full name or, failing that, by what the name says without 组, 科, 处. */
  find(name: string): { id: number; name: string } | undefined
  /** Also by a part: 党建（党委工作） and 人事 are understood where they can mean only one. */
  findAlike(name: string): { id: number; name: string } | undefined
  /** What a name could be a slip for: the one that it shares most with; undefined where two share as much. */
  closest(name: string): { id: number; name: string } | undefined
  /** The name of a place that is yet to be made; 党建 and 党建组 in one sheet are one, called as it came first. */
  newName(name: string): string
}

/** An importable sheet: its columns, what a row means, and how it is saved. */
export interface ImportSheet<Field extends string, Draft, Book> {
  kind: ImportKind
  columns: readonly SheetColumn<Field>[]
  /** True when the sheet reports on a week that has to be found first. */
  is_weekly?: boolean
  readBook(db: Db, context: ImportContext): Promise<Book>
  /** Called row by row in the order of the sheet, so that `book` can remember what earlier rows said. */
  readRow(row: SheetRow<Field>, book: Book, context: ImportContext): RowOutcome<Draft>
  /** After the last row, with those that are neither wrong nor skipped: what saving does besides. */
  afterRows?(outcomes: readonly RowOutcome<Draft>[], book: Book, context: ImportContext): void
  /** `drafts` are those accepted, in the order of the sheet. */
  save(change: Change, drafts: readonly Draft[], book: Book, around: Saving): Promise<void>
}

export interface Saving {
  /** The id of a group by its name, also of one that the sheet has named for the first time. */
  groupId(name: string): number
  /** To be awaited before the draft `at` of `count`, or before a few of them: others may want their turn. */
  before(at: number, count: number): Promise<void>
}

import type { ImportKind, ImportTotals } from '../../../src-shared/imports.ts'
import { buildWorkbook, escapeXml, type SheetPart, type WorkbookParts } from '../build-workbook.ts'

/** One file of a family of bad workbooks, and what shall become of it. */
export interface HostileCase {
  /** Group and number of its family: A1 to F88. */
  id: string
  what: string
  /** 名册.xlsx if left out. */
  name?: string
  bytes(): Buffer
  /** What it is imported as; a roster if left out. */
  kind?: ImportKind
  expected: Refused | Read
}

/** Cannot be read. */
export interface Refused {
  code: string
  message: RegExp
  /** The cell that the message names. */
  cell?: string
}

/** Is read and planned: with these warnings and no others, and these verdicts on its rows. */
export interface Read {
  warnings: readonly RegExp[]
  totals: Partial<ImportTotals>
  /** Cells that issues stand at, and what they say. */
  issues?: Readonly<Record<string, RegExp>>
  /** Texts of cells as they were read. */
  texts?: Readonly<Record<string, string>>
}

/** Read without a word: three people are new. */
export const accepted: Read = { warnings: [], totals: { read: 3, new: 3 } }

export function warned(...warnings: RegExp[]): Read {
  return { ...accepted, warnings }
}

export function damaged(message: RegExp, cell?: string): Refused {
  return { code: 'workbook_damaged', message, ...(cell ? { cell } : {}) }
}

export function refused(message: RegExp): Refused {
  return { code: 'workbook_refused', message }
}

export function tooBig(message: RegExp, cell?: string): Refused {
  return { code: 'workbook_too_big', message, ...(cell ? { cell } : {}) }
}

export const header = ['姓名', '组别', '工号', '岗位', '到岗日期']
export const people = [
  ['王伟', '党建组', 'A001', '组长', '2019-06-17'],
  ['李娜', '党建组', 'A002', '干事', '2021-03-01'],
  ['张敏', '人事组', 'A003', '干事', '2020-09-14'],
]
export const rosterRows = [header, ...people]

/** Rows as XML, all text inline. */
export function textRows(rows: readonly (readonly string[])[]): string {
  return rows.map((cells, index) => row(cells.map(text).join(''), index + 1)).join('')
}

export function row(cells: string, number: number): string {
  return `<row r="${number}">${cells}</row>`
}

export function text(value: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

/** A good roster of three, with whatever else the case needs. */
export function roster(parts: Omit<WorkbookParts, 'sheets'> = {}, sheet: SheetPart = {}): Buffer {
  return buildWorkbook({ ...parts, sheets: [{ name: '名册', data: textRows(rosterRows), ...sheet }] })
}

/** The good roster with one more person, whose cells are XML. */
export function rosterWith(cells: string, parts: Omit<WorkbookParts, 'sheets'> = {}): Buffer {
  return roster(parts, { data: textRows(rosterRows) + row(cells, 5) })
}

import { CalendarDate, yearOf } from '../../src-shared/dates.ts'
import type { Finding, FindingGrade } from '../../src-shared/preflight.ts'
import { plainName } from '../../src-shared/staff.ts'
import { addressOf } from '../excel/cell-address.ts'
import type { ReadCell } from '../excel/workbook.ts'
import { isCollective, readNames } from '../imports/read-names.ts'
import type { PreflightGround } from './preflight.ts'
import type { FoundTable } from './tables-in.ts'

const demanded = /[*＊]|必填/
/** Columns of our own reports that superiors ask about when they are empty. */
const expected = new Set([
  'A岗',
  'A岗责任人',
  'B岗',
  'B岗责任人',
  '责任人',
  '完成时限',
  '职责内容',
  '主要职责',
  '事项',
  '工作事项',
])
const of_people = /^(?:姓名|责任人|A岗|B岗|A岗责任人|B岗责任人|协办人|经办人|销号人|归档人)(?:（.*）)?$/
const of_days = /日期|时间|时限|出生年月/

/** Cell by cell: errors, blanks that are demanded, names that nobody bears, days that never come. */
export function checkCells(
  sheet: string,
  table: FoundTable,
  { people, today }: Pick<PreflightGround, 'people' | 'today'>,
): Finding[] {
  const findings: Finding[] = []
  const say = (grade: FindingGrade, row: number, column: number, words: string) =>
    findings.push({ grade, words, sheet, address: addressOf(row, column), route: '' })
  for (const { number, cells } of table.rows) {
    if (isTotal(cells)) continue
    for (const [column, name] of table.headers) {
      const cell = cells.get(column)
      if (cell === undefined) {
        if (cells.size < 2) continue
        if (demanded.test(name)) say('must', number, column, `“${name}”必须填写，这里是空的。`)
        else if (expected.has(name)) say('check', number, column, `“${name}”是空的，请核对。`)
        continue
      }
      if (cell.kind === 'error') say('must', number, column, `公式的结果是 ${cell.text}，请改正。`)
      if (of_people.test(name))
        for (const words of strangers(cell, people)) say('check', number, column, words)
      const day = of_days.test(name) ? impossibleDay(cell, today) : null
      if (day !== null) say(day.grade, number, column, day.words)
    }
  }
  return findings
}

function isTotal(cells: ReadonlyMap<number, ReadCell>): boolean {
  return [...cells.values()].slice(0, 3).some(({ text }) => /^(?:合|小|总|共)\s*计/.test(text.trim()))
}

function strangers(cell: ReadCell, people: ReadonlySet<string>): string[] {
  if (people.size === 0 || cell.kind !== 'text') return []
  return readNames(cell.text)
    .map(({ name }) => plainName(name))
    .filter((name) => name !== '' && !isCollective(name) && !people.has(name))
    .map((name) => `人员名册里没有“${name}”，请核对姓名。`)
}

function impossibleDay(
  { kind, text, date }: ReadCell,
  today: string,
): Pick<Finding, 'grade' | 'words'> | null {
  const written = date ?? dayIn(text)
  if (written === null) return null
  if (!CalendarDate.safeParse(written).success) {
    return { grade: 'must', words: `“${text}”没有这一天，请改正。` }
  }
  const years = yearOf(written) - yearOf(today)
  if (kind === 'date' && (years > 20 || years < -100)) {
    return { grade: 'check', words: `日期 ${written} 离今天太远，请核对年份。` }
  }
  return null
}

/** `2026.2.30` → `2026-02-30`; null for what is no day. */
function dayIn(text: string): string | null {
  const found = /^\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*$/.exec(text)
  if (!found) return null
  const [, year = '', month = '', day = ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

import { CalendarDate, yearOf } from '../../src-shared/dates.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { plainName } from '../../src-shared/staff.ts'
import { addressOf } from '../excel/cell-address.ts'
import type { ReadCell } from '../excel/workbook.ts'
import { isCollective, readNames } from '../imports/read-names.ts'
import type { PreflightGround } from './preflight.ts'
import type { FoundTable, RowCheck } from './tables-in.ts'

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
export function cellsCheck(
  sheet: string,
  headers: FoundTable['headers'],
  { people, today }: Pick<PreflightGround, 'people' | 'today'>,
): RowCheck {
  return ({ number, cells }) => {
    if (isTotal(cells)) return []
    return [...headers].flatMap(([column, name]) => {
      const cell = cells.get(column)
      const said = cell ? sayOf(cell, name, people, today) : cells.size < 2 ? [] : sayOfBlank(name)
      return said.map((words) => ({ ...words, sheet, address: addressOf(number, column), route: '' }))
    })
  }
}

type Said = Pick<Finding, 'grade' | 'words'>

function sayOfBlank(name: string): Said[] {
  if (demanded.test(name)) return [{ grade: 'must', words: `“${name}”必须填写，这里是空的。` }]
  return expected.has(name) ? [{ grade: 'check', words: `“${name}”是空的，请核对。` }] : []
}

function sayOf(cell: ReadCell, name: string, people: ReadonlySet<string>, today: string): Said[] {
  const said: Said[] = []
  if (cell.kind === 'error') said.push({ grade: 'must', words: `公式的结果是 ${cell.text}，请改正。` })
  if (of_people.test(name))
    said.push(...strangers(cell, people).map((words): Said => ({ grade: 'check', words })))
  const day = of_days.test(name) ? impossibleDay(cell, today) : null
  return day === null ? said : [...said, day]
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

function impossibleDay({ kind, text, date }: ReadCell, today: string): Said | null {
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

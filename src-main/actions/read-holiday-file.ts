// A sheet of holidays is said over again in the words of a notice, so that both are read by the same rules.
import { longDate, yearOf } from '../../src-shared/dates.ts'
import type { HolidayPreview } from '../../src-shared/holidays.ts'
import { readDate } from '../../src-shared/read-date.ts'
import type { Desk } from '../desk.ts'
import type { ReadCell, ReadRow, ReadSheet } from '../excel/workbook.ts'
import { previewHolidays } from '../holidays/import-holidays.ts'
import { readNotice } from '../holidays/read-notice.ts'

/** What a workbook or CSV file of holidays would write, old → new; nothing is saved. */
export async function previewHolidayFile(
  { books, excel, incoming }: Pick<Desk, 'books' | 'excel' | 'incoming'>,
  { file, year }: { file: string; year: number },
): Promise<HolidayPreview> {
  const { sheets } = await excel.read(incoming.pathOf(file))
  const text = sheets
    .filter(({ is_hidden }) => !is_hidden)
    .map((sheet) => noticeOf(sheet, year))
    .join('')
  const read = readNotice(text, year)
  return previewHolidays(books.current().db, { ...read, year: read.year ?? usualYear(read.days) }, year)
}

type Role = 'name' | 'from' | 'to' | 'work' | 'kind'

/** The first that fits counts: 调休上班日期 is about work, though it speaks of 日期 too. */
const roles: readonly (readonly [Role, RegExp])[] = [
  ['work', /上班|补班|调休日/],
  ['kind', /类型|性质|安排|状态|类别/],
  ['to', /结束|截止|终止|止$|至$/],
  ['from', /开始|起始|起$|放假|日期|时间/],
  ['name', /节日|节假日|名称|假期|假日|说明/],
]

/** 节日 | 放假日期 | 上班日期, 日期 | 类型 | 名称 and their like, or the notice itself in cells. */
export function noticeOf({ rows }: ReadSheet, year: number): string {
  const at = rows.findIndex((row) => rolesOf(row).size > 1)
  if (at < 0) return rows.map(({ cells }) => cells.map(({ text }) => text).join('')).join('\n')
  const head = rolesOf(rows[at] ?? { cells: [] })
  const above = rows.slice(0, at).flatMap(({ cells }) => cells.map(({ text }) => `${text}。`))
  let name = ''
  const lines = rows.slice(at + 1).map((row) => {
    const said = (role: Role) =>
      row.cells.filter(({ column }) => head.get(column) === role).map((cell) => wordsOf(cell, year))
    name = said('name')[0] ?? name
    const is_work = said('kind').some((text) => /上班|补班|工作/.test(text))
    const days = [said('from').join('、'), ...said('to')].filter(Boolean).join('至')
    const work = said('work').join('、')
    return `${name}:${days === '' ? '' : `${days}${is_work ? '上班' : '放假'}。`}${work === '' ? '' : `${work}上班。`}`
  })
  return [...above, ...lines].join('\n')
}

function rolesOf({ cells }: Pick<ReadRow, 'cells'>): Map<number, Role> {
  const found = cells.flatMap(({ column, kind, text }) => {
    const role = roles.find(([, words]) => words.test(text))?.[0]
    return role === undefined || kind !== 'text' || text.length > 12 ? [] : [[column, role] as const]
  })
  return new Map(found)
}

/** A date in the words of a notice; whatever else stands in the cell as it stands. */
function wordsOf(cell: ReadCell, year: number): string {
  if (/[至到、，,]/.test(cell.text)) return cell.text
  const reading = readDate(cell, `${year}-07-01`)
  return reading.state === 'date' ? longDate(reading.on) : cell.text
}

function usualYear(days: readonly { day: string }[]): number | null {
  const counts = new Map<number, number>()
  for (const { day } of days) counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
}

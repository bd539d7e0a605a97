// The cells of a returned row in the form's own writing, so that they can be compared with what was sent.
import { type FormField, form_fields } from '../../src-shared/collection.ts'
import { tidy } from '../../src-shared/fields.ts'
import type { RowIssue } from '../../src-shared/problem.ts'
import { plainName } from '../../src-shared/staff.ts'
import { week_state_words } from '../../src-shared/weekly.ts'
import { isPlaceholder } from '../imports/cell-text.ts'
import type { People } from '../imports/people.ts'
import { readNames } from '../imports/read-names.ts'
import { stateInWords } from '../weekly/read-week-state.ts'
import type { ReturnedRow } from './returned-form.ts'
import type { FormCells } from './sent-rows.ts'

export interface ReadRow {
  /** A field is missing where the table has no such column or the cell cannot be read. */
  cells: FormCells
  issues: RowIssue[]
}

interface Ground {
  people: People
  group_id: number | null
  /** The week that a date without a year is near to. */
  near: string
}

export function readCells({ part, row }: ReturnedRow, ground: Ground): ReadRow {
  const read: ReadRow = { cells: {}, issues: [] }
  for (const field of form_fields[part]) {
    if (!row.hasColumn(field)) continue
    const value = readers[field]?.(row, ground, read.issues) ?? null
    if (field in readers) {
      if (value !== null) read.cells[field] = value
    } else read.cells[field] = canonical(field, row.text(field))
  }
  const others = row
    .names('person')
    .slice(1)
    .map(({ name }) => name)
  if (others.length > 0 && read.cells.helpers !== undefined) {
    read.cells.helpers = [...new Set([...others, ...namesIn(read.cells.helpers)])].join('、')
  }
  const asks = row.text('asks')
  if (asks !== '') read.cells.remark = [read.cells.remark ?? '', `需协调：${asks}`].filter(Boolean).join('；')
  return read
}

/** What two writings of one value have in common. */
export function canonical(field: FormField, text: string): string {
  if (isPlaceholder(text)) return ''
  if (field === 'helpers') return namesIn(text).join('、')
  if (field === 'person') return plainName(text)
  return tidy(text.replace(/\r\n?/g, '\n')).replace(/[ \t\u3000]+$/gm, '')
}

function namesIn(text: string): string[] {
  return readNames(text).map(({ name }) => name)
}

type Reader = (row: ReturnedRow['row'], ground: Ground, issues: RowIssue[]) => string | null

/** Fields whose cells can be wrong; null keeps the cell out of the comparison. */
const readers: Partial<Record<FormField, Reader>> = {
  person(row, { people, group_id }, issues) {
    const [first] = row.names('person')
    if (first === undefined) return null
    const found = people.find(first.name, group_id)
    if (found.state === 'found') return found.person.name
    const similar = found.state === 'unknown' ? found.similar : null
    const suggestion = similar === null ? '请核对姓名。' : `是不是“${similar}”？`
    issues.push(row.issue('person', 'wrong', `${found.why}，责任人没有改。`, suggestion))
    return null
  },
  due(row, { near }, issues) {
    const reading = row.date('due', near)
    if (reading.state === 'empty') return ''
    if (reading.state === 'date') {
      if (reading.doubt) issues.push(row.issue('due', 'warning', `${reading.doubt}。`))
      return reading.on
    }
    if (reading.state === 'words') return reading.text
    if (reading.state === 'impossible') {
      issues.push(row.issue('due', 'wrong', `${reading.why}，时间没有改。`, reading.suggestion))
      return null
    }
    issues.push(row.issue('due', 'warning', `“${reading.text}”看不出是哪一天，按原文登记。`))
    return reading.text
  },
  state(row, _, issues) {
    const text = row.text('state')
    if (text === '') return null
    const state = stateInWords(text)
    if (state !== null) return week_state_words[state]
    const words = Object.values(week_state_words).join('、')
    issues.push(
      row.issue('state', 'wrong', `没有“${text}”这个状态，状态没有改。`, `请从这几个里选：${words}。`),
    )
    return null
  },
}

/** Nothing but its key and numbers is left of it. */
export function isEmptied({ cells }: ReadRow): boolean {
  return Object.values(cells).every((value) => value === '')
}

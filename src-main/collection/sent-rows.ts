// What a form said when it went out: the ground that the returned file is held against.
import { type FormField, type FormPart, form_fields } from '../../src-shared/collection.ts'
import { type WeekLine, week_state_words } from '../../src-shared/weekly.ts'

export interface SentRow {
  /** Its place in the form from 1, part of the key in its file. */
  place: number
  part: FormPart
  matter_id: number
  number: string
  /** The week its line stands in. */
  week_monday: string
  cells: FormCells
}

export type FormCells = Partial<Record<FormField, string>>

/** What a cell of a form can show of a matter and its line. */
export interface ShownMatter extends Pick<WeekLine, 'progress' | 'week_state' | 'unfinished_reason'> {
  title: string
  detail: string
  staff_name: string
  helpers: string
  leader: string
  source: string
  due_on: string | null
  due_text: string
  evidence: string
  remark: string
}

const show: Readonly<Record<FormField, (matter: ShownMatter) => string>> = {
  title: ({ title }) => title,
  detail: ({ detail }) => detail,
  person: ({ staff_name }) => staff_name,
  helpers: ({ helpers }) => helpers,
  leader: ({ leader }) => leader,
  source: ({ source }) => source,
  due: ({ due_on, due_text }) => (due_text === '' ? (due_on ?? '') : due_text),
  progress: ({ progress }) => progress,
  state: ({ week_state }) => week_state_words[week_state],
  reason: ({ unfinished_reason }) => unfinished_reason,
  evidence: ({ evidence }) => evidence,
  remark: ({ remark }) => remark,
}

export function cellsOf(part: FormPart, matter: ShownMatter): FormCells {
  return Object.fromEntries(form_fields[part].map((field) => [field, show[field](matter)]))
}

type Packed = [part: 0 | 1, matter_id: number, number: string, week_monday: string, ...cells: string[]]

/** Without the names of the fields: a year of forms is a few hundred kilobytes. */
export function packSentRows(rows: readonly SentRow[]): string {
  const packed = rows.map(({ part, matter_id, number, week_monday, cells }): Packed => {
    const values = form_fields[part].map((field) => cells[field] ?? '')
    return [part === 'this' ? 0 : 1, matter_id, number, week_monday, ...values]
  })
  return JSON.stringify(packed)
}

export function unpackSentRows(text: string): SentRow[] {
  return (JSON.parse(text) as Packed[]).map(([at, matter_id, number, week_monday, ...values], index) => {
    const part = at === 0 ? 'this' : 'next'
    const cells = Object.fromEntries(form_fields[part].map((field, place) => [field, values[place] ?? '']))
    return { place: index + 1, part, matter_id, number, week_monday, cells }
  })
}

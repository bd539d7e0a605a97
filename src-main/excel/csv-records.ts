import { limits } from './limits.ts'
import { tooMuch } from './unreadable.ts'

/** What may part the fields of a text table, and what one calls it. */
export const delimiters: ReadonlyMap<string, string> = new Map([
  [',', '逗号'],
  ['\t', '制表符'],
  [';', '分号'],
])

export interface CsvRecord {
  fields: string[]
  /** Where the record ends in the text. */
  end: number
}

/**
 * RFC 4180: a field in quotes may hold delimiters, line breaks and, doubled, quotes. A quote within a plain field is
 * one; a quoted field that never ends goes to the end of its line.
 */
export function* readRecords(text: string, delimiter: string): Generator<CsvRecord> {
  const plainEnd = new RegExp(`[${delimiter}\r\n]`, 'g')
  let at = lineOfDelimiter(text)?.length ?? 0
  while (at < text.length) {
    const fields: string[] = []
    let isMore = true
    while (isMore) {
      const field = quotedField(text, at, delimiter) ?? plainField(text, at, plainEnd)
      fields.push(field.value)
      if (fields.length > limits.format_columns) throw tooMuch('有一行分成了一万多列，不像是一张表格。')
      at = field.end
      isMore = text[at] === delimiter
      if (isMore) at += 1
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    yield { fields, end: at }
  }
}

interface Field {
  value: string
  end: number
}

function plainField(text: string, start: number, plainEnd: RegExp): Field {
  plainEnd.lastIndex = start
  const end = plainEnd.exec(text)?.index ?? text.length
  return { value: text.slice(start, end), end }
}

/** Undefined when the field is not quoted, or what stands behind its quotes is no end of a field. */
function quotedField(text: string, start: number, delimiter: string): Field | undefined {
  if (text[start] !== '"') return undefined
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return undefined
    if (text[quote + 1] !== '"') {
      const next = text[quote + 1]
      const isEnd = next === undefined || next === delimiter || next === '\r' || next === '\n'
      return isEnd ? { value: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 } : undefined
    }
    at = quote + 2
  }
}

/** `sep=;` on a line of its own, by which Excel is told; the line itself is none of the table. */
function lineOfDelimiter(text: string): string | undefined {
  return /^sep=[,;\t]\r?\n/i.exec(text)?.[0]
}

const looked = 200

/** The one that parts most of the first records into the same number of fields. */
export function findDelimiter(text: string): string {
  const said = lineOfDelimiter(text)?.[4]
  if (said) return said
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters.keys()) {
    const score = evenness(text, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function evenness(text: string, delimiter: string): number {
  const counts = new Map<number, number>()
  let records = 0
  for (const { fields } of readRecords(text, delimiter)) {
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
    records += 1
    if (records === looked) break
  }
  // Of two that part equally many records, the one that parts them into more.
  return Math.max(0, ...[...counts].map(([fields, times]) => times + fields / 1000))
}

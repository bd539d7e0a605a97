import { placesOf } from '../../src-shared/plain-places.ts'
import type { Question } from './question.ts'

/** The fields of a record by the names the clerk knows them by. */
export type Passages = Record<string, string>

const before = 12
const longest = 60

/** Of the first word that none of the shown texts has, the piece of a field around it: `归档材料：…年度考核登记表…`. */
export function passageOf({ words }: Question, shown: readonly string[], fields: Passages): string {
  const hidden = words.find((word) => shown.every((text) => placesOf(text, word).length === 0))
  if (hidden === undefined) return ''
  for (const [label, text] of Object.entries(fields)) {
    const place = placesOf(text, hidden)[0]
    if (place !== undefined) return `${label}：${around(text, place.start)}`
  }
  return ''
}

function around(text: string, at: number): string {
  const from = Math.max(0, at - before)
  const piece = text.slice(from, from + longest).replace(/\s+/g, ' ')
  return `${from > 0 ? '…' : ''}${piece}${from + longest < text.length ? '…' : ''}`
}

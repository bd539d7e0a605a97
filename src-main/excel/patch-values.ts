import { addressOf } from './cell-address.ts'
import { daySerial } from './day-serial.ts'
import type { NewValue } from './patch-edits.ts'
import { rawText } from './patch-element.ts'
import { encodeText } from './text.ts'
import { Unreadable } from './unreadable.ts'

/** What stands between a cell's tags for a value, and its type. Text is never a formula, whatever it begins with. */
export function cellContent(
  value: NewValue,
  prefix: string,
  uses_1904: boolean,
): { type: string | undefined; inside: string } {
  if (value === null) return { type: undefined, inside: '' }
  const serial = 'date' in value ? serialOf(value.date, uses_1904) : undefined
  if ('text' in value || (serial === undefined && 'date' in value)) {
    const plain = 'text' in value ? value.text : value.date
    const text = rawText(encodeText(plain)).replaceAll('\n', '&#10;')
    const inside = `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`
    return { type: 'inlineStr', inside }
  }
  const number = 'number' in value ? value.number : (serial ?? Number.NaN)
  if (!Number.isFinite(number)) throw new Error(`not a number for a cell: ${JSON.stringify(value)}`)
  return { type: undefined, inside: `<${prefix}v>${number}</${prefix}v>` }
}

/** The 1904 system begins 1462 days later. Days before a book can count stay text. */
function serialOf(date: string, uses_1904: boolean): number | undefined {
  const serial = (daySerial(date) ?? -1) - (uses_1904 ? 1462 : 0)
  return serial >= 0 ? serial : undefined
}

export function formulaInTheWay(row: number, column: number): Unreadable {
  return new Unreadable({
    code: 'cell_has_formula',
    what: '里有一格要填的内容是公式，没有填写。',
    next: '公式由表格自己计算：请不要填这一格，或在原表里先去掉公式。',
    cell: addressOf(row, column),
  })
}

export function coveredCell(row: number, column: number, first: string): Unreadable {
  return new Unreadable({
    code: 'cell_is_covered',
    what: '里有一格要填的内容在合并单元格里面，填了也看不见。',
    next: `请改填这处合并的第一格 ${first}。`,
    cell: addressOf(row, column),
  })
}

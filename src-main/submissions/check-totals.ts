import type { Finding } from '../../src-shared/preflight.ts'
import { addressOf } from '../excel/cell-address.ts'
import type { ReadCell } from '../excel/workbook.ts'
import type { FoundTable, RowCheck, SheetRowCells } from './tables-in.ts'

const sub = /^(?:小\s*计)/
const whole = /^(?:合\s*计|总\s*计|共\s*计)/

/** 合计 and 小计 against their parts, down the rows and across the columns. */
export function totalsCheck(sheet: string, headers: FoundTable['headers']): RowCheck {
  const down = totalsDown(sheet, headers)
  const across = totalsAcross(sheet, headers)
  return (row) => [...down(row), ...across(row)]
}

function kindOf({ cells }: SheetRowCells): 'sub' | 'whole' | null {
  for (const { kind, text } of [...cells.values()].slice(0, 3)) {
    if (kind !== 'text') continue
    if (sub.test(text.trim())) return 'sub'
    if (whole.test(text.trim())) return 'whole'
  }
  return null
}

/** What the rows of one column come to so far. */
interface Sum {
  value: number
  parts: number
}

function totalsDown(sheet: string, headers: FoundTable['headers']): RowCheck {
  const numbered = [...headers].filter(([, name]) => !/序号|编号|电话|年度|^年$/.test(name))
  const columns = numbered.map(([column, name]) => ({
    ...{ column, name },
    since: { value: 0, parts: 0 },
    all: { value: 0, parts: 0 },
  }))
  return (row) => {
    const kind = kindOf(row)
    return columns.flatMap(({ column, name, since, all }) => {
      const number = numberIn(row.cells.get(column))
      if (kind === null) {
        if (number !== undefined) for (const sum of [since, all]) addTo(sum, number)
        return []
      }
      const { value, parts } = kind === 'sub' ? since : all
      clear(since)
      if (kind === 'whole') clear(all)
      if (number === undefined || parts === 0 || !differs(number, value)) return []
      const word = kind === 'sub' ? '小计' : '合计'
      const words = `“${name}”的${word}是 ${number}，各行相加是 ${plain(value)}，对不上。`
      return [wrong(sheet, addressOf(row.number, column), words)]
    })
  }
}

function addTo(sum: Sum, number: number): void {
  sum.value += number
  sum.parts += 1
}

function clear(sum: Sum): void {
  sum.value = 0
  sum.parts = 0
}

/** A column called 合计 or 小计 adds up the columns of numbers right before it, back to the one before of its kind. */
function totalsAcross(sheet: string, headers: FoundTable['headers']): RowCheck {
  const columns = [...headers].sort(([one], [other]) => one - other)
  const isSum = (name: string) => sub.test(name) || whole.test(name)
  const totals = columns.flatMap(([column, name], at) => {
    if (!isSum(name)) return []
    const before = columns.slice(0, at)
    const from = before.findLastIndex(([, other]) => isSum(other)) + 1
    const parts = before.slice(from).filter(([, other]) => !/序号|编号|年/.test(other))
    return [{ column, name, parts: parts.map(([part]) => part) }]
  })
  return (row) =>
    totals.flatMap(({ column, name, parts }) => {
      const total = numberIn(row.cells.get(column))
      const numbers = parts.flatMap((part) => numberIn(row.cells.get(part)) ?? [])
      if (total === undefined || numbers.length < 2) return []
      const sum = numbers.reduce((all, number) => all + number, 0)
      if (!differs(total, sum)) return []
      const words = `这一行的“${name}”是 ${total}，前面各列相加是 ${plain(sum)}，请核对。`
      return [{ ...wrong(sheet, addressOf(row.number, column), words), grade: 'check' as const }]
    })
}

function numberIn(cell: ReadCell | undefined): number | undefined {
  return cell?.kind === 'number' ? cell.number : undefined
}

/** Money is added in cents: 0.1 + 0.2 is 0.3. */
function differs(one: number, other: number): boolean {
  return Math.abs(one - other) > 0.005
}

function plain(sum: number): number {
  return Math.round(sum * 1e6) / 1e6
}

function wrong(sheet: string, address: string, words: string): Finding {
  return { grade: 'must', words, sheet, address, route: '' }
}

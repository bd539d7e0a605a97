import type { Finding } from '../../src-shared/preflight.ts'
import { addressOf } from '../excel/cell-address.ts'
import type { FoundTable, SheetRowCells } from './tables-in.ts'

const sub = /^(?:小\s*计)/
const whole = /^(?:合\s*计|总\s*计|共\s*计)/

/** 合计 and 小计 against their parts, down the rows and across the columns. */
export function checkTotals(sheet: string, table: FoundTable): Finding[] {
  return [...totalsDown(sheet, table), ...totalsAcross(sheet, table)]
}

function kindOf({ cells }: SheetRowCells): 'sub' | 'whole' | null {
  for (const { kind, text } of [...cells.values()].slice(0, 3)) {
    if (kind !== 'text') continue
    if (sub.test(text.trim())) return 'sub'
    if (whole.test(text.trim())) return 'whole'
  }
  return null
}

function totalsDown(sheet: string, { headers, rows }: FoundTable): Finding[] {
  const findings: Finding[] = []
  const numbered = [...headers].filter(([, name]) => !/序号|编号|电话|年度|^年$/.test(name))
  for (const [column, name] of numbered) {
    let since = 0
    let all = 0
    let parts_since = 0
    let parts = 0
    for (const row of rows) {
      const cell = row.cells.get(column)
      const kind = kindOf(row)
      const number = cell?.kind === 'number' ? cell.number : undefined
      if (kind === null) {
        if (number === undefined) continue
        since += number
        all += number
        parts_since += 1
        parts += 1
        continue
      }
      const [sum, count] = kind === 'sub' ? [since, parts_since] : [all, parts]
      if (number !== undefined && count > 0 && differs(number, sum)) {
        const word = kind === 'sub' ? '小计' : '合计'
        findings.push(
          wrong(
            sheet,
            addressOf(row.number, column),
            `“${name}”的${word}是 ${number}，各行相加是 ${plain(sum)}，对不上。`,
          ),
        )
      }
      since = 0
      parts_since = 0
      if (kind === 'whole') {
        all = 0
        parts = 0
      }
    }
  }
  return findings
}

/** A column called 合计 or 小计 adds up the columns of numbers right before it, back to the one before of its kind. */
function totalsAcross(sheet: string, { headers, rows }: FoundTable): Finding[] {
  const findings: Finding[] = []
  const columns = [...headers].sort(([one], [other]) => one - other)
  for (const [at, [column, name]] of columns.entries()) {
    if (!sub.test(name) && !whole.test(name)) continue
    const before = columns.slice(0, at)
    const from = before.findLastIndex(([, other]) => sub.test(other) || whole.test(other)) + 1
    const parts = before.slice(from).filter(([, other]) => !/序号|编号|年/.test(other))
    for (const row of rows) {
      const total = row.cells.get(column)
      const numbers = parts.flatMap(([part]) => {
        const cell = row.cells.get(part)
        return cell?.kind === 'number' && cell.number !== undefined ? [cell.number] : []
      })
      if (total?.kind !== 'number' || total.number === undefined || numbers.length < 2) continue
      const sum = numbers.reduce((all, number) => all + number, 0)
      if (differs(total.number, sum)) {
        const words = `这一行的“${name}”是 ${total.number}，前面各列相加是 ${plain(sum)}，请核对。`
        findings.push({ ...wrong(sheet, addressOf(row.number, column), words), grade: 'check' })
      }
    }
  }
  return findings
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

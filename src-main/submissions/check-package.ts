import type { Finding, FindingGrade } from '../../src-shared/preflight.ts'
import { addressOf, columnName } from '../excel/cell-address.ts'
import type { PackageFacts, SheetFacts } from '../excel/package-facts.ts'
import type { ReadSheet } from '../excel/workbook.ts'
import { hasFont } from '../reports/choose-fonts.ts'
import type { PreflightGround } from './preflight.ts'

/** Rows that fit on one page as a rule: a longer sheet wants its column heads on every page. */
const one_page = 45
const own_name = '履职台账'

/** What a file holds besides its words: hidden things, comments, names of authors, fonts, links, pages. */
export function checkPackage({ book, facts, installed }: PreflightGround): Finding[] {
  const findings = book.sheets.flatMap(hiddenIn)
  for (const warning of book.warnings) findings.push(found('note', warning))
  if (facts === null) {
    findings.push(
      found(
        'note',
        '这种格式（.xls、.et、.csv）查不了作者、批注、字体和打印设置；另存为 .xlsx 后可以再查一次。',
      ),
    )
    return findings
  }
  findings.push(...authorsIn(facts), ...fontsIn(facts, installed))
  if (facts.external_links > 0) {
    findings.push(
      found(
        'check',
        `引用了 ${facts.external_links} 个其他工作簿，对方打不开；请在“数据 → 编辑链接”里断开。`,
      ),
    )
  }
  for (const sheet of facts.sheets) {
    const content = book.sheets.find(({ name }) => name === sheet.name)
    findings.push(...commentsIn(sheet))
    if (content && !content.is_hidden) findings.push(...pagesOf(content, sheet))
  }
  return findings
}

function found(grade: FindingGrade, words: string, sheet = '', address = ''): Finding {
  return { grade, words, sheet, address, route: '' }
}

function hiddenIn({ name, is_hidden, rows, hidden_columns }: ReadSheet): Finding[] {
  if (is_hidden)
    return [found('check', `“${name}”是隐藏的工作表，对方可以取消隐藏看到；不需要请删除。`, name)]
  const hidden = rows.filter((row) => row.is_hidden && row.cells.length > 0)
  const [first] = hidden
  const findings: Finding[] = []
  if (first) {
    const words = `有 ${hidden.length} 行是隐藏的（第 ${first.number} 行起），对方可以看到；请核对是否该报。`
    findings.push(found('check', words, name, addressOf(first.number, first.cells[0]?.column ?? 1)))
  }
  const filled = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))
  const columns = hidden_columns.filter((column) => filled.has(column))
  const [column] = columns
  if (column !== undefined) {
    const words = `${columns.map(columnName).join('、')} 列是隐藏的，对方可以看到；请核对是否该报。`
    findings.push(found('check', words, name, addressOf(rows[0]?.number ?? 1, column)))
  }
  return findings
}

/** What a copy for the superior can be rid of at a click. */
export function isCleanable(facts: PackageFacts): boolean {
  return namesIn(facts).length > 0 || facts.sheets.some(({ comments }) => comments.length > 0)
}

function namesIn({ creator, last_modified_by, company }: PackageFacts): string[] {
  return [creator, last_modified_by, company].filter((name) => name !== '' && name !== own_name)
}

function authorsIn(facts: PackageFacts): Finding[] {
  const names = namesIn(facts)
  if (names.length === 0) return []
  const who = [...new Set(names)].join('、')
  return [found('note', `文件属性里有作者或单位：${who}。不想让对方看到，请用“另存干净的一份”。`)]
}

function fontsIn({ fonts }: PackageFacts, installed: ReadonlySet<string> | undefined): Finding[] {
  if (installed === undefined) return []
  const chinese = fonts.filter((name) => /\p{Script=Han}/u.test(name) && !hasFont(installed, name))
  if (chinese.length === 0) return []
  return [
    found('note', `本机没有字体 ${chinese.join('、')}，在本机打印时会换成别的字体，换行和分页可能不同。`),
  ]
}

function commentsIn({ name, comments }: SheetFacts): Finding[] {
  const [first] = comments
  if (first === undefined) return []
  return [
    found('check', `有 ${comments.length} 处批注（如 ${first}），上报前请核对，不需要请删除。`, name, first),
  ]
}

function pagesOf({ name, rows }: ReadSheet, sheet: SheetFacts): Finding[] {
  const last_row = rows.at(-1)?.number ?? 0
  const findings: Finding[] = []
  if (last_row > one_page && !sheet.has_print_titles) {
    findings.push(found('check', `有 ${last_row} 行，没有设置“打印标题行”，第二页起没有表头。`, name))
  }
  if (sheet.is_fitted || sheet.print_width === null || sheet.has_print_area) return findings
  const last_column = Math.max(0, ...rows.map(({ cells }) => cells.at(-1)?.column ?? 0))
  let across = 0
  for (let column = 1; column <= last_column; column += 1) {
    across += sheet.column_widths[column - 1] ?? 0
    if (across <= sheet.print_width + 1) continue
    const words = `${columnName(column)} 列以后印不进一页，会另起一页；请设成“将所有列调整为一页”。`
    findings.push(found('check', words, name, addressOf(rows[0]?.number ?? 1, column)))
    break
  }
  return findings
}

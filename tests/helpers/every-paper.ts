// Every paper that the program prints, of the sample year, and the same papers when people write more than they should.

import type { SheetTable, SheetToWrite, TableColumn, TableValue } from '../../src-main/excel/workbook.ts'
import { drawAbsencePaper } from '../../src-main/reports/absence-papers.ts'
import type { Paper } from '../../src-main/reports/report.ts'
import { reports } from '../../src-main/reports/reports.ts'
import { drawReport } from '../../src-main/reports/save-report.ts'
import { getSettings } from '../../src-main/settings/settings.ts'
import { comparisonPaper } from '../../src-main/submissions/comparison-paper.ts'
import { type PaperRequest, paper_words } from '../../src-shared/absences.ts'
import { type ReportName, ReportRequest, report_titles } from '../../src-shared/reports.ts'
import type { TestBook } from './open-test-book.ts'

export interface PrintedPaper {
  name: string
  sheet: SheetToWrite
}

/** `book` holds the sample year. */
export async function everyPaper(book: TestBook): Promise<PrintedPaper[]> {
  const today = book.clock.today()
  const papers: PrintedPaper[] = []
  const add = (name: string, { sheet }: Paper) => papers.push({ name, sheet })
  for (const report of Object.keys(reports) as ReportName[]) {
    add(report_titles[report], await drawReport(book.db, today, ReportRequest.parse({ report })))
  }
  for (const request of absencePapers(book)) {
    add(paper_words[request.paper], await drawAbsencePaper(book.db, { day: today, half: 'am' }, request))
  }
  const around = { settings: await getSettings(book.db), today }
  add('与上报件对比', comparisonPaper(around, { title: '周报', sent_on: today }, some_differences))
  return papers
}

function absencePapers({ sqlite }: TestBook): PaperRequest[] {
  const absence_id = sqlite.prepare('SELECT absence_id FROM handovers').pluck().get() as number
  return [
    { paper: 'board', at: null },
    { paper: 'risk', month: '2026-11' },
    { paper: 'handover', absence_id },
    { paper: 'hand_back', absence_id },
    { paper: 'stand_ins', year: 2026 },
  ]
}

const some_differences = {
  rows_then: 30,
  rows_now: 31,
  same: 29,
  notes: ['上报件里没有“备注”一列，没有对比。'],
  differences: [
    {
      kind: 'changed' as const,
      table: '一、本周工作完成情况',
      key: '2026-DJ-0047',
      cells: [{ column: '完成情况', old: '正在推进', new: '已完成' }],
    },
  ],
}

const long_words =
  '组织召开“三会一课”（含支部党员大会、党小组会）2026年第47周部署会，按《中国共产党支部工作条例（试行）》第十五条及Notice_20261120.html的要求，汇总报送A4纸质材料3份；'
const kinds_of_text = [
  '阿卜杜拉·买买提明·库尔班江·斯坎德尔、欧阳王司徒上官（挂职干部、兼）',
  long_words.repeat(6).slice(0, 400),
  '',
  'ZZ-DJ-012',
  '王伟、李四\n第二行',
]

/** The same paper with a long title and sixty rows of names of 40 characters, contents of 400 and everything between. */
export function overfull({ name, sheet }: PrintedPaper): PrintedPaper {
  const tables = sheet.tables.map((table): SheetTable => {
    const rows = Array.from({ length: 60 }, (_, row) =>
      table.columns.map((column, at) => overfullCell(column, row, at)),
    )
    return { ...table, rows }
  })
  return {
    name: `${name}（写满）`,
    sheet: { ...sheet, title: `${sheet.title}（${long_words.slice(0, 60)}）`, tables },
  }
}

function overfullCell({ kind, merge_equal }: TableColumn, row: number, at: number): TableValue {
  if (kind === 'date') return '2026-11-20'
  if (kind === 'number') return row + 1
  if (merge_equal) return `名称很长的组别${row >> 2}`
  return kinds_of_text[(row + at) % kinds_of_text.length] ?? ''
}

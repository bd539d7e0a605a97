import { monthDay } from '../../src-shared/dates.ts'
import {
  difference_words,
  type RowDifference,
  type SubmissionComparison,
} from '../../src-shared/submissions.ts'
import { type Paper, paperOf, type ReportColumn, type ReportQuestion, tableOf } from '../reports/report.ts'

interface Line {
  at: number
  difference: RowDifference
  column: string
  old: string
  new: string
}

const columns: readonly ReportColumn<Line>[] = [
  { header: '序号', kind: 'number', align: 'center', value: ({ at }) => at },
  { header: '表', align: 'center', merge_equal: true, value: ({ difference }) => difference.table },
  { header: '情况', align: 'center', value: ({ difference }) => difference_words[difference.kind] },
  { header: '哪一行', value: ({ difference }) => difference.key },
  { header: '列', align: 'center', value: ({ column }) => column },
  { header: '上报件', value: (line) => line.old },
  { header: '现在', value: (line) => line.new },
]

/** What has changed since it was handed in, one line a cell. */
export function comparisonPaper(
  around: Pick<ReportQuestion, 'settings' | 'today'>,
  sent: { title: string; sent_on: string },
  { differences, notes, rows_then, rows_now, same }: SubmissionComparison,
): Paper {
  const lines = differences.flatMap((difference, at) =>
    difference.cells.map((cell) => ({ at: at + 1, difference, ...cell })),
  )
  const count = (kind: RowDifference['kind']) =>
    differences.filter((difference) => difference.kind === kind).length
  return paperOf(around, {
    title: `“${sent.title}”与上报件对比`,
    middle: `新增${count('added')}行，减少${count('removed')}行，改动${count('changed')}行，相同${same}行`,
    file_name: `${sent.title}与上报件对比（${around.today.replaceAll('-', '.')}）`,
    sheet_name: `与${monthDay(sent.sent_on)}上报件对比`,
    widths: [6, 18, 7, 24, 12, 34, 34],
    tables: [tableOf(columns, lines, { empty_text: '和上报件完全一样。' })],
    notes: [`上报件${rows_then}行，现在${rows_now}行。`, ...notes],
  })
}

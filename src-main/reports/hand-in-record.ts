import {
  type HandInMark,
  type HandInRecord,
  hand_in_mark_words,
  type RecordQuestion,
} from '../../src-shared/collection.ts'
import { handInRecords } from '../collection/hand-in-record.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'
import { type Paper, paperOf, type ReportColumn, tableOf } from './report.ts'

const columns: readonly ReportColumn<HandInRecord>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '组别', align: 'center', value: ({ group_name }) => group_name },
  { header: '姓名', align: 'center', value: ({ name }) => name },
  { header: '应报（周）', kind: 'number', value: ({ due }) => due },
  { header: '按时', kind: 'number', value: ({ on_time }) => on_time || null },
  { header: '迟报', kind: 'number', value: ({ late }) => late || null },
  { header: '未报', kind: 'number', value: ({ missing }) => missing || null },
  { header: '无事项', kind: 'number', value: ({ nothing }) => nothing || null },
  { header: '退回（次）', kind: 'number', value: ({ returned }) => returned || null },
  { header: '退回原因', value: ({ reasons }) => reasons },
  { header: '迟报、未报的周', value: () => '' },
]

/** 周报报送情况统计表: of each person over some weeks, with the weeks that were late or missing. */
export async function drawHandInRecord(db: Db, today: string, question: RecordQuestion): Promise<Paper> {
  const { weeks, people } = await handInRecords(db, today, question)
  const settings = await getSettings(db)
  const titles = weeks.map(({ title }) => title.replace(/（.*$/, ''))
  const named = columns.map((column) =>
    column.header === '迟报、未报的周'
      ? { ...column, value: (row: HandInRecord) => troubleWeeks(row, titles) }
      : column,
  )
  const [first, last] = [titles[0] ?? '', titles.at(-1) ?? '']
  return paperOf(
    { settings, today },
    {
      title: `${settings.department_name}周报报送情况统计表`,
      middle: weeks.length > 1 ? `${first}—${last}` : first,
      file_name: `${settings.department_name}-周报报送情况统计表`,
      sheet_name: '报送情况',
      widths: [6, 14, 10, 10, 8, 8, 8, 8, 10, 26, 30],
      tables: [tableOf(named, people, { empty_text: '这段时间没有要报送的周报' })],
      notes: [
        '说明：上报日当天及以前收到的为按时，以后收到的为迟报；“无事项”视同报送。退回以后重新报送的，按最后一次收到的日期算。',
      ],
    },
  )
}

/** 迟报：第45周；未报：第46周、第47周 */
function troubleWeeks({ weeks }: HandInRecord, titles: readonly string[]): string {
  const of = (mark: HandInMark) => titles.filter((_, at) => weeks[at] === mark).join('、')
  const parts = (['late', 'missing'] as const).map((mark) => [hand_in_mark_words[mark], of(mark)] as const)
  return parts.flatMap(([words, names]) => (names === '' ? [] : [`${words}：${names}`])).join('；')
}

import { addDays } from '../../src-shared/dates.ts'
import { type PeriodQuestion, weeksText } from '../../src-shared/periods.ts'
import {
  type CountedBy,
  counting_rules,
  type MatterCounts,
  overdueCount,
  plannedCount,
  rateText,
  type Statistics,
} from '../../src-shared/statistics.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { countMatters } from '../statistics/count-matters.ts'
import {
  paperOf,
  type Report,
  type ReportColumn,
  type ReportQuestion,
  tableOf,
  whoseReport,
} from './report.ts'

interface Line extends MatterCounts {
  name: string
  note: string
  /** Null on the line of the totals. */
  serial: number | null
}

const heads: Readonly<Record<CountedBy, readonly [name: string, note: string]>> = {
  staff: ['责任人', '组别'],
  group: ['组别', '备注'],
  category: ['类别', '备注'],
  time: ['时间', '起止周次'],
}

function columnsBy(by: CountedBy): readonly ReportColumn<Line>[] {
  const [name, note] = heads[by]
  const count = (header: string, value: (line: Line) => number): ReportColumn<Line> => ({
    header,
    kind: 'number',
    align: 'center',
    value,
  })
  return [
    { header: '序号', align: 'center', kind: 'number', value: ({ serial }) => serial },
    { header: name, align: 'center', value: (line) => line.name },
    { header: note, align: 'center', value: (line) => line.note },
    count('计划数', plannedCount),
    count('其中上期结转', (line) => line.carried_in),
    count('计划外', (line) => line.unplanned),
    count('完成数', (line) => line.finished),
    count('结转数', (line) => line.carried_out),
    count('逾期数', overdueCount),
    count('撤销数', (line) => line.withdrawn),
    { header: '完成率', align: 'center', value: rateText },
  ]
}

/** The quarter of today unless a period was chosen. */
export function periodAsked({ period, today }: Pick<ReportQuestion, 'period' | 'today'>): PeriodQuestion {
  return period ?? { kind: 'quarter', monday: mondayOf(today) }
}

/** `（第40—47周，截至11月20日）` while it runs. */
function spanWords({ period, until_monday, is_running }: Statistics, today: string): string {
  const weeks = weeksText({ first_monday: period.first_monday, last_monday: until_monday })
  return is_running ? `${weeks}，截至${today}` : `${weeks}，${addDays(until_monday, 6)}止`
}

/** 完成率统计表: numerator and denominator beside every rate, the rules at the foot. */
export const completion: Report = async (question) => {
  const { db, today, group_id, staff_id } = question
  const by = question.by ?? 'staff'
  const asked = { period: periodAsked(question), by, group_id, staff_id, category_id: null }
  const counted = await countMatters(db, today, asked)
  const { rows, total, period } = counted
  const lines = rows.map((row, at): Line => ({ ...row, serial: at + 1 }))
  const sum: Line = { ...total, name: '合计', note: '', serial: null }
  const by_words = by === 'time' ? '' : `（按${heads[by][0]}）`
  return paperOf(question, {
    title: `${whoseReport(question)}${period.title}工作完成率统计表${by_words}`,
    middle: `${spanWords(counted, today)}；完成率${rateText(total)}（${total.finished}/${total.finished + total.carried_out}）`,
    file_name: `${whoseReport(question)}${period.title}完成率统计表${by_words}`,
    sheet_name: '完成率统计表',
    widths: [6, 16, 16, 10, 13, 10, 10, 10, 10, 10, 11],
    tables: [
      tableOf(columnsBy(by), rows.length === 0 ? [] : [...lines, sum], {
        empty_text: '这一期没有列入事项。',
      }),
    ],
    notes: counting_rules.map((rule, at) => `${at === 0 ? '注：' : '　　'}${at + 1}. ${rule}`),
  })
}

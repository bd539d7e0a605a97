import { type AwayPerson, answers_words, type BoardRow, type DutyBoard } from '../../src-shared/absences.ts'
import { longDate, weekdayName } from '../../src-shared/dates.ts'
import { half_words, spanText } from '../../src-shared/half-days.ts'
import type { PaperHead } from './absence-papers.ts'
import { type Paper, paperOf, type ReportColumn, tableOf } from './report.ts'

const rows: readonly ReportColumn<BoardRow>[] = [
  { header: '组别', align: 'center', merge_equal: true, value: (row) => row.group_name },
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '职责编号', align: 'center', value: (row) => row.number },
  { header: '职责内容', value: (row) => row.content },
  { header: 'A岗', align: 'center', value: (row) => row.a_name },
  { header: 'A岗去向', align: 'center', value: (row) => row.a_away },
  { header: '现由谁办', align: 'center', value: (row) => row.name || '无人' },
  { header: '身份', align: 'center', value: (row) => answers_words[row.as] },
  { header: '联系电话', align: 'center', value: (row) => row.phone },
]

const away: readonly ReportColumn<AwayPerson>[] = [
  { header: '组别', align: 'center', value: (person) => person.group_name },
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '姓名', align: 'center', value: (person) => person.name },
  { header: '事由', value: (person) => person.kind },
  { header: '起止时间', span: 3, align: 'center', value: (person) => spanText(person) },
  { header: '去向及联系方式', span: 2, value: (person) => person.reachable },
]

/** 今日在岗表: who is away, and who answers for each duty in this half day. */
export function boardPaper(head: PaperHead, board: DutyBoard): Paper {
  const when = `${longDate(board.day)}（${weekdayName(board.day)}）${half_words[board.half]}`
  const nobody = board.rows.filter((row) => row.as === 'nobody').length
  return paperOf(head, {
    title: `${head.settings.department_name}${when}在岗表`,
    middle: `在岗${board.people - board.away.length}人，离岗${board.away.length}人，无人顶岗${nobody}项`,
    file_name: `${head.settings.department_name}在岗表（${board.day.replaceAll('-', '.')}${half_words[board.half]}）`,
    sheet_name: '在岗表',
    widths: [10, 5, 12, 50, 9, 20, 9, 10, 11],
    tables: [
      tableOf(away, board.away, { caption: '一、离岗人员', empty_text: '全部在岗。' }),
      tableOf(rows, board.rows, { caption: '二、各项职责由谁负责', empty_text: '还没有登记职责。' }),
    ],
  })
}

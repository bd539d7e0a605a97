import {
  type NumberScope,
  number_kind_words,
  type UnusedNumber,
  unused_words,
} from '../../src-shared/numbers.ts'
import { numberReport } from '../numbers/unused-numbers.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

const runs: readonly ReportColumn<NumberScope>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '编号', align: 'center', value: ({ scope }) => scope },
  { header: '种类', align: 'center', value: ({ kind }) => number_kind_words[kind] },
  { header: '最大流水', align: 'center', kind: 'number', value: ({ last }) => last },
  { header: '取号数', align: 'center', kind: 'number', value: ({ taken }) => taken },
  { header: '在用数', align: 'center', kind: 'number', value: ({ used }) => used },
  { header: '未用数', align: 'center', kind: 'number', value: ({ taken, used }) => taken - used },
  {
    header: '是否连续',
    align: 'center',
    value: ({ taken, last }) => (taken === last ? '连续' : `缺 ${last - taken} 个`),
  },
]

const columns: readonly ReportColumn<UnusedNumber>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '编号', align: 'center', value: ({ number }) => number },
  { header: '种类', align: 'center', value: ({ kind }) => number_kind_words[kind] },
  { header: '情况', align: 'center', value: ({ why }) => unused_words[why] },
  { header: '名称', value: ({ title }) => title },
  { header: '原因', value: ({ reason }) => reason },
  { header: '日期', kind: 'date', align: 'center', value: ({ on }) => on },
  { header: '经办人', align: 'center', value: ({ by }) => by },
]

/** 编号使用情况说明表: every run of numbers is without a hole, and what is not in use says why. */
export const numberGaps: Report = async (question) => {
  const { db, today } = question
  const { scopes, unused } = await numberReport(db, { year: null })
  const taken = scopes.reduce((sum, scope) => sum + scope.taken, 0)
  return paperOf(question, {
    title: `${whoseReport(question)}编号使用情况说明表`,
    middle: `共取号${taken}个，未用${unused.length}个`,
    file_name: `${whoseReport(question)}编号使用情况说明表（${today.replaceAll('-', '.')}）`,
    sheet_name: '编号使用情况',
    widths: [6, 18, 10, 12, 32, 32, 15, 15],
    tables: [
      tableOf(columns, unused, { caption: '一、未使用的编号及原因', empty_text: '取过的编号都在使用。' }),
      tableOf(runs, scopes, { caption: '二、编号取用统计', empty_text: '还没有取过编号。' }),
    ],
    notes: [
      '编号按“年度-类别-流水”和“组别-类别-流水”逐个取用，取过的编号不再给别的事项、职责使用。',
      '空号：登记以后又撤销了操作，编号下没有内容；已撤销、已作废：内容仍在台账中，不再办理。',
    ],
  })
}

import type { ReportColumn } from '../../src-main/reports/report.ts'
import type { LedgerRow } from './ledger-book.ts'

/** 14 columns as a report draws them. */
export const ledger_columns: readonly ReportColumn<LedgerRow>[] = [
  { header: '序号', kind: 'number', align: 'center', value: (row) => row.id },
  { header: '编号', align: 'center', value: (row) => row.number },
  { header: '类别', align: 'center', value: (row) => row.category },
  { header: '组别', align: 'center', value: (row) => row.group_name },
  { header: '事项', value: (row) => row.title },
  { header: '来源', align: 'center', value: (row) => row.source },
  { header: '责任人', align: 'center', value: (row) => row.holder },
  { header: '身份证号', align: 'center', value: (row) => row.id_card },
  { header: '列入时间', kind: 'date', value: (row) => row.listed_on },
  { header: '完成时限', kind: 'date', value: (row) => row.due_on },
  { header: '进展情况', value: (row) => row.progress },
  { header: '状态', align: 'center', value: (row) => row.state },
  { header: '完成时间', kind: 'date', value: (row) => row.finished_on },
  { header: '备注', value: (row) => row.remark },
]

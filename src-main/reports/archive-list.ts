import type { ArchiveEntry } from '../../src-shared/archive.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { countEntries, entriesInOrder } from '../archive/list-archive.ts'
import { bulk_rows } from '../excel/workbook.ts'
import { pagesOf, paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

const columns: readonly ReportColumn<ArchiveEntry>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '事项编号', align: 'center', value: (entry) => entry.number },
  { header: '类别', align: 'center', value: (entry) => entry.category_name },
  { header: '组别', align: 'center', value: (entry) => entry.group_name },
  { header: '事项', value: (entry) => entry.title },
  { header: '责任人', align: 'center', value: (entry) => entry.staff_name },
  { header: '完成时间', kind: 'date', align: 'center', value: (entry) => entry.finished_on },
  { header: '销号时间', kind: 'date', align: 'center', value: (entry) => entry.signed_off_on },
  { header: '销号人', align: 'center', value: (entry) => entry.signed_off_by },
  { header: '归档时间', kind: 'date', align: 'center', value: (entry) => entry.archived_on },
  { header: '归档人', align: 'center', value: (entry) => entry.archived_by },
  { header: '保管期限', align: 'center', value: (entry) => retentionWords(entry.retention) },
  { header: '存放位置', value: (entry) => entry.location },
  { header: '归档材料', value: (entry) => entry.materials },
  { header: '备注', value: (entry) => entry.remark },
]

/** A page takes about 15 ms: the desk stays quick meanwhile. */
const page_rows = 1000

/** 办结归档清单: what was archived on completion, oldest first. */
export const archiveList: Report = async (question) => {
  const { db, today, group_id } = question
  const { count, last_id } = await countEntries(db, group_id)
  const entriesAfter = (after_id: number, limit: number) =>
    entriesInOrder(db, { group_id, after_id, last_id, limit })
  const isLong = count >= bulk_rows
  const entries = isLong ? [] : await entriesAfter(0, bulk_rows)
  const paper = paperOf(question, {
    title: `${whoseReport(question)}办结归档清单`,
    middle: `共${count}件`,
    file_name: `${whoseReport(question)}办结归档清单（${today.replaceAll('-', '.')}）`,
    sheet_name: '办结归档清单',
    widths: [5, 13, 9, 9, 26, 8, 11, 11, 8, 11, 8, 8, 20, 12, 8],
    tables: [tableOf(columns, entries, { empty_text: '还没有归档的事项。' })],
  })
  if (!isLong) return paper
  return { ...paper, rows: count, pages: pagesOf(columns, (last) => entriesAfter(last?.id ?? 0, page_rows)) }
}

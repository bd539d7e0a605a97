import { type ArchiveEntry, retention_words } from '../../src-shared/archive.ts'
import { allEntries } from '../archive/list-archive.ts'
import type { SheetTable } from '../excel/workbook.ts'
import { footOf, headOf, type Report, unitOf } from './report.ts'

const columns: SheetTable['columns'] = [
  { header: '序号', align: 'center' },
  { header: '编号', align: 'center' },
  { header: '工作事项' },
  { header: '类别', align: 'center' },
  { header: '组别', align: 'center' },
  { header: '责任人', align: 'center' },
  { header: '完成时间', kind: 'date' },
  { header: '销号人', align: 'center' },
  { header: '销号时间', kind: 'date' },
  { header: '归档时间', kind: 'date' },
  { header: '保管期限', align: 'center' },
  { header: '归档材料' },
  { header: '存放位置' },
  { header: '备注' },
]
const widths = [6, 14, 36, 9, 10, 9, 11, 9, 11, 11, 9, 22, 14, 12]

function rowOf(entry: ArchiveEntry, index: number): SheetTable['rows'][number] {
  return [
    index + 1,
    entry.number,
    entry.title,
    entry.category_name,
    entry.group_name,
    entry.staff_name,
    entry.finished_on,
    entry.signed_off_by,
    entry.signed_off_on,
    entry.archived_on,
    retention_words[entry.retention],
    entry.materials,
    entry.location,
    entry.remark,
  ]
}

/** 办结归档清单: what was archived, oldest first. */
export const archiveList: Report = async (question) => {
  const entries = await allEntries(question.db, question.group_id)
  return {
    file_name: `${question.settings.department_name}${question.group_name}办结归档清单`,
    rows: entries.length,
    sheet: {
      name: '办结归档清单',
      title: `${unitOf(question)}办结归档清单`,
      head: { ...headOf(question), middle: `共归档${entries.length}项` },
      widths,
      tables: [{ columns, rows: entries.map(rowOf), empty_text: '暂无归档' }],
      foot: footOf(question),
      orientation: 'landscape',
    },
  }
}

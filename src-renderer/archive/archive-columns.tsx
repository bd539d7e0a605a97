import type { TableColumnsType } from 'antd'
import type { ArchiveEntry } from '../../src-shared/archive.ts'
import { retentionWords } from '../../src-shared/retention.ts'

export const archive_columns: TableColumnsType<ArchiveEntry> = [
  { title: '编号', dataIndex: 'number', width: 120, className: 'number' },
  {
    title: '工作事项',
    dataIndex: 'title',
    width: 240,
    render: (title: string) => <div className="two-lines">{title}</div>,
  },
  {
    title: '责任人',
    dataIndex: 'staff_name',
    width: 104,
    render: (name: string, entry) => (
      <>
        <div>{name}</div>
        <div className="quiet small cut">{entry.group_name}</div>
      </>
    ),
  },
  {
    title: '类别',
    dataIndex: 'category_name',
    width: 92,
    render: (name: string, { class_name }) => (
      <>
        <div>{name}</div>
        {class_name !== '' && <div className="quiet small cut">{class_name}</div>}
      </>
    ),
  },
  { title: '完成日期', dataIndex: 'finished_on', width: 106, className: 'number' },
  { title: '归档日期', dataIndex: 'archived_on', width: 106, className: 'number' },
  {
    title: '期限',
    dataIndex: 'retention',
    width: 64,
    render: (retention: ArchiveEntry['retention']) => retentionWords(retention),
  },
  {
    title: '归档材料',
    dataIndex: 'materials',
    width: 180,
    render: (text: string, entry) => (
      <>
        <div className="cut" title={text}>
          {text}
        </div>
        <div className="small">
          {entry.missing > 0 && <span className="light light-amber">缺 {entry.missing} 种</span>}
          <span className="quiet">{besideOf(entry)}</span>
        </div>
      </>
    ),
  },
  {
    title: '存放位置',
    dataIndex: 'location',
    width: 124,
    render: (text: string) => <div className="two-lines">{text}</div>,
  },
]

/** What lies or stands beside it. */
function besideOf({ files, corrections }: ArchiveEntry): string {
  const words = [files > 0 ? `文件 ${files}` : '', corrections > 0 ? `更正 ${corrections}` : '']
  return words.filter(Boolean).join(' · ')
}

import type { TableColumnsType } from 'antd'
import { type Backup, type BackupCounts, backup_reasons } from '../../src-shared/backups.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { momentText } from '../components/moment.ts'

interface BackupsTableProps {
  rows: Backup[]
  can_restore: boolean
  onRestore: (backup: Backup) => void
}

const count_titles: readonly (readonly [keyof BackupCounts, string])[] = [
  ['staff', '人员'],
  ['duties', '职责'],
  ['matters', '事项'],
  ['archive_entries', '归档'],
  ['changes', '操作'],
]

export function BackupsTable({ rows, can_restore, onRestore }: BackupsTableProps) {
  const isUsable = (backup: Backup) => can_restore && backup.unusable === null
  const restore = (backup: Backup) => isUsable(backup) && onRestore(backup)
  const columns: TableColumnsType<Backup> = [
    {
      title: '时间',
      dataIndex: 'made_at',
      width: 148,
      className: 'number',
      render: (made_at: string) => momentText(made_at),
    },
    {
      title: '原因',
      dataIndex: 'reason',
      width: 132,
      render: (reason: Backup['reason']) => backup_reasons[reason],
    },
    ...count_titles.map(([name, title]): TableColumnsType<Backup>[number] => ({
      title,
      key: name,
      width: 76,
      align: 'right',
      render: (_, backup) => backup.counts[name],
    })),
    {
      title: '大小',
      dataIndex: 'bytes',
      width: 92,
      align: 'right',
      render: (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`,
    },
    {
      title: '附件',
      key: 'files',
      width: 76,
      align: 'right',
      render: (_, { files }) => files.count,
    },
    {
      title: '检查结果',
      key: 'state',
      render: (_, { unusable, files }) => {
        if (unusable !== null) return <span className="finding">{unusable}</span>
        if (files.missing > 0) return <span className="finding">可以恢复，但缺 {files.missing} 个附件</span>
        return <span className="light light-green">完好</span>
      },
    },
    {
      title: '恢复',
      key: 'restore',
      width: 80,
      render: (_, backup) => (
        <CellButton
          label={`恢复到 ${momentText(backup.made_at)}`}
          disabled={!isUsable(backup)}
          onClick={() => restore(backup)}
        >
          恢复
        </CellButton>
      ),
    },
  ]
  return (
    <DataTable<Backup, string>
      label="备份"
      columns={columns}
      rows={rows}
      key_of={(backup) => backup.name}
      onOpen={restore}
      min_width={960}
    />
  )
}

import type { TableColumnsType } from 'antd'
import type { ChangeLine } from '../../src-shared/changes.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { momentText } from '../components/moment.ts'

interface ChangesTableProps {
  rows: ChangeLine[]
  is_busy: boolean
  onUndo: (line: ChangeLine) => void
}

export function ChangesTable({ rows, is_busy, onUndo }: ChangesTableProps) {
  const columns: TableColumnsType<ChangeLine> = [
    {
      title: '时间',
      dataIndex: 'made_at',
      width: 148,
      className: 'number',
      render: (made_at: string) => momentText(made_at),
    },
    { title: '经办人', dataIndex: 'who', width: 100 },
    {
      title: '操作',
      dataIndex: 'title',
      render: (title: string) => (
        <div className="two-lines" title={title}>
          {title}
        </div>
      ),
    },
    {
      title: '涉及',
      dataIndex: 'row_count',
      width: 96,
      align: 'right',
      render: (count: number) => `${count} 条`,
    },
    {
      title: '撤销',
      key: 'undo',
      width: 96,
      render: (_, line) =>
        line.can_undo ? (
          <CellButton
            label={`${verbOf(line)}：${line.title}`}
            disabled={is_busy}
            onClick={() => onUndo(line)}
          >
            {verbOf(line)}
          </CellButton>
        ) : (
          line.undone_by !== null && '已撤销'
        ),
    },
  ]
  return (
    <DataTable<ChangeLine>
      label="操作记录"
      columns={columns}
      rows={rows}
      key_of={(line) => line.id}
      onRemove={onUndo}
      row_class={(line) => (line.undone_by === null ? '' : 'is-voided')}
      min_width={820}
    />
  )
}

/** Taking an undo back does the thing again. */
function verbOf(line: ChangeLine): string {
  return line.undoes_change_id === null ? '撤销' : '重做'
}

import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import type { CheckedDuty } from '../../src-shared/duty-coverage.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'

export interface CheckedRow extends CheckedDuty {
  /** What joins it to other rows: 张三—李四, 第1组. */
  joined: string
}

interface CheckedRowsProps {
  label: string
  /** The same array as long as nothing changed. */
  rows: CheckedRow[]
  onOpen: (row: CheckedRow) => void
}

/** The duties a finding names; a row opens its duty. */
export function CheckedRows({ label, rows, onOpen }: CheckedRowsProps) {
  const has_joined = rows.some(({ joined }) => joined !== '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what opens a row is always the same
  const columns = useMemo(() => columnsOf(has_joined, onOpen), [has_joined])
  return (
    <DataTable<CheckedRow, string>
      label={label}
      columns={columns}
      rows={rows}
      key_of={(row) => `${row.joined} ${row.id}`}
      onOpen={onOpen}
      min_width={720}
      empty="没有发现。"
    />
  )
}

function columnsOf(has_joined: boolean, onOpen: (row: CheckedRow) => void): TableColumnsType<CheckedRow> {
  return [
    ...(has_joined ? [{ title: '关联', dataIndex: 'joined', width: 150, className: 'number' }] : []),
    {
      title: '职责编号',
      dataIndex: 'number',
      width: 104,
      className: 'number',
      render: (_, row) => <CellButton onClick={() => onOpen(row)}>{row.number}</CellButton>,
    },
    { title: '组别', dataIndex: 'group_name', width: 100 },
    {
      title: '职责内容',
      dataIndex: 'content',
      render: (content: string) => (
        <div className="two-lines" title={content}>
          {content}
        </div>
      ),
    },
    { title: 'A岗', dataIndex: 'a_name', width: 84 },
    { title: 'B岗', dataIndex: 'b_names', width: 120, render: (names: string[]) => names.join('、') },
  ]
}

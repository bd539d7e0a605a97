import { Button, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import type { RoutineByHand } from '../../src-shared/routines.ts'
import { DataTable } from '../components/data-table.tsx'
import { StartDialog } from './start-dialog.tsx'

interface ByHandTableProps {
  rows: RoutineByHand[]
  today: string
  /** The duty of which one is being started. */
  starting: number | null
  onStart: (duty_id: number | null) => void
}

/** Duties that no calendar lists: their time limit runs from something that happens, or they have none. */
export function ByHandTable({ rows, today, starting, onStart }: ByHandTableProps) {
  const columns = useMemo(() => columnsFor(onStart), [onStart])
  const duty = rows.find(({ duty_id }) => duty_id === starting)
  return (
    <>
      <DataTable<RoutineByHand>
        label="随时发起的职责"
        rows={rows}
        columns={columns}
        key_of={(row) => row.duty_id}
        onOpen={(row) => onStart(row.duty_id)}
        empty="没有符合条件的职责"
      />
      {duty !== undefined && <StartDialog duty={duty} today={today} onClose={() => onStart(null)} />}
    </>
  )
}

function columnsFor(onStart: (duty_id: number) => void): TableColumnsType<RoutineByHand> {
  return [
    { title: '职责编号', dataIndex: 'number', width: 130, className: 'number' },
    { title: '组别', dataIndex: 'group_name', width: 110 },
    { title: '职责内容', dataIndex: 'content' },
    { title: '频次', dataIndex: 'frequency', width: 100 },
    { title: '办理时限', dataIndex: 'due_rule', width: 220 },
    {
      title: '',
      width: 110,
      render: (_, { duty_id, number }) => (
        <Button size="small" tabIndex={-1} aria-label={`发起 ${number}`} onClick={() => onStart(duty_id)}>
          发起一件
        </Button>
      ),
    },
  ]
}

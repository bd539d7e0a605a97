import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { datesOfMonth, type RoutineOfYear } from '../../src-shared/routines.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { MonthCell } from './month-cell.tsx'

interface YearTableProps {
  routines: RoutineOfYear[]
  this_monday: string
  open_duty: number | null
  onOpen: (duty_id: number) => void
}

const months = Array.from({ length: 12 }, (_, at) => at + 1)

/** A duty a row, a month a column. */
export function YearTable({ routines, this_monday, open_duty, onOpen }: YearTableProps) {
  const columns = useMemo(() => columnsFor(this_monday, onOpen), [this_monday, onOpen])
  return (
    <DataTable<RoutineOfYear>
      label="全年周期事项"
      rows={routines}
      columns={columns}
      key_of={(routine) => routine.duty_id}
      open_key={open_duty}
      onOpen={(routine) => onOpen(routine.duty_id)}
      min_width={1080}
      empty="没有符合条件的周期事项"
    />
  )
}

function columnsFor(this_monday: string, onOpen: (duty_id: number) => void): TableColumnsType<RoutineOfYear> {
  return [
    {
      title: '职责',
      width: 290,
      render: (_, { duty_id, number, content }) => (
        <>
          <CellButton onClick={() => onOpen(duty_id)}>{number}</CellButton>
          <span className="cut" title={content}>
            {content}
          </span>
        </>
      ),
    },
    {
      title: '办理时限',
      width: 148,
      render: (_, { due_rule, frequency }) => <span className="two-lines">{due_rule || frequency}</span>,
    },
    ...months.map((month) => ({
      title: `${month}月`,
      width: 56,
      align: 'center' as const,
      className: 'routine-month',
      render: (_: unknown, { dates }: RoutineOfYear) => (
        <MonthCell dates={datesOfMonth(dates, month)} this_monday={this_monday} />
      ),
    })),
  ]
}

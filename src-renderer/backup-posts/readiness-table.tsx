import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { type Readiness, readiness_words, type Training, touch_words } from '../../src-shared/backup-posts.ts'
import { byText } from '../components/by-text.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { routeTo } from '../route.ts'

type Row = Readiness & { key: number }

interface ReadinessTableProps {
  rows: Row[]
  picked: number[]
  onPick: (keys: number[]) => void
  onTraining: (training: Training) => void
}

/** One line for each B of each duty: when the last time was, how that is known, what is planned. */
export function ReadinessTable({ rows, picked, onPick, onTraining }: ReadinessTableProps) {
  const columns = useMemo(() => columnsOf(onTraining), [onTraining])
  return (
    <DataTable<Row>
      label="B岗熟悉度"
      columns={columns}
      rows={rows}
      key_of={(row) => row.key}
      selected={picked}
      onSelect={onPick}
      min_width={980}
      empty="没有符合条件的B岗。"
    />
  )
}

function columnsOf(onTraining: (training: Training) => void): TableColumnsType<Row> {
  return [
    {
      title: '职责编号',
      dataIndex: 'number',
      width: 108,
      className: 'number',
      sorter: byText((row) => row.number),
      render: (number: string, row) => (
        <a className="plain-link" tabIndex={-1} href={routeTo('duties', { open: row.duty_id })}>
          {number}
        </a>
      ),
    },
    {
      title: '职责内容',
      dataIndex: 'content',
      render: (content: string) => (
        <div className="two-lines" title={content}>
          {content}
        </div>
      ),
    },
    {
      title: 'A岗',
      key: 'a',
      width: 84,
      render: (_, row) => row.a?.name ?? <span className="quiet">无</span>,
    },
    {
      title: 'B岗',
      key: 'b',
      width: 100,
      sorter: byText((row) => row.b.name),
      render: (_, row) => (
        <>
          {row.b.name} <span className="quiet small">B{row.rank}</span>
        </>
      ),
    },
    {
      title: '熟悉度',
      dataIndex: 'state',
      width: 112,
      sorter: byText((row) => row.last_on ?? ''),
      render: (_, row) => (
        <span className={row.state === 'fresh' ? 'light light-green' : 'finding'}>
          {readiness_words[row.state]}
        </span>
      ),
    },
    { title: '最近一次', key: 'last', width: 216, render: (_, row) => <LastTouch row={row} /> },
    {
      title: '培训计划',
      key: 'training',
      width: 148,
      render: (_, { training }) =>
        training !== null && (
          <CellButton label="查看培训计划" onClick={() => onTraining(training)}>
            {training.done_on === null ? `${training.due_on} 前` : `${training.done_on} 完成`}
          </CellButton>
        ),
    },
  ]
}

function LastTouch({ row: { last_on, last_kind, last_detail } }: { row: Readiness }) {
  if (last_on === null || last_kind === null) return <span className="quiet">没有记录</span>
  return (
    <>
      <div className="number">
        {last_on} {touch_words[last_kind]}
      </div>
      {last_detail !== '' && (
        <div className="cut quiet small" title={last_detail}>
          {last_detail}
        </div>
      )}
    </>
  )
}

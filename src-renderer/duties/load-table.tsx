import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { type DutyCoverage, hasNothing, isHeavy, type PersonShare } from '../../src-shared/duty-coverage.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { go, routeTo } from '../route.ts'

interface LoadTableProps {
  coverage: DutyCoverage
}

const open = ({ staff_id }: PersonShare) => go(routeTo('duties', { person: staff_id }))

/** Everyone's A and B against the median, the heaviest first; a row opens what that person holds. */
export function LoadTable({ coverage: { shares, median } }: LoadTableProps) {
  const columns = useMemo(() => columnsOf(shares, median), [shares, median])
  return (
    <DataTable<PersonShare>
      label="每人的职责数"
      columns={columns}
      rows={shares}
      key_of={({ staff_id }) => staff_id}
      onOpen={open}
      min_width={720}
    />
  )
}

function columnsOf(shares: readonly PersonShare[], median: number): TableColumnsType<PersonShare> {
  const most = Math.max(1, median, ...shares.map(({ a_count, b_count }) => a_count + b_count))
  return [
    {
      title: '姓名',
      dataIndex: 'name',
      width: 100,
      render: (name: string, share) => <CellButton onClick={() => open(share)}>{name}</CellButton>,
    },
    { title: '组别', dataIndex: 'group_name', width: 120 },
    { title: 'A岗', dataIndex: 'a_count', width: 64, align: 'right' },
    { title: 'B岗', dataIndex: 'b_count', width: 64, align: 'right' },
    {
      title: '合计',
      key: 'load',
      width: 64,
      align: 'right',
      render: (_, share) => share.a_count + share.b_count,
    },
    {
      title: `与中位数${median}项比较`,
      key: 'bar',
      render: (_, share) => <LoadBar share={share} median={median} most={most} />,
    },
    {
      title: '提示',
      key: 'words',
      width: 96,
      render: (_, share) => {
        if (hasNothing(share)) return <span className="finding">没有职责</span>
        return isHeavy(share, median) ? <span className="finding">偏重</span> : null
      },
    },
  ]
}

function LoadBar({ share, median, most }: { share: PersonShare; median: number; most: number }) {
  const percent = (count: number) => `${(100 * count) / most}%`
  return (
    <div className="share-bar" aria-hidden="true">
      <span className="share-a" style={{ width: percent(share.a_count) }} />
      <span className="share-b" style={{ width: percent(share.b_count) }} />
      <span className="share-median" style={{ left: percent(median) }} />
    </div>
  )
}

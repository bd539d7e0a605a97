import { Button, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { WeekLock } from '../../src-shared/closing.ts'
import { DataTable } from '../components/data-table.tsx'
import { go, routeTo } from '../route.ts'
import { closedAt } from './closing-link.tsx'

const columns: TableColumnsType<WeekLock> = [
  {
    title: '周',
    dataIndex: 'title',
    render: (title: string, lock) => (
      <>
        <div>{title}</div>
        <div className="quiet small two-lines wrap">
          {lock.left_open === '' ? '没有遗留' : `遗留：${lock.left_open}`}
        </div>
      </>
    ),
  },
  {
    title: '关账',
    dataIndex: 'locked_on',
    width: 116,
    className: 'number',
    render: (_: string, lock) => (
      <>
        <div>{closedAt(lock)}</div>
        <div className="quiet small">{lock.locked_by}</div>
      </>
    ),
  },
  {
    title: '解锁',
    dataIndex: 'unlocked_on',
    width: 112,
    render: (unlocked_on: string | null, lock) =>
      unlocked_on === null ? (
        <span className="quiet">—</span>
      ) : (
        <>
          <div className="light-amber">
            <span className="number">{unlocked_on}</span>　{lock.unlocked_by}
          </div>
          <div className="quiet small wrap">{lock.unlock_reason}</div>
        </>
      ),
  },
]

/** 关账记录: every closing, newest first, and its snapshot; two of them ticked are told apart. */
export function LockList({ locks }: { locks: WeekLock[] }) {
  const [selected, setSelected] = useState<number[]>([])
  // Ticked in any order: the older closing is the side before.
  const [before, after] = useMemo(() => selected.toSorted((one, other) => one - other), [selected])
  return (
    <section className="week-main lock-list" aria-label="关账记录">
      <div className="bar">
        <h2 className="bar-fill">关账记录</h2>
        <Button
          disabled={selected.length !== 2}
          title="勾选两次关账，看增加、办结、滞后和变化"
          onClick={() =>
            go(routeTo('weekly', { view: 'closing', before: `lock-${before}`, after: `lock-${after}` }))
          }
        >
          对照选中的两次
        </Button>
      </div>
      <DataTable<WeekLock>
        label="关账记录"
        columns={columns}
        rows={locks}
        key_of={({ id }) => id}
        selected={selected}
        onSelect={(keys) => setSelected(keys.slice(-2))}
        onOpen={({ id }) => go(routeTo('weekly', { view: 'closing', lock: id }))}
        min_width={400}
        empty="还没有关过账。关账时每张表都会留一份快照。"
      />
    </section>
  )
}

import { App, Button, Segmented, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { CollectionBoard, PersonOfBoard } from '../../src-shared/collection.ts'
import { monthDay } from '../../src-shared/dates.ts'
import { type HandInState, hand_in_words } from '../../src-shared/weekly.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { FileDoor } from '../components/file-door.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { WorkLine } from '../components/work-line.tsx'
import { go, routeTo } from '../route.ts'
import { useChange } from '../use-change.ts'
import { CollectSide } from './collect-side.tsx'
import { ReturnReportDialog } from './return-report-dialog.tsx'
import type { Reading } from './use-reading.ts'

interface CollectBoardProps {
  board: CollectionBoard
  reading: Reading
  /** Forms for these people alone. */
  onSend: (staff_ids: number[]) => void
  onReport: (merge_id: number) => void
}

type Filter = HandInState | 'all'

/** Everyone of the week with what has come, the door for what comes back, and what went out. */
export function CollectBoard({ board, reading, onSend, onReport }: CollectBoardProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const [selected, setSelected] = useState<number[]>([])
  const [returning, setReturning] = useState<PersonOfBoard[] | null>(null)
  const { message } = App.useApp()
  const hand_in = useChange('weekly.handIn')
  const { head, people } = board
  const rows = useMemo(
    () => people.filter(({ state }) => filter === 'all' || state === filter),
    [people, filter],
  )
  const { run } = hand_in
  const columns = useMemo(
    () =>
      columnsOf((staff_id, state) => void run({ week_monday: head.monday, staff_ids: [staff_id], state })),
    [run, head.monday],
  )
  const chosen = people.filter(({ staff_id }) => selected.includes(staff_id))
  const copyReminder = async () => {
    await navigator.clipboard.writeText(board.reminder)
    message.success('催报文字已复制，可粘贴到通知里。')
  }
  const countOf = (state: HandInState) => people.filter((person) => person.state === state).length
  const options = (['missing', 'received', 'nothing'] as const).map((value) => ({
    value,
    label: `${hand_in_words[value]} ${countOf(value)}`,
  }))
  return (
    <>
      <div className="bar">
        <Segmented<Filter>
          aria-label="报送情况"
          value={filter}
          onChange={setFilter}
          options={[{ value: 'all', label: `全部 ${people.length}` }, ...options]}
        />
        <Button disabled={board.reminder === ''} onClick={copyReminder}>
          复制催报文字
        </Button>
        <span className="bar-fill" />
        <FileDoor
          verb="放入收回的表"
          kind="workbook"
          many
          type="primary"
          is_busy={reading.is_reading}
          drop_words="放开后逐格核对，先不写入台账"
          onFiles={(files) => void reading.add(files)}
        />
      </div>
      {reading.is_reading && <WorkLine of="collection" />}
      <ProblemNotice problem={reading.problem ?? hand_in.problem} />
      <div className="collect-layout">
        <div className="collect-main">
          {people.length === 0 ? (
            <EmptyHint
              title="这一周还没有要报送的人"
              actions={<Button onClick={() => go(routeTo('staff'))}>去人员名册</Button>}
            >
              {head.hand_in_on === null
                ? '这一周没有工作日，周报并入相邻的一周。'
                : '名册里有人以后，谁报了谁没报在这里一看就知道。'}
            </EmptyHint>
          ) : (
            <DataTable<PersonOfBoard>
              label="报送情况"
              columns={columns}
              rows={rows}
              key_of={({ staff_id }) => staff_id}
              selected={selected}
              onSelect={setSelected}
              min_width={820}
              empty="没有这样的人"
            />
          )}
          {chosen.length > 0 ? (
            <div className="bar">
              <span className="bar-fill">选中 {chosen.length} 人</span>
              <Button onClick={() => onSend(selected)}>单独制表…</Button>
              <Button onClick={() => setReturning(chosen)}>退回周报…</Button>
            </div>
          ) : (
            people.length > 0 && <TableFoot keys={keys}>{footOf(board)}</TableFoot>
          )}
        </div>
        <CollectSide board={board} onReport={onReport} />
      </div>
      {returning !== null && (
        <ReturnReportDialog
          week_monday={head.monday}
          people={returning}
          onClose={(is_done) => {
            setReturning(null)
            if (is_done) setSelected([])
          }}
        />
      )}
    </>
  )
}

const keys = [
  ['↑↓', '移动'],
  ['空格', '选中'],
] as const

function footOf({ people }: CollectionBoard): string {
  const missing = people.filter(({ state }) => state === 'missing')
  if (missing.length === 0) return people.length === 0 ? '' : '本周全部报送完毕。'
  return `还有 ${missing.length} 人未报。`
}

const states = (Object.entries(hand_in_words) as [HandInState, string][]).map(([value, label]) => ({
  value,
  label,
}))

function columnsOf(onState: (staff_id: number, state: HandInState) => void): TableColumnsType<PersonOfBoard> {
  return [
    { title: '组别', dataIndex: 'group_name', width: 100 },
    { title: '姓名', dataIndex: 'name', width: 78 },
    {
      title: '报送情况',
      dataIndex: 'state',
      width: 172,
      render: (state: HandInState, { staff_id, name }) => (
        <Segmented
          size="small"
          aria-label={`${name}的报送情况`}
          options={states}
          value={state}
          onChange={(next) => onState(staff_id, next)}
        />
      ),
    },
    {
      title: '收到时间',
      dataIndex: 'received_on',
      width: 116,
      className: 'number',
      render: (received_on: string | null, { received_at }) =>
        received_on === null ? '' : `${monthDay(received_on)} ${received_at ?? ''}`,
    },
    {
      title: '退回',
      dataIndex: 'returned_times',
      width: 62,
      render: (times: number) => (times > 0 ? <span className="light-amber">{times} 次</span> : ''),
    },
    { title: '本周事项', dataIndex: 'row_count', align: 'right', width: 78 },
    { title: '前12周', key: 'earlier', width: 96, render: (_, person) => earlierOf(person) },
    { title: '电话', dataIndex: 'phone', className: 'number' },
  ]
}

function earlierOf({ earlier_late, earlier_missing }: PersonOfBoard): string {
  const parts = [
    earlier_late > 0 ? `迟 ${earlier_late}` : '',
    earlier_missing > 0 ? `缺 ${earlier_missing}` : '',
  ]
  return parts.filter(Boolean).join('，')
}

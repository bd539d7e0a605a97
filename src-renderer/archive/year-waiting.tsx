import { Button, Form, Input, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import type { WaitingEntry, YearSheet } from '../../src-shared/archive-items.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { DataTable } from '../components/data-table.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { go, routeTo } from '../route.ts'
import { useChange } from '../use-change.ts'

interface YearWaitingProps {
  sheet: YearSheet
  bar: ReactNode
  onDone: () => void
}

/** Entries that yield no 件 yet: put together by entry or by file, or left out with a reason. */
export function YearWaiting({ sheet, bar, onDone }: YearWaitingProps) {
  const [chosen, setChosen] = useState<number[]>([])
  const [is_leaving, setLeaving] = useState(false)
  const propose = useChange('archive.proposeItems')
  const back = useChange('archive.takeBackIn')
  const rows = sheet.waiting
  const ticked = rows.filter(({ id }) => chosen.includes(id))
  const open = ticked.filter(({ left_out }) => left_out === '').map(({ id }) => id)
  const left = ticked.filter(({ left_out }) => left_out !== '').map(({ id }) => id)
  const make = async (by: 'entry' | 'file') => {
    const made = await propose.run(
      { entry_ids: open, by },
      ({ items }) => `已组成 ${items} 件，请补好页数等再编号`,
    )
    if (made === undefined) return
    setChosen([])
    onDone()
  }
  return (
    <>
      <div className="bar">
        {bar}
        <span className="bar-fill" />
        {left.length > 0 && (
          <Button
            loading={back.is_busy}
            onClick={() => void back.run({ entry_ids: left }, `已恢复 ${left.length} 卷`)}
          >
            恢复整理（{left.length}）
          </Button>
        )}
        <Button disabled={open.length === 0} onClick={() => setLeaving(true)}>
          不整理…
        </Button>
        <Button disabled={open.length === 0} loading={propose.is_busy} onClick={() => make('file')}>
          每个文件组一件
        </Button>
        <Button
          type="primary"
          disabled={open.length === 0}
          loading={propose.is_busy}
          onClick={() => make('entry')}
        >
          每卷组一件{open.length > 0 ? `（${open.length}）` : ''}
        </Button>
      </div>
      <ProblemNotice problem={propose.problem ?? back.problem} />
      <DataTable<WaitingEntry>
        label="待组件的卷"
        columns={columns}
        rows={rows}
        key_of={({ id }) => id}
        selected={chosen}
        onSelect={setChosen}
        onOpen={({ id }) => go(routeTo('archive', { open: id }))}
        row_class={({ left_out }) => (left_out === '' ? '' : 'is-void')}
        min_width={900}
        empty="这一年的卷都已组件或定为不整理。"
      />
      <TableFoot keys={keys}>
        列出 {rows.length} 卷
        {sheet.waiting_total > rows.length ? `（共 ${sheet.waiting_total} 卷，组件后接着列出）` : ''}，选中{' '}
        {ticked.length} 卷
      </TableFoot>
      {is_leaving && (
        <LeaveOutDialog
          entry_ids={open}
          onClose={() => {
            setLeaving(false)
            setChosen([])
          }}
        />
      )}
    </>
  )
}

const keys = [
  ['空格', '勾选'],
  ['回车', '查看本卷'],
] as const

const columns: TableColumnsType<WaitingEntry> = [
  { title: '编号', dataIndex: 'number', width: 120, className: 'number' },
  {
    title: '工作事项',
    dataIndex: 'title',
    render: (words: string) => <div className="two-lines">{words}</div>,
  },
  { title: '归档类目', dataIndex: 'class_name', width: 110 },
  { title: '期限', dataIndex: 'retention', width: 70, render: retentionWords },
  { title: '归档日期', dataIndex: 'archived_on', width: 110, className: 'number' },
  { title: '文件', dataIndex: 'files', width: 64, align: 'right', className: 'number' },
  {
    title: '整理',
    dataIndex: 'left_out',
    width: 180,
    render: (reason: string) =>
      reason === '' ? (
        '待组件'
      ) : (
        <span className="cut" title={reason}>
          不整理：{reason}
        </span>
      ),
  },
]

function LeaveOutDialog({ entry_ids, onClose }: { entry_ids: number[]; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>()
  const { run, is_busy, problem } = useChange('archive.leaveOut')
  const submit = async ({ reason }: { reason: string }) => {
    if ((await run({ entry_ids, reason }, `${entry_ids.length} 卷定为不整理`)) !== undefined) onClose()
  }
  return (
    <FormDialog<{ reason: string }>
      title={`不整理成件（${entry_ids.length} 卷）`}
      verb="定为不整理"
      form={form}
      initial={{ reason: '事务性、临时性工作，没有需要归档的文件' }}
      is_busy={is_busy}
      problem={problem}
      width={520}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="原因" name="reason" required extra="办结卷本身照样保留；以后可以“恢复整理”。">
        <Input autoFocus />
      </Form.Item>
    </FormDialog>
  )
}
